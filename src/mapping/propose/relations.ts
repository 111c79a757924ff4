import type { FieldName } from '#canonical';
import { type LocalDate, monthOf, yearOf } from '#kernel/local-date.ts';
import type { DatesByRow } from '../sample/date-facts.ts';
import { type AssignInput, assignColumns, type Assigned } from './assign.ts';
import {
  best,
  FEWEST,
  type Finding,
  isDate,
  isInDoubt,
  percent,
  shareOf,
  sorted,
  withFinding,
  witness,
} from './finding.ts';
import { relateRaises } from './relate-raises.ts';
import { relateService } from './relate-service.ts';
import { relateUnits } from './relate-units.ts';
import { textKindOf } from './text-kinds.ts';
import { foldGolongan } from './written-golongan.ts';

/**
 * What the rows say about columns side by side, once some of them are known: a decree is dated in the months before it takes effect,
 * its number carries the year, the next periodic raise is two years after the last, and nobody's first golongan is above the
 * present one. Names play no part. Only columns that are still in doubt gain or lose by it.
 */
export function relateColumns(inputs: readonly AssignInput[]): readonly AssignInput[] {
  const withRaises = relateRaises(inputs, assignColumns(inputs));
  const withDates = relateDates(withRaises, assignColumns(withRaises));
  const withNumbers = relateNumbers(withDates, assignColumns(withDates));
  const withService = relateService(withNumbers, assignColumns(withNumbers));
  return relateGolongan(relateUnits(withService, assignColumns(withService)));
}

/** What takes effect and the decree about it. */
const DECREED: readonly (readonly [tmt: FieldName, tanggal: FieldName, nomor: FieldName])[] = [
  ['tmt_cpns', 'tgl_sk_cpns', 'no_sk_cpns'],
  ['tmt_pns', 'tgl_sk_pns', 'no_sk_pns'],
  ['tmt_golongan', 'tgl_sk_golongan', 'no_sk_golongan'],
  ['tmt_jabatan', 'tgl_sk_jabatan', 'no_sk_jabatan'],
  ['tmt_kgb', 'tgl_sk_kgb', 'no_sk_kgb'],
];

/** Months within which a decree is written before it takes effect. */
const DECREE_MONTHS = 5;

const months = (date: LocalDate): number => yearOf(date) * 12 + monthOf(date);

/** Months from one date to the other, row by row where both are known. */
function gaps(from: DatesByRow, to: DatesByRow): readonly number[] {
  return from.flatMap((date, row) => {
    const other = to[row];
    return date === undefined || other === undefined ? [] : [months(other) - months(date)];
  });
}

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

/** A golongan above which nobody is appointed, and the share of rows that may be wrong. */
const HIGHEST_FIRST = '34';
const FEW_WRONG = 0.03;
/** What remains of a reading that the rows speak against. */
const AGAINST = 0.6;

/** Of two columns of golongan the one that is never above the other is not the present one; names of ranks beside one are not the golongan. */
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
    if (written.length > 0 && textKindOf(input.column.facts) === 'pangkat') return asRankName(input);
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

/** Names of ranks stand beside golongan one to one, as codes of it would. */
function asRankName(input: AssignInput): AssignInput {
  const others = input.candidates.filter(({ field }) => field?.normalisasi !== 'golongan');
  const finding = { nama: 'pangkat_nama', share: 1, bukti: 'isinya nama pangkat; golongannya di kolom lain' } as const;
  return withFinding({ ...input, candidates: others }, finding);
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
