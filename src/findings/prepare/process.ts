import { basename } from 'node:path';
import { describeProblem, RefusedFile } from '#kernel/problem.ts';
import { stopReading } from '#formats';
import type { ToParent } from './run-prepare.ts';
import { prepare, type PrepareInput } from './prepare.ts';

/** A process of its own that prepares one publication: its memory and its faults are not those of the server. */
const tell = (message: ToParent): Promise<void> =>
  new Promise((resolve) => {
    process.send?.(message, undefined, undefined, () => resolve());
  });

/** A sentence for the sender, who knows the file by its name: where it lies on this machine is nobody's business. */
const refuse = ({ bkn, simpeg }: PrepareInput, kalimat: string): ToParent => ({
  jenis: 'ditolak',
  kalimat: [bkn, ...simpeg].reduce((text, { berkas }) => text.replaceAll(berkas, basename(berkas)), kalimat),
});

process.once('message', (input: PrepareInput) => {
  void prepare(input, (tahap, selesai, dari) => void tell({ jenis: 'maju', tahap, selesai, dari }))
    .then(
      (outcome): ToParent =>
        // What was made lies in the folder; it is too large for a message.
        outcome.ok ? { jenis: 'selesai' } : refuse(input, describeProblem(outcome.error)),
    )
    .catch(
      (error: unknown): ToParent =>
        error instanceof RefusedFile
          ? refuse(input, error.message)
          : {
              jenis: 'rusak',
              kalimat: error instanceof Error ? (error.stack ?? error.message) : String(error),
              ...(error instanceof Error && 'code' in error ? { kode: String(error.code) } : {}),
            },
    )
    .then(tell)
    .finally(() => process.disconnect());
});
process.once('SIGTERM', () => {
  stopReading();
  process.exit(1);
});
// Without its parent nobody waits for the answer.
process.once('disconnect', () => process.exit());
