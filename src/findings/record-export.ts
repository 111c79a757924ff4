import { recordEvent, type WalkingTransaction } from '#platform';
import type { ExportWish } from './exported-lists.ts';
import type { Exporter } from './exports.ts';

/**
 * Leaves an event of an export in the trail of every instansi whose people are in the file, or in the exporter's own where it is empty.
 * Ends in the scope of the last of them.
 */
export async function recordExport(
  transaction: WalkingTransaction,
  own: Exporter,
  ekspor: string,
  { daftar, isi }: ExportWish,
  perInstansi: ReadonlyMap<number, number>,
): Promise<void> {
  const { bentuk, alasan, cari, kolom, pilihan, ...filter } = isi;
  // What somebody searched for may be a person's name or number, and so are the rows that were chosen; that it was so is enough.
  const words = {
    ...filter,
    cari: cari && 'ya',
    pilihan: pilihan && 'ya',
    kolom: kolom?.join(','),
    alasan,
  };
  const given = Object.entries(words).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const concerned = perInstansi.size === 0 ? new Map([[own.instansi, 0]]) : perInstansi;
  for (const [instansi, baris] of concerned) {
    await transaction.enter({ lingkup: 'instansi', instansi });
    await recordEvent(transaction, {
      instansi,
      pelaku: own.penggunaId,
      tindakan: 'ekspor.buat',
      sasaran: `ekspor/${ekspor}`,
      rincian: { daftar, baris, bentuk, ...Object.fromEntries(given) },
    });
  }
}
