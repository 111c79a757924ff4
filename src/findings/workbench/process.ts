import { describeProblem, type Problem, RefusedFile } from '#kernel/problem.ts';
import type { Result } from '#kernel/result.ts';
import type { TaskAnswer } from './run-task.ts';
import {
  changeBase,
  type DescribedRecipe,
  describeDelivery,
  type TrialResult,
  tryOnDelivery,
  type WorkbenchTask,
} from './tasks.ts';

/** A process of its own for one task of the workbench: its memory and its faults are not those of the server. */
const tell = (answer: TaskAnswer): Promise<void> =>
  new Promise((resolve) => {
    process.send?.(answer, undefined, undefined, () => resolve());
  });

function carryOut(task: WorkbenchTask): Promise<Result<DescribedRecipe | TrialResult | null, Problem>> {
  if (task.jenis === 'struktur') return describeDelivery(task.berkas, task.recipe, task.riwayat);
  return task.jenis === 'uji' ? tryOnDelivery(task) : changeBase(task);
}

process.once('message', (task: WorkbenchTask) => {
  void carryOut(task)
    .then(
      (outcome): TaskAnswer =>
        outcome.ok
          ? { jenis: 'selesai', hasil: outcome.value }
          : { jenis: 'ditolak', kalimat: describeProblem(outcome.error) },
    )
    .catch(
      (error: unknown): TaskAnswer =>
        error instanceof RefusedFile
          ? { jenis: 'ditolak', kalimat: error.message }
          : { jenis: 'rusak', kalimat: error instanceof Error ? (error.stack ?? error.message) : String(error) },
    )
    .then(tell)
    .finally(() => process.disconnect());
});
// Without its parent nobody waits for the answer.
process.once('disconnect', () => process.exit());
