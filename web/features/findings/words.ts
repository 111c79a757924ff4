import type { CLASSES, PersonList } from '#findings/contract';
import type { Grain } from '../../ui/diff.ts';

type DifferenceClass = (typeof CLASSES)[number];

export const CLASS_WORDS: Readonly<Record<DifferenceClass, string>> = {
  beda: 'Berbeda',
  mirip: 'Mirip',
  kosong_simpeg: 'Kosong di Simpeg',
  kosong_bkn: 'Kosong di BKN',
  tak_terbandingkan: 'Tidak terbandingkan',
};

export const STATE_WORDS: Readonly<Record<PersonList['baris'][number]['keadaan'], string>> = {
  berpasangan: 'Berpasangan',
  'hanya-simpeg': 'Hanya di Simpeg',
  'hanya-bkn': 'Hanya di BKN',
};

/** Names and numbers are compared letter by letter, gelar title by title, longer texts word by word. */
export function grainOf(bidang: string): Grain {
  if (/gelar/i.test(bidang)) return 'title';
  return /jabatan|unit|unor|alamat|pendidikan|instansi|satuan|lokasi|agama|jenis/i.test(bidang) ? 'word' : 'character';
}
