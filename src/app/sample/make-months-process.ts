import { generateSampleData } from '#sample-data';
import type { MonthsInput, ToParent } from './make-months.ts';

/** A process of its own that makes sample deliveries; see `make-months.ts`. */
const tell = (message: ToParent): void => void process.send?.(message);

process.once('message', (input: MonthsInput) => {
  void generateSampleData(
    { ...input, kebenaran: false },
    (selesai, dari) => tell({ jenis: 'maju', selesai, dari }),
    (per, folder) => tell({ jenis: 'bulan', bulan: { per, folder } }),
  )
    .then(() => process.disconnect())
    .catch((error: unknown) => {
      process.stderr.write(String(error));
      process.exit(1);
    });
});
// Without its parent nobody waits for the deliveries.
process.once('disconnect', () => process.exit());
