import type { PegawaiField } from '#canonical';
import { dice, diceBelow } from '../dice.ts';
import { AGAMA, GOLONGAN, JENIS_JABATAN } from '../offices/labels.ts';
import type { Labels } from '../offices/kit.ts';
import { type Case, changeForm, type SideName } from './case.ts';

const LISTS: readonly (readonly [PegawaiField, Labels])[] = [
  ['agama', AGAMA],
  ['golongan', GOLONGAN],
  ['jenis_jabatan', JENIS_JABATAN],
];

/**
 * D20: the text of a neighbouring code beside the right code. The code is what counts, so the meaning stays; only records that
 * show both halves can disagree with themselves.
 */
export function disagree(subject: Case, rate: number, paired: ReadonlySet<string>): void {
  if (rate === 0) return;
  LISTS.forEach(([field, labels], i) => {
    if (dice(subject.seed, 340 + i) >= rate) return;
    const side: SideName = dice(subject.seed, 350 + i) < 0.75 ? 'simpeg' : 'bkn';
    if (side === 'simpeg' && !paired.has(field)) return;
    const code = subject[side]?.meaning[`${field}_id` as PegawaiField];
    const others = Object.keys(labels).filter((each) => each !== code);
    const other = others[diceBelow(subject.seed, 360 + i, others.length)];
    if (code !== undefined && other !== undefined) changeForm(subject, side, 'D20', { [field]: labels[other] });
  });
}
