import type { Grain } from '../../ui/diff.ts';

/** Names and numbers are compared letter by letter, gelar title by title, longer texts word by word. */
export function grainOf(bidang: string): Grain {
  if (/gelar/i.test(bidang)) return 'title';
  return /jabatan|unit|unor|alamat|pendidikan|instansi|satuan|lokasi|agama|jenis/i.test(bidang) ? 'word' : 'character';
}
