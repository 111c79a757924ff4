import type { PegawaiField } from '#canonical';
import { dice, diceBits } from '../dice.ts';
import type { Labels } from '../offices/kit.ts';
import { AGAMA, GOLONGAN, JENIS_JABATAN } from '../offices/labels.ts';
import type { UnitCodes } from '../offices/unit-codes.ts';
import { type Case, changeForm, fallsOn, type SideName } from './case.ts';
import type { Quota } from './quota.ts';

/** The text of another code of the same list, near by. */
type Neighbour = (code: string, bits: number, units: UnitCodes) => string | undefined;

const inList =
  (labels: Labels): Neighbour =>
  (code, bits) => {
    const others = Object.keys(labels).filter((each) => each !== code);
    return labels[others[bits % others.length] ?? ''];
  };

const LISTS: readonly (readonly [PegawaiField, Neighbour])[] = [
  ['agama', inList(AGAMA)],
  ['golongan', inList(GOLONGAN)],
  ['jenis_jabatan', inList(JENIS_JABATAN)],
  ['unit_kerja', (code, _, units) => units.nextTo(code)?.nama],
];

/** Share of the cases that fall on the Simpeg. */
const AT_SIMPEG = 0.75;

/**
 * D20: the text of a neighbouring code beside the right code. The code is what counts, so the meaning stays; only records that
 * show both halves can disagree with themselves.
 */
export function disagree(subject: Case, quota: Quota, paired: ReadonlySet<string>, units: UnitCodes): void {
  LISTS.forEach(([field, others], i) => {
    const side: SideName = dice(subject.seed, 350 + i) < AT_SIMPEG ? 'simpeg' : 'bkn';
    // BKN's record always shows both halves; a Simpeg's often does not, and then has no such cases.
    if (side === 'simpeg' && !paired.has(field)) return;
    const facts = subject[side]?.meaning;
    const code = facts?.[`${field}_id` as PegawaiField];
    if (code === undefined || facts?.[field] === undefined) return;
    if (!fallsOn(subject, 'D20', field, quota, dice(subject.seed, 340 + i))) return;
    const text = others(code, diceBits(subject.seed, 360 + i), units);
    if (text !== undefined && changeForm(subject, side, 'D20', { [field]: text })) quota.take();
  });
}
