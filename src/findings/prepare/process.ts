import { describeProblem, RefusedFile } from '#kernel/problem.ts';
import { stopReading } from '#formats';
import type { ToParent } from './run-prepare.ts';
import { prepare, type PrepareInput } from './prepare.ts';

/** A process of its own that prepares one publication: its memory and its faults are not those of the server. */
const tell = (message: ToParent): void => {
  process.send?.(message);
};

process.once('message', (input: PrepareInput) => {
  void prepare(input, (tahap, selesai, dari) => tell({ jenis: 'maju', tahap, selesai, dari }))
    .then((outcome) =>
      tell(
        outcome.ok
          ? { jenis: 'selesai', prepared: outcome.value }
          : { jenis: 'ditolak', kalimat: describeProblem(outcome.error) },
      ),
    )
    .catch((error: unknown) =>
      tell(
        error instanceof RefusedFile
          ? { jenis: 'ditolak', kalimat: error.message }
          : { jenis: 'rusak', kalimat: error instanceof Error ? (error.stack ?? error.message) : String(error) },
      ),
    )
    .finally(() => process.disconnect());
});
process.once('SIGTERM', () => {
  stopReading();
  process.exit(1);
});
// Without its parent nobody waits for the answer.
process.once('disconnect', () => process.exit());
