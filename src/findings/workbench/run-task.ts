import { fork } from 'node:child_process';
import { problem } from '#kernel/problem.ts';
import { RefusedRequest } from '#platform';
import type { DescribedRecipe, TrialResult, WorkbenchTask } from './tasks.ts';

/** What the process tells. */
export type TaskAnswer =
  | { readonly jenis: 'selesai'; readonly hasil: DescribedRecipe | TrialResult | null }
  | { readonly jenis: 'ditolak'; readonly kalimat: string }
  | { readonly jenis: 'rusak'; readonly kalimat: string };

/** One after the other: somebody waits for each, and two cores have the engine to serve as well. */
let last: Promise<unknown> = Promise.resolve();

/** Does a task in a process of its own. Refuses with 409 and the sentence for the sender; throws where the process broke. */
export async function runTask(task: Extract<WorkbenchTask, { jenis: 'struktur' }>): Promise<DescribedRecipe>;
export async function runTask(task: Extract<WorkbenchTask, { jenis: 'uji' }>): Promise<TrialResult>;
export async function runTask(task: Extract<WorkbenchTask, { jenis: 'dasar' }>): Promise<null>;
export async function runTask(task: WorkbenchTask): Promise<DescribedRecipe | TrialResult | null> {
  const before = last;
  const own = before.then(() => startTask(task));
  last = own.catch(() => undefined);
  return own;
}

async function startTask(task: WorkbenchTask): Promise<DescribedRecipe | TrialResult | null> {
  const child = fork(new URL('./process.ts', import.meta.url), { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (piece: Buffer) => {
      said = `${said}${piece.toString()}`.slice(-2000);
    });
    child.on('message', (answer: TaskAnswer) => {
      if (answer.jenis === 'selesai') resolve(answer.hasil);
      else if (answer.jenis === 'ditolak')
        reject(new RefusedRequest(409, problem('PEMETAAN_UBAHAN', { sebab: answer.kalimat })));
      else reject(new Error(answer.kalimat));
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`A task of the workbench ended with ${code}: ${said}`)));
    child.send(task);
  });
}
