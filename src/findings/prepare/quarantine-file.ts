import { closeSync, openSync, writeSync } from 'node:fs';
import { formatCsvRow } from '#formats';

/** One row or value that is not used, and why. */
export interface QuarantineLine {
  readonly baris: number;
  readonly kolom: string | null;
  readonly nilai: string | null;
  readonly kode: string;
  readonly pesan: string;
}

/** Lines that the screen shows; all are in the file. */
const SHOWN = 200;
const FLUSH_AT = 1 << 16;

/** karantina.csv of one delivery, with its first lines kept aside. */
export class QuarantineFile {
  readonly first: QuarantineLine[] = [];
  readonly #file: number;
  readonly #nama: string;
  #text = formatCsvRow(['berkas', 'baris', 'kolom', 'nilai', 'kode', 'pesan']);

  constructor(path: string, nama: string) {
    this.#file = openSync(path, 'w');
    this.#nama = nama;
  }

  /** Takes a line as the engine writes it; its path is of no use to people. */
  write(cells: readonly string[]): void {
    const [, baris = '', kolom = '', nilai = '', kode = '', pesan = ''] = cells;
    if (this.first.length < SHOWN)
      this.first.push({ baris: Number(baris), kolom: kolom || null, nilai: nilai || null, kode, pesan });
    this.#text += formatCsvRow([this.#nama, baris, kolom, nilai, kode, pesan]);
    if (this.#text.length >= FLUSH_AT) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    const bytes = Buffer.from(this.#text);
    this.#text = '';
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at);
  }
}
