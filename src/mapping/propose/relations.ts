import { type FieldName, getField } from '#canonical';
import { type LocalDate, monthOf, yearOf } from '#kernel/local-date.ts';
import type { DatesByRow } from '../sample/date-facts.ts';
import { type AssignInput, assignColumns, type Assigned } from './assign.ts';
import type { Candidate } from './candidates.ts';
import { foldGolongan } from './written-golongan.ts';

/**
 * What the rows say about columns side by side, once some of them are known: a decree is dated in the months before it takes effect,
 * its number carries the year, the next periodic raise is two years after the last, and nobody's first golongan is above the
 * present one. Names play no part. Only columns that are still in doubt gain or lose by it.
 */
export function relateColumns(inputs: readonly AssignInput[]): readonly AssignInput[] {
  const withDates = relateDates(inputs, assignColumns(inputs));
  return relateGolongan(relateNumbers(withDates, assignColumns(withDates)));
}

/** What takes effect and the decree about it. */
const DECREED: readonly (readonly [tmt: FieldName, tanggal: FieldName, nomor: FieldName])[] = [
  ['tmt_cpns', 'tgl_sk_cpns', 'no_sk_cpns'],
  ['tmt_pns', 'tgl_sk_pns', 'no_sk_pns'],
  ['tmt_golongan', 'tgl_sk_golongan', 'no_sk_golongan'],
  ['tmt_jabatan', 'tgl_sk_jabatan', 'no_sk_jabatan'],
  ['tmt_kgb', 'tgl_sk_kgb', 'no_sk_kgb'],
];

/** Certainty from which a column bears witness for others, and up to which it is in doubt itself. */
const WITNESS = 0.6;
const IN_DOUBT = 0.85;
/** Rows without which nothing is said, share of them that must agree, and lead over the next reading. */
const FEWEST = 20;
const AGREE = 0.85;
const LEAD = 0.08;
/** Months within which a decree is written before it takes effect. */
const DECREE_MONTHS = 5;

const isInDoubt = ({ chosen, candidates, isClosed }: Assigned): boolean =>
  isClosed !== true && (chosen?.field ? chosen.score : 0) < IN_DOUBT && !candidates.some(({ isProved }) => isProved);

const isDate = ({ column }: AssignInput): boolean => !column.facts.isEmpty && column.facts.share('tanggal') > 0.8;

function witness(assigned: readonly Assigned[], nama: FieldName): Assigned | undefined {
  const [one, other] = assigned.filter(({ chosen }) => chosen?.field?.nama === nama && chosen.score >= WITNESS);
  return other ? undefined : one;
}

const months = (date: LocalDate): number => yearOf(date) * 12 + monthOf(date);

/** Months from one date to the other, row by row where both are known. */
function gaps(from: DatesByRow, to: DatesByRow): readonly number[] {
  return from.flatMap((date, row) => {
    const other = to[row];
    return date === undefined || other === undefined ? [] : [months(other) - months(date)];
  });
}

const shareOf = (list: readonly number[], test: (value: number) => boolean): number =>
  list.length < FEWEST ? 0 : list.filter(test).length / list.length;

interface Finding {
  readonly nama: FieldName;
  readonly share: number;
  readonly bukti: string;
}

/** The reading that clearly fits best. */
function best(findings: readonly Finding[]): Finding | undefined {
  const [first, second] = findings.toSorted((a, b) => b.share - a.share);
  if (!first || first.share < AGREE) return undefined;
  return second && second.share > first.share - LEAD ? undefined : first;
}

const percent = (share: number): string => `${(share * 100).toFixed(1).replace('.', ',')}%`;

function relateDates(inputs: readonly AssignInput[], assigned: readonly Assigned[]): readonly AssignInput[] {
  const witnesses = DECREED.flatMap(([tmt, tanggal]) => {
    const one = witness(assigned, tmt);
    return one && isDate(one) ? [{ tanggal, one }] : [];
  });
  return inputs.map((input, index) => {
    const own = assigned[index];
    if (!own || !isDate(input) || !isInDoubt(own)) return input;
    const { dates, shape } = input.column.dates;
    if (shape.firstOfMonth > 0.6) return withFinding(input, nextRaise(assigned, dates));
    const findings = witnesses.map(({ tanggal, one }): Finding => {
      const share = shareOf(gaps(dates, one.column.dates.dates), (gap) => gap >= 0 && gap <= DECREE_MONTHS);
      return { nama: tanggal, share, bukti: `${percent(share)} dalam bulan-bulan sebelum ${one.named.name}` };
    });
    return withFinding(input, best(findings));
  });
}

const RAISE_MONTHS = 24;

function nextRaise(assigned: readonly Assigned[], dates: DatesByRow): Finding | undefined {
  const last = witness(assigned, 'tmt_kgb');
  if (!last || !isDate(last)) return undefined;
  const share = shareOf(gaps(last.column.dates.dates, dates), (gap) => gap === RAISE_MONTHS);
  return best([
    { nama: 'tmt_kgb_berikutnya', share, bukti: `${percent(share)} tepat dua tahun sesudah ${last.named.name}` },
  ]);
}

/** The last number of four digits that can be a year. */
const YEAR = /.*\b((?:19[5-9]|20[0-4])\d)\b/;
const yearIn = (value: string): number => Number(YEAR.exec(value)?.[1] ?? 0);

function relateNumbers(inputs: readonly AssignInput[], assigned: readonly Assigned[]): readonly AssignInput[] {
  const witnesses = DECREED.flatMap(([tmt, tanggal, nomor]) => {
    const [decree, effect] = [witness(assigned, tanggal), witness(assigned, tmt)];
    if (decree && isDate(decree)) return [{ nomor, one: decree, before: 0 }];
    return effect && isDate(effect) ? [{ nomor, one: effect, before: 1 }] : [];
  });
  const graduated = witness(assigned, 'pendidikan_tahun_lulus');
  return inputs.map((input, index) => {
    const own = assigned[index];
    const { facts } = input.column;
    if (!own || facts.isEmpty || !isInDoubt(own) || facts.meanLength < 8) return input;
    if (facts.share('tanggal') > 0.3 || facts.share('memuatTahun') < 0.8) return input;
    const years = facts.values.map(yearIn);
    const findings = witnesses.map(({ nomor, one, before }): Finding => {
      const dates = one.column.dates.dates;
      const past = years.flatMap((year, row) => {
        const date = dates[row];
        return year === 0 || date === undefined ? [] : [yearOf(date) - year];
      });
      const share = shareOf(past, (gap) => gap >= 0 && gap <= before);
      return { nama: nomor, share, bukti: `${percent(share)} memuat tahun ${one.named.name}` };
    });
    const school = graduated?.column.facts.values.map(Number) ?? [];
    const since = years.flatMap((year, row) => (year === 0 || !school[row] ? [] : [year - school[row]]));
    const share = shareOf(since, (gap) => gap === 0);
    const ijazah: Finding = { nama: 'no_ijazah', share, bukti: `${percent(share)} memuat tahun lulus` };
    return withFinding(input, best([...findings, ijazah]));
  });
}

/** How much a reading that the rows bear out leaves of the doubt about it. */
const DOUBT_LEFT = 0.25;

function withFinding(input: AssignInput, finding: Finding | undefined): AssignInput {
  if (!finding) return input;
  const field = getField(finding.nama);
  const known = input.candidates.find((candidate) => candidate.field === field);
  const score = 1 - (1 - (known?.score ?? 0.2)) * DOUBT_LEFT;
  const bukti = [known?.bukti ?? '', finding.bukti].filter((part) => part !== '').join('; ');
  const candidate: Candidate = { field, name: 0, isProved: false, ...known, score, bukti };
  return sorted(input, [candidate, ...input.candidates.filter((other) => other !== known)]);
}

const sorted = (input: AssignInput, candidates: readonly Candidate[]): AssignInput => ({
  ...input,
  candidates: candidates.toSorted((a, b) => b.score - a.score),
});

/** A golongan above which nobody is appointed, and the share of rows that may be wrong. */
const HIGHEST_FIRST = '34';
const FEW_WRONG = 0.03;
/** What remains of a reading that the rows speak against. */
const AGAINST = 0.6;

/** Of two columns of golongan the one that is never above the other is not the present one. */
function relateGolongan(inputs: readonly AssignInput[]): readonly AssignInput[] {
  const written = inputs.flatMap((input) =>
    input.column.facts.filled >= FEWEST && input.column.facts.share('golonganTertulis') > 0.9
      ? [{ input, steps: input.column.facts.values.map((value) => (value === '' ? '' : foldGolongan(value))) }]
      : [],
  );
  const lower = new Set(
    written.filter((one) => written.some((other) => other !== one && isNeverAbove(one.steps, other.steps))),
  );
  const against = new Map<AssignInput, FieldName>();
  for (const one of written) {
    const filled = one.steps.filter((step) => step !== '');
    const isHigh = filled.filter((step) => step > HIGHEST_FIRST).length > filled.length * FEW_WRONG;
    if (isHigh && !lower.has(one)) against.set(one.input, 'golongan_cpns');
    else if (lower.has(one)) against.set(one.input, isHigh ? 'golongan_cpns' : 'golongan');
  }
  return inputs.map((input) => {
    const nama = against.get(input);
    if (nama === undefined) return input;
    return sorted(
      input,
      input.candidates.map((candidate) =>
        candidate.field?.nama === nama && !candidate.isProved
          ? { ...candidate, score: candidate.score * AGAINST }
          : candidate,
      ),
    );
  });
}

function isNeverAbove(a: readonly string[], b: readonly string[]): boolean {
  let [both, above, below] = [0, 0, 0];
  a.forEach((step, row) => {
    const other = b[row] ?? '';
    if (step === '' || other === '') return;
    both++;
    if (step > other) above++;
    if (step < other) below++;
  });
  return both >= FEWEST && above <= both * FEW_WRONG && below >= both * 0.2;
}
