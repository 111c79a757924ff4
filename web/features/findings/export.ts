import type { z } from 'zod';
import { exportAnswer, type EXPORT_FORMS } from '#findings/contract';
import { ask } from '../../api/request.ts';
import type { Scope } from './queries.ts';

/** What the list is filtered by, in the words of its export. */
export interface ListFilter extends Scope {
  readonly sebab?: string | undefined;
  readonly bidang?: string | undefined;
  readonly kelas?: string | undefined;
  readonly keadaan?: string | undefined;
  readonly cari?: string | undefined;
}

export interface ExportChoice {
  readonly bentuk: (typeof EXPORT_FORMS)[number];
  readonly alasan: string | undefined;
}

/** Has the portal write exactly what is filtered into a file, and fetches it by the link that is good once. */
export async function exportList(
  daftar: 'selisih' | 'pegawai',
  { instansi, ...filter }: ListFilter,
  choice: ExportChoice,
): Promise<z.infer<typeof exportAnswer>> {
  const made = await ask(exportAnswer, `${daftar}/ekspor`, {
    method: 'POST',
    query: { instansi },
    body: { ...filter, ...choice },
  });
  const anchor = document.createElement('a');
  anchor.href = made.tautan;
  anchor.download = made.namaBerkas;
  anchor.click();
  return made;
}
