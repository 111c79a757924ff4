import { getSlot } from '#mapping';

/** What lists show of a person. */
export interface Brief {
  readonly nip: string;
  readonly nipLama: string;
  readonly nama: string;
  readonly golongan: string;
  readonly jabatan: string;
  readonly unit: string;
}

/** Position of a field among the texts of a row. */
export const placeOf = (nama: Parameters<typeof getSlot>[0]): number => getSlot(nama).index;

const PLACES = {
  nip: placeOf('nip'),
  nipLama: placeOf('nip_lama'),
  nama: placeOf('nama'),
  golongan: placeOf('golongan'),
  jabatan: placeOf('jabatan'),
  unit: placeOf('unit_kerja'),
} as const;

export function briefOf(texts: readonly string[]): Brief {
  const at = (place: number): string => texts[place] ?? '';
  return {
    nip: at(PLACES.nip),
    nipLama: at(PLACES.nipLama),
    nama: at(PLACES.nama),
    golongan: at(PLACES.golongan),
    jabatan: at(PLACES.jabatan),
    unit: at(PLACES.unit),
  };
}

export function formatBrief({ nip, nipLama, nama, golongan, jabatan, unit }: Brief): string[] {
  return [nip, nipLama, nama, golongan, jabatan, unit];
}

export function parseBrief(cells: readonly string[]): Brief {
  const [nip = '', nipLama = '', nama = '', golongan = '', jabatan = '', unit = ''] = cells;
  return { nip, nipLama, nama, golongan, jabatan, unit };
}
