import type { z } from 'zod';
import { type ExportAnswer, exportAnswer, type exportLink, type EXPORT_FORMS } from '#findings/contract';
import { ask } from '../api/request.ts';

/** Lists of people that the portal writes into files. */
export type ExportedList = 'selisih' | 'pegawai';

export interface ExportWish {
  readonly daftar: ExportedList;
  readonly instansi: number | undefined;
  /** The filter of the list, in the words of its address. */
  readonly filter: Readonly<Record<string, string | undefined>>;
  /** Columns in their order. */
  readonly kolom?: readonly string[] | undefined;
  /** Keys of chosen rows; all under the filter where there are none. */
  readonly pilihan?: readonly string[] | undefined;
}

export interface ExportChoice {
  readonly bentuk: (typeof EXPORT_FORMS)[number];
  readonly alasan: string | undefined;
}

/** Has the portal write a list into a file. A small one is fetched at once, by the link that is good once; a large one a job writes. */
export async function exportList(wish: ExportWish, choice: ExportChoice): Promise<ExportAnswer> {
  const { daftar, instansi, filter, kolom, pilihan } = wish;
  const made = await ask(exportAnswer, `${daftar}/ekspor`, {
    method: 'POST',
    query: { instansi },
    body: { ...filter, kolom, pilihan, ...choice },
  });
  if (made.keadaan === 'siap') fetchFile(made);
  return made;
}

/** Lets the browser save what a link leads to. */
export function fetchFile({ tautan, namaBerkas }: Pick<z.infer<typeof exportLink>, 'tautan' | 'namaBerkas'>): void {
  const anchor = document.createElement('a');
  anchor.href = tautan;
  anchor.download = namaBerkas;
  anchor.click();
}
