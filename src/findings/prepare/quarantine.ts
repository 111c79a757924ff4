import { cellText, closeSource, CsvWriter, readTable } from '#formats';
import { columnNames, fitRecipe, isSecretName, openDelivered, type Recipe } from '#mapping';

/** One row or value that is not used, and why. */
export interface QuarantineLine {
  readonly baris: number;
  readonly kolom: string | null;
  readonly nilai: string | null;
  readonly kode: string;
  readonly pesan: string;
}

/** Lines that the screen shows; of all the rows are in the file. */
const SHOWN = 200;
/** Rows that the file holds at most: a file with more faults is mended at its source, not row by row. */
const MOST_ROWS = 50_000;

/** What a reading sets aside: the first lines for the screen, and the reasons of each row for the file that the sender gets back. */
export class Quarantine {
  readonly first: QuarantineLine[] = [];
  readonly #reasons = new Map<number, string[]>();

  /** Takes a line as the engine writes it; its path is of no use to people. */
  write(cells: readonly string[]): void {
    const [, baris = '', kolom = '', nilai = '', kode = '', pesan = ''] = cells;
    const line = { baris: Number(baris), kolom: kolom || null, nilai: nilai || null, kode, pesan };
    if (this.first.length < SHOWN) this.first.push(line);
    const known = this.#reasons.get(line.baris);
    if (!known && this.#reasons.size >= MOST_ROWS) return;
    const reason = kolom === '' ? pesan : `${kolom}: ${pesan}`;
    if (known) known.push(reason);
    else this.#reasons.set(line.baris, [reason]);
  }

  /** Writes the rows concerned in the sender's own columns, with the reasons behind; columns that look like secrets are left out. */
  async writeFile(path: string, berkas: string, given: Recipe): Promise<void> {
    const out = new CsvWriter(path);
    try {
      const opened = await openDelivered(berkas, undefined);
      if (!opened.ok) throw new Error(`The delivery cannot be opened again: ${opened.error.code}`);
      try {
        const { source, recipe } = fitRecipe(opened.value, given);
        const names = columnNames(source.tables.find(({ name }) => name === recipe.tabel)?.columns ?? []);
        const open = names.flatMap((name, at) => (recipe.rahasia.includes(name) || isSecretName(name) ? [] : [at]));
        await out.row(['baris', ...open.map((at) => names[at]), 'alasan']);
        const last = Math.max(0, ...this.#reasons.keys());
        const waiting = new Set(this.#reasons.keys());
        if (waiting.size === 0) return;
        for await (const block of readTable(source, recipe.tabel)) {
          for (let row = 0; row < block.rows; row++) {
            const baris = block.rowNumbers[row] as number;
            if (!waiting.delete(baris)) continue;
            await out.row([baris, ...open.map((at) => cellText(block, row, at)), this.#reasonOf(baris)]);
          }
          if ((block.rowNumbers[block.rows - 1] ?? 0) >= last) break;
        }
        // rows that could not be taken apart have no cells
        for (const baris of waiting) await out.row([baris, ...open.map(() => ''), this.#reasonOf(baris)]);
      } finally {
        await closeSource(opened.value);
      }
    } finally {
      await out.close();
    }
  }

  #reasonOf(baris: number): string {
    return this.#reasons.get(baris)?.join(' ') ?? '';
  }
}
