import { fail, ok } from '#kernel/result.ts';
import { foldText, isEmptyText } from '#kernel/text.ts';
import { foldDigitForms } from './digit.ts';
import type { Reading } from './reading.ts';

/**
 * Golongan ruang and pangkat of a PNS, lowest first (PP 99/2000 with its annex; names as BKN's reference service publishes
 * them). `kode` is BKN's two digits.
 */
export const GOLONGAN_PNS = [
  { kode: '11', label: 'I/a', pangkat: 'Juru Muda' },
  { kode: '12', label: 'I/b', pangkat: 'Juru Muda Tingkat I' },
  { kode: '13', label: 'I/c', pangkat: 'Juru' },
  { kode: '14', label: 'I/d', pangkat: 'Juru Tingkat I' },
  { kode: '21', label: 'II/a', pangkat: 'Pengatur Muda' },
  { kode: '22', label: 'II/b', pangkat: 'Pengatur Muda Tingkat I' },
  { kode: '23', label: 'II/c', pangkat: 'Pengatur' },
  { kode: '24', label: 'II/d', pangkat: 'Pengatur Tingkat I' },
  { kode: '31', label: 'III/a', pangkat: 'Penata Muda' },
  { kode: '32', label: 'III/b', pangkat: 'Penata Muda Tingkat I' },
  { kode: '33', label: 'III/c', pangkat: 'Penata' },
  { kode: '34', label: 'III/d', pangkat: 'Penata Tingkat I' },
  { kode: '41', label: 'IV/a', pangkat: 'Pembina' },
  { kode: '42', label: 'IV/b', pangkat: 'Pembina Tingkat I' },
  { kode: '43', label: 'IV/c', pangkat: 'Pembina Utama Muda' },
  { kode: '44', label: 'IV/d', pangkat: 'Pembina Utama Madya' },
  { kode: '45', label: 'IV/e', pangkat: 'Pembina Utama' },
] as const;

/** Golongan of a PPPK, lowest first (Perpres 98/2020); BKN's ids for them are not known, so the label is the code. */
export const GOLONGAN_PPPK = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
  'XVI',
  'XVII',
] as const;

export type GolonganPns = (typeof GOLONGAN_PNS)[number]['kode'];
export type GolonganPppk = (typeof GOLONGAN_PPPK)[number];
/** The two kinds never share a code: one is two digits, the other a roman number. */
export type Golongan = GolonganPns | GolonganPppk;

export type GolonganFault = 'GOLONGAN_TIDAK_DIKENAL' | 'GOLONGAN_BERTENTANGAN';

export interface GolonganOptions {
  /** The column holds local numbers 1 to 17 in the order of the table; only where none of its values exceeds 17. */
  readonly localIds?: boolean;
  /** The person is a PPPK: a roman number alone, or 1 to 17, is a golongan of PPPK. */
  readonly pppk?: boolean;
}

type PnsRow = (typeof GOLONGAN_PNS)[number];
const PNS_BY_KODE: ReadonlyMap<string, PnsRow> = new Map(GOLONGAN_PNS.map((row) => [row.kode, row]));
const PNS_BY_PANGKAT: ReadonlyMap<string, GolonganPns> = new Map(
  GOLONGAN_PNS.map((row) => [row.pangkat.toUpperCase(), row.kode]),
);
const PPPK_SET: ReadonlyMap<string, GolonganPppk> = new Map(GOLONGAN_PPPK.map((label) => [label, label]));
const RANKS: ReadonlyMap<Golongan, number> = new Map(
  [GOLONGAN_PNS.map(({ kode }) => kode), GOLONGAN_PPPK].flatMap((ladder) =>
    ladder.map((kode, index): [Golongan, number] => [kode, index + 1]),
  ),
);
const GROUP_OF_NUMERAL: Readonly<Record<string, string>> = { I: '1', II: '2', III: '3', IV: '4' };

const LONGEST = 80;
/** Roman or plain number and letter in any spelling; a small L typed for an I counts as one. */
const NUMERAL_AND_LETTER = /(?:^|[^A-Z0-9])([IL]{1,3}|[IL]V|[1-4])[ /.,\-‐-―\\]*([A-E])(?![A-Z0-9])/;
const PREFIX = /^(?:GOL(?:ONGAN)?(?:[ ./-]*RUANG)?|PPPK)[ .:]+/;
const TINGKAT = /\b(?:TK|TKT|TINGKAT) ?(?:1|I)\b/;

/**
 * Reads a golongan in any of the spellings in use: III/a, III-a, IIIa, "III / A", 3a, BKN's 31, Kemendagri's 131, a pangkat
 * name, or both ("Penata Muda (III/a)", which must agree). Gives BKN's code, for a PPPK the roman number. A bare 0 is empty.
 */
export function parseGolongan(text: string, options: GolonganOptions = {}): Reading<Golongan, GolonganFault> {
  if (isEmptyText(text)) return ok(undefined);
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return fail('GOLONGAN_TIDAK_DIKENAL');
  const upper = foldDigitForms(trimmed).toUpperCase().replace(PREFIX, '').replace(/^'/, '');
  if (/^[0-9]+(?:\.0)?$/.test(upper)) return readNumber(upper.replace('.0', ''), options);
  const pppk = options.pppk ? PPPK_SET.get(upper) : undefined;
  return pppk ? ok(pppk) : readWords(upper);
}

function readNumber(digits: string, { localIds, pppk }: GolonganOptions): Reading<Golongan, GolonganFault> {
  if (/^0+$/.test(digits)) return ok(undefined);
  const number = Number(digits);
  if (number <= 17 && (localIds || pppk)) {
    const found = pppk ? GOLONGAN_PPPK[number - 1] : GOLONGAN_PNS[number - 1]?.kode;
    return found ? ok(found) : fail('GOLONGAN_TIDAK_DIKENAL');
  }
  const found = PNS_BY_KODE.get(digits.length === 3 && digits.startsWith('1') ? digits.slice(1) : digits);
  return found ? ok(found.kode) : fail('GOLONGAN_TIDAK_DIKENAL');
}

function readWords(upper: string): Reading<GolonganPns, GolonganFault> {
  const match = NUMERAL_AND_LETTER.exec(upper);
  const kode = match ? readNumeral(match[1] ?? '', match[2] ?? '') : undefined;
  const words = foldText(match ? upper.replace(match[0], ' ') : upper);
  const byName = words === '' ? undefined : parsePangkat(words);
  if (kode === undefined) return byName ? ok(byName) : fail('GOLONGAN_TIDAK_DIKENAL');
  return byName !== undefined && byName !== kode ? fail('GOLONGAN_BERTENTANGAN') : ok(kode);
}

function readNumeral(numeral: string, letter: string): GolonganPns | undefined {
  const group = GROUP_OF_NUMERAL[numeral.replaceAll('L', 'I')] ?? numeral;
  return PNS_BY_KODE.get(`${group}${letter.charCodeAt(0) - 64}`)?.kode;
}

/** BKN's code for a pangkat name: "Penata Muda Tk. I", "PENATA MUDA TINGKAT I". */
export function parsePangkat(text: string): GolonganPns | undefined {
  return PNS_BY_PANGKAT.get(foldText(text.slice(0, LONGEST)).replace(TINGKAT, 'TINGKAT I'));
}

/** "III/a" for 31; a PPPK's code is its own label. */
export function golonganLabel(kode: Golongan): string {
  return PNS_BY_KODE.get(kode)?.label ?? kode;
}

/** "Penata Muda" for 31; a PPPK has no pangkat. */
export function pangkatName(kode: Golongan): string | undefined {
  return PNS_BY_KODE.get(kode)?.pangkat;
}

/** Whether the text is a code of this table, PNS or PPPK. */
export function isGolongan(kode: string): kode is Golongan {
  return PNS_BY_KODE.has(kode) || PPPK_SET.has(kode);
}

/** Place on the ladder from 1 to 17, for PNS and PPPK each. */
export function golonganRank(kode: Golongan): number {
  return RANKS.get(kode) ?? 0;
}

/** Steps from the first to the second, negative downward; undefined between a PNS and a PPPK, who climb different ladders. */
export function golonganSteps(from: Golongan, to: Golongan): number | undefined {
  if (PPPK_SET.has(from) !== PPPK_SET.has(to)) return undefined;
  return golonganRank(to) - golonganRank(from);
}

/** How the Simpeg's golongan stands to BKN's, for `sebab`; undefined where they are equal. */
export function describeGolonganDifference(simpeg: Golongan, bkn: Golongan): string | undefined {
  const steps = golonganSteps(simpeg, bkn);
  if (steps === undefined) return 'golongan PNS dan PPPK';
  if (steps === 0) return undefined;
  const howFar = Math.abs(steps) === 1 ? 'satu tingkat' : `${Math.abs(steps)} tingkat`;
  return `Simpeg ${howFar} di ${steps > 0 ? 'bawah' : 'atas'} BKN`;
}
