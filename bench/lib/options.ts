import { parseArgs } from 'node:util';

/** Options that all measures share; each reads those that concern it. */
export interface BenchOptions {
  /** Rounds; the figures are medians over them. */
  readonly ulang: number;
  /** People of the reconciliation. */
  readonly pegawai: number;
  /** Rows of the workbook. */
  readonly baris: number;
  /** Also the reconciliation of 5,000,000 people. */
  readonly besar: boolean;
}

export function readOptions(words: readonly string[]): BenchOptions & { readonly names: readonly string[] } {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      ulang: { type: 'string', default: '5' },
      pegawai: { type: 'string', default: '400000' },
      baris: { type: 'string', default: '100000' },
      besar: { type: 'boolean', default: false },
      // of `portal` alone, which reads them itself
      contoh: { type: 'string' },
      folder: { type: 'string' },
      bagian: { type: 'string' },
      detik: { type: 'string' },
      pembaca: { type: 'string' },
    },
  });
  const { ulang, pegawai, baris, besar } = values;
  return { ulang: Number(ulang), pegawai: Number(pegawai), baris: Number(baris), besar, names: positionals };
}
