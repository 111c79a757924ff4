import { correlation, FEWEST_RISING } from './correlation.ts';
import type { Field } from '#canonical';
import type { Reference } from '#reference';
import { golonganLabel, GOLONGAN_PNS } from '#rules/golongan.ts';
import type { ColumnFacts } from '../sample/column-facts.ts';
import type { ColumnEvidence } from './column-evidence.ts';
import { DIRECT, found, type ReaderFinding, sorted } from './reader-finding.ts';
import { countSexes, type Yardstick } from './yardstick.ts';

/**
 * The meaning of each value of sex by digit 15 of the NIP. Words and letters in their usual sense need no table; digits do, and
 * whatever an office means the other way round.
 */
export function sexReader(column: ColumnEvidence, yardstick: Yardstick): ReaderFinding {
  const table: Record<string, string> = {};
  const counts = countSexes(yardstick, column.facts);
  let [right, all, fewest] = [0, 0, Infinity];
  for (const [value, [men, women]] of counts) {
    all += men + women;
    right += Math.max(men, women);
    const isClear = Math.max(men, women) > (men + women) * 0.8;
    // of few rows all must agree; of many a value that nearly nobody has is an error of typing
    if (!isClear || (men + women < ENOUGH_OF_A_SEX && yardstick.parts.size >= FEW_PEOPLE)) continue;
    const sex = men > women ? 'M' : 'F';
    // One person whose NIP says otherwise is a difference, and turns no usual word.
    if (men + women < ENOUGH_OF_A_SEX && (usualSex(value) ?? sex) !== sex) continue;
    table[value] = sex;
    fewest = Math.min(fewest, men + women);
  }
  const values = [...column.facts.distinct.keys()];
  const isUsual = Object.entries(table).every(([value, sex]) => usualSex(value) === sex);
  const isWord = values.every((value) => usualSex(value) !== undefined);
  if (new Set(Object.values(table)).size < 2 && isUsual)
    return isWord ? DIRECT : found({ jenis: 'langsung' }, 'arti nilainya belum dapat dipastikan dari NIP', true);
  const bukti = `${((right / all) * 100).toFixed(1).replace('.', ',')}% cocok dengan digit ke-15 NIP`;
  if (isUsual) return { ...DIRECT, bukti };
  return found({ jenis: 'kode', tabel: sorted(table) }, bukti, fewest < ENOUGH_OF_A_SEX);
}

/** People of one value from which its sex is sure; with fewer people in all, one of them must do, as a guess. */
const ENOUGH_OF_A_SEX = 3;
const FEW_PEOPLE = 20;

function usualSex(value: string): string | undefined {
  if (/^(?:l|m|laki.*|pria|male)$/i.test(value)) return 'M';
  return /^(?:p|f|perempuan|wanita|female)$/i.test(value) ? 'F' : undefined;
}

/** Local numbers 1 to 17 of golongan in the order of the ladder, where people crowd as they do; else undefined. */
export function ladderReader(field: Field, facts: ColumnFacts, yardstick: Yardstick): ReaderFinding | undefined {
  if (!isLadder(field, facts) || !risesWithService(facts, yardstick) || !beginsByLaw(facts, yardstick))
    return undefined;
  const table = Object.fromEntries(GOLONGAN_PNS.map(({ kode }, index) => [String(index + 1), golonganLabel(kode)]));
  for (const value of facts.distinct.keys()) {
    const padded = table[String(Number(value))];
    if (padded !== undefined) table[value] = padded;
  }
  // without people in common the order is likely, not proved
  return found({ jenis: 'kode', tabel: table }, 'nomor 1-17 menurut urutan golongan', true);
}

/** Where on the ladder of 17 most people stand: III/a to IV/a now, II/a to III/b when they began. */
const CROWDED: Readonly<Record<string, readonly [number, number]>> = { golongan: [8, 13], golongan_cpns: [3, 10] };

/** Numbers 1 to 17 crowding where people do; numbers beyond are the office's own, for PPPK for instance. */
function isLadder(field: Field, facts: ColumnFacts): boolean {
  const within = (low: number, high: number): number =>
    facts.shareOf((value) => /^\d{1,2}$/.test(value) && Number(value) >= low && Number(value) <= high);
  const [low, high] = CROWDED[field.nama.replace(/_id$/, '')] ?? [1, 17];
  return within(1, 17) > 0.75 && within(1, 30) > 0.95 && within(low, high) > 0.55;
}

/** Correlation of rung and years since appointment that a shuffled list of people's golongan hardly reaches. */
const RISING = 0.3;

/**
 * Whether higher numbers stand beside earlier appointments, as golongan does: numbers given out in another order crowd now and then where
 * golongan crowds, but do not rise with service. Undecided where few people could tell, which counts as yes.
 */
function risesWithService({ values }: ColumnFacts, { parts }: Yardstick): boolean {
  const points: (readonly [rung: number, year: number])[] = [];
  for (const [row, nip] of parts) {
    const rung = Number(values[row] ?? '');
    if (nip.jenis === 'pns' && rung >= 1 && rung <= 17) points.push([rung, Math.trunc(nip.tmtCpns / 10_000)]);
  }
  return points.length < FEWEST_RISING || -correlation(points) >= RISING;
}

/** Years in which nobody has been promoted yet, and newcomers from whom the rungs can be told. */
const NEWCOMER_YEARS = 3;
const FEWEST_NEWCOMERS = 5;
/** II/a, II/c, III/a and III/b, on which people are appointed; from III/a on with a degree. */
const FIRST_RUNGS: ReadonlySet<number> = new Set([5, 7, 9, 10]);
const WITH_DEGREE = 9;

/**
 * Whether the newest people stand on rungs of appointment: codes that only number the golongan which the office has stand beside other
 * ones. Where there are few newcomers, nothing is told.
 */
function beginsByLaw({ values }: ColumnFacts, { parts }: Yardstick): boolean {
  const rungs = [...parts].flatMap(([row, nip]) => {
    const rung = Number(values[row] ?? '');
    return nip.jenis === 'pns' && rung >= 1 && rung <= 17 ? [[rung, Math.trunc(nip.tmtCpns / 10_000)] as const] : [];
  });
  const newest = rungs.reduce((latest, [, year]) => Math.max(latest, year), 0);
  const first = rungs.filter(([, year]) => year > newest - NEWCOMER_YEARS).map(([rung]) => rung);
  return (
    first.length >= FEWEST_NEWCOMERS &&
    first.some((rung) => rung >= WITH_DEGREE) &&
    first.filter((rung) => FIRST_RUNGS.has(rung)).length >= first.length * 0.75
  );
}

/** CPNS, PNS and PPPK as 1, 2 and 3, where most people are 2. */
export function statusReader(field: Field, facts: ColumnFacts): ReaderFinding {
  const values = [...facts.distinct.keys()];
  if (!values.every((value) => /^0?[1-4]$/.test(value))) return DIRECT;
  const counts = (digit: string): number =>
    [...facts.distinct].reduce((sum, [value, count]) => sum + (Number(value) === Number(digit) ? count : 0), 0);
  if (counts('2') < counts('1')) return localReader(field, facts);
  const table: Record<string, string> = { 1: 'C', 2: 'P', 3: 'PPPK' };
  for (const value of values) table[value] ??= table[String(Number(value))] ?? 'PPPK';
  return found({ jenis: 'kode', tabel: table }, '1 = CPNS, 2 = PNS, 3 = PPPK menurut jumlahnya');
}

/**
 * Kinds of position by number. BKN has 1, 2 and 4 and never 3 for one kind; local systems count 1, 2, 3, and after UU ASN write
 * 20, 30 and 40 for the structural groups.
 */
export function kindReader(field: Field, facts: ColumnFacts): ReaderFinding {
  const values = new Set([...facts.distinct.keys()].map(Number));
  const share = (...codes: readonly number[]): number =>
    [...facts.distinct].reduce((sum, [value, count]) => sum + (codes.includes(Number(value)) ? count : 0), 0) /
    facts.filled;
  const isKnown = (...codes: readonly number[]): boolean => [...values].every((value) => codes.includes(value));
  const functionalLeads = share(2) > share(1, 20, 30, 40) && share(2) > share(3, 4);
  if (!functionalLeads) return neighbourKinds(facts) ?? localReader(field, facts);
  if ([20, 30, 40].some((code) => values.has(code)) && isKnown(1, 2, 3, 4, 20, 30, 40)) {
    return found(
      { jenis: 'kode', tabel: { 1: '1', 2: '2', 3: '4', 20: '1', 30: '1', 40: '1' } },
      '20/30/40 = struktural, 3 = pelaksana',
    );
  }
  if (isKnown(1, 2, 3) && share(3) > share(1)) {
    return found({ jenis: 'kode', tabel: { 1: '1', 2: '2', 3: '4' } }, '1/2/3 setempat = 1/2/4 BKN menurut jumlahnya');
  }
  return isKnown(1, 2, 4) && share(4) > share(1) ? DIRECT : localReader(field, facts);
}

/** Three neighbouring codes of any numbering, functional in the middle and structural the fewest: BKN's 1, 2 and 4. */
function neighbourKinds(facts: ColumnFacts): ReaderFinding | undefined {
  const codes = [...facts.distinct.keys()]
    .filter((value) => (facts.distinct.get(value) ?? 0) > facts.filled * 0.02)
    .toSorted();
  const [structural = '', functional = '', general = ''] = codes;
  const areNeighbours = Number(functional) === Number(structural) + 1 && Number(general) === Number(functional) + 1;
  const count = (code: string): number => facts.distinct.get(code) ?? 0;
  if (codes.length !== 3 || !areNeighbours) return undefined;
  if (count(functional) < count(general) || count(general) < count(structural)) return undefined;
  const tabel = { [structural]: '1', [functional]: '2', [general]: '4' };
  return found({ jenis: 'kode', tabel }, 'tiga kode berurutan = 1/2/4 BKN menurut jumlahnya');
}

/** Share of cells beyond which lengths of codes are dirt. */
const COMMON_LENGTHS = 0.95;

/**
 * Codes whose meaning nothing in the file tells; people in common will. The codes of a short list have one or two lengths;
 * those of posts and units grow with their number.
 */
export function localReader(field: Field, facts: ColumnFacts): ReaderFinding {
  const bukti = 'kode setempat tanpa tabel arti';
  if (!SHORT_LISTS.has(field.tabelReferensi?.[0] ?? '')) return found({ jenis: 'kode_lokal' }, bukti, true);
  let panjang = 2;
  while (panjang < 12 && facts.shareOf((value) => value.length <= panjang) < COMMON_LENGTHS) panjang++;
  return found({ jenis: 'kode_lokal', panjang }, bukti, true);
}

const SHORT_LISTS: ReadonlySet<string> = new Set([
  'agama',
  'eselon',
  'golongan_pns',
  'jenis_jabatan',
  'jenis_kawin',
  'jenis_pegawai',
  'kedudukan_hukum',
  'status_cpns_pns',
  'tingkat_pendidikan',
]);

/** Codes of two digits that a local numbering hardly meets: levels of education in steps of five, eselon by pairs. */
const TELLING: ReadonlySet<string> = new Set(['pendidikan_tingkat', 'eselon', 'pendidikan_cpns_tingkat']);

/**
 * Whether bare codes are BKN's. Small numbers occur in every local list, so they are believed only where BKN's numbering is
 * telling; what is taken for local is learned from people in common and loses nothing.
 */
export function isNational(field: Field, facts: ColumnFacts, reference: Reference): boolean {
  const table = reference.table(...(field.tabelReferensi ?? []));
  if (table.size === 0 || table.size > 200) return false;
  const isTelling = TELLING.has(field.nama.replace(/_id$/, '')) && facts.distinct.size >= 3;
  return (isTelling || facts.meanLength > 14) && facts.shareOf((value) => table.findById(value) !== undefined) >= 0.97;
}
