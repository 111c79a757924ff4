import type { PersonAnswer } from '#findings/contract';
import { formatNumber } from '../../ui/format.ts';
import type { Side } from '../../ui/source-mark.tsx';

export type Field = PersonAnswer['kelompok'][number]['bidang'][number];

/** Fields of the catalogue that tell what somebody is now, in the order of the sentence under the name. */
const NOW = ['jabatan', 'golongan', 'unit_kerja'] as const;

/** Post, rank and unit of today, as far as they are known; BKN's where both sides have one. */
export function describeNow({ kelompok }: Pick<PersonAnswer, 'kelompok'>): readonly string[] {
  const fields = kelompok.flatMap(({ bidang }) => bidang);
  return NOW.flatMap((name) => {
    const field = fields.find(({ bidang }) => bidang === name);
    return field?.bkn ?? field?.simpeg ?? [];
  });
}

/** The side on which somebody stands alone. */
export const ONLY_SIDE: Readonly<Record<PersonAnswer['keadaan'], Side | undefined>> = {
  berpasangan: undefined,
  'hanya-simpeg': 'simpeg',
  'hanya-bkn': 'bkn',
};

/** Whether both sides delivered the field. */
export const isCompared = ({ simpegKeadaan, bknKeadaan }: Field): boolean =>
  simpegKeadaan !== 'tidak-dikirim' && bknKeadaan !== 'tidak-dikirim';

/** How many fields of a group are equal, and how many one side did not deliver. */
export function countWords(fields: readonly Field[], { keadaan }: Pick<PersonAnswer, 'keadaan'>): string {
  if (keadaan !== 'berpasangan') return `${formatNumber(fields.length)} bidang`;
  const count = (side: 'simpegKeadaan' | 'bknKeadaan'): number =>
    fields.filter((field) => field[side] === 'tidak-dikirim').length;
  const same = fields.filter(isCompared);
  return [
    `${formatNumber(same.length)} sama`,
    count('simpegKeadaan') > 0 ? `${formatNumber(count('simpegKeadaan'))} tidak dikirim Simpeg` : '',
    count('bknKeadaan') > 0 ? `${formatNumber(count('bknKeadaan'))} tidak dikirim BKN` : '',
  ]
    .filter((words) => words !== '')
    .join(', ');
}

/** Blanks that a page does not show make no other form. */
export const looksEqual = (one: string, other: string): boolean =>
  one.trim().replaceAll(/\s+/g, ' ') === other.trim().replaceAll(/\s+/g, ' ');

/** The sentence of a cause beside the name of its field, which it does not say again: "kosong di Simpeg". */
export function besideField({ label, kalimat }: { readonly label: string; readonly kalimat: string | null }): string {
  const sentence = kalimat ?? '';
  return sentence.startsWith(`${label} `) ? sentence.slice(label.length + 1) : sentence;
}
