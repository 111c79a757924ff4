import type { Field } from '#canonical';
import type { Reference } from '#reference';
import { golonganLabel, GOLONGAN_PNS } from '#rules/golongan.ts';
import type { Reader } from '../recipe.ts';
import type { ColumnFacts } from '../sample/column-facts.ts';
import type { ColumnEvidence } from './column-evidence.ts';
import type { SharedPeople } from './evidence.ts';
import type { Lookup } from './lookups.ts';
import { countSexes, type Yardstick } from './yardstick.ts';

/** How a column is read, and what decided it. */
export interface ReaderFinding {
  readonly reader: Reader;
  readonly bukti: string;
  /** The reading is only the usual one: the column must not be called certain. */
  readonly isGuess: boolean;
}

export interface ReaderContext {
  readonly yardstick: Yardstick;
  readonly people: SharedPeople | undefined;
  readonly reference: Reference;
  /** The structure is BKN's own, so its codes are BKN's. */
  readonly isBkn: boolean;
  /** The source's own table of the column's codes, where one was found. */
  readonly lookup: Lookup | undefined;
}

const DIRECT: ReaderFinding = { reader: { jenis: 'langsung' }, bukti: '', isGuess: false };

const found = (reader: Reader, bukti: string, isGuess = false): ReaderFinding => ({ reader, bukti, isGuess });

/** Chooses the reader of a mapped column by its values. */
export function chooseReader(field: Field, column: ColumnEvidence, context: ReaderContext): ReaderFinding {
  if (column.facts.isEmpty) return DIRECT;
  switch (field.tipe) {
    case 'tanggal':
      return dateReader(column);
    case 'nama':
      return field.nama === 'nama' ? nameReader(column.facts) : DIRECT;
    case 'bilangan':
    case 'teks':
      return field.normalisasi === 'masa_kerja' && column.facts.share('masaKerjaTeks') > 0.5
        ? found({ jenis: 'masa_kerja' }, 'tertulis "x tahun y bulan"')
        : DIRECT;
    case 'kode':
      if (field.nama === '@pegawai_key') return DIRECT;
      return field.normalisasi === 'golongan'
        ? golonganReader(field, column, context)
        : codeReader(field, column, context);
    default:
      return DIRECT;
  }
}

function dateReader(column: ColumnEvidence): ReaderFinding {
  const { order, isDecided, bukti } = column.dates.order;
  return found({ jenis: 'tanggal', urutan: order }, bukti, !isDecided);
}

function nameReader(facts: ColumnFacts): ReaderFinding {
  const share = facts.share('bergelar');
  return share >= 0.05 ? found({ jenis: 'nama_bergelar' }, `${Math.round(share * 100)}% nama memuat gelar`) : DIRECT;
}

const isCode = (facts: ColumnFacts): boolean =>
  facts.shareOf((value) => /^[\d.]+$/.test(value) || (value.length <= 4 && /\d/.test(value))) > 0.8 &&
  facts.meanLength <= 14;

function codeReader(field: Field, column: ColumnEvidence, context: ReaderContext): ReaderFinding {
  if (field.nama === 'jenis_kelamin') return sexReader(column, context.yardstick);
  if (context.lookup) return lookupReader(context.lookup);
  const learned = learnedReader(field, column.facts, context.people);
  if (learned) return learned;
  if (field.nama === 'status_cpns_pns' && !context.isBkn) return statusReader(column.facts);
  if (context.isBkn || !isCode(column.facts)) return DIRECT;
  if (field.nama === 'jenis_jabatan') return kindReader(column.facts);
  return isNational(field, column.facts, context.reference) ? DIRECT : LOCAL;
}

/** Codes whose meaning nothing in the file tells; people in common will. */
const LOCAL: ReaderFinding = found({ jenis: 'kode_lokal' }, 'kode setempat tanpa tabel arti', true);

function lookupReader({ tabel, kunci, nilai }: Lookup): ReaderFinding {
  return found({ jenis: 'rujukan', tabel, kunci, nilai }, `artinya dari tabel ${tabel}`);
}

/** The meaning of each value of sex by digit 15 of the NIP, whatever letter or number the office uses. */
function sexReader(column: ColumnEvidence, yardstick: Yardstick): ReaderFinding {
  const table: Record<string, string> = {};
  let right = 0;
  let all = 0;
  for (const [value, [men, women]] of countSexes(yardstick, column.facts)) {
    all += men + women;
    right += Math.max(men, women);
    if (men + women >= 3 && Math.max(men, women) > (men + women) * 0.8) table[value] = men > women ? 'M' : 'F';
  }
  const isTold = new Set(Object.values(table)).size === 2;
  if (!isTold) return DIRECT;
  for (const value of column.facts.distinct.keys()) {
    const usual = usualSex(value);
    if (table[value] === undefined && usual !== undefined && !isContradicted(usual, table)) table[value] = usual;
  }
  return found(
    { jenis: 'kode', tabel: sorted(table) },
    `${((right / all) * 100).toFixed(1).replace('.', ',')}% cocok dengan digit ke-15 NIP`,
  );
}

function usualSex(value: string): string | undefined {
  if (/^(?:l|m|1|laki.*|pria|male)$/i.test(value)) return 'M';
  return /^(?:p|f|2|perempuan|wanita|female)$/i.test(value) ? 'F' : undefined;
}

/** One-letter and one-digit codes of an office that means them the other way round are not completed from habit. */
function isContradicted(usual: string, table: Readonly<Record<string, string>>): boolean {
  return Object.entries(table).some(([value, sex]) => {
    const habit = usualSex(value);
    return habit !== undefined && habit !== sex && usual !== undefined;
  });
}

/** Golongan in local numbers 1 to 17 in the order of the ladder; everything else the rule of golongan reads itself. */
function golonganReader(field: Field, column: ColumnEvidence, context: ReaderContext): ReaderFinding {
  const { facts } = column;
  if (context.lookup) return lookupReader(context.lookup);
  if (facts.share('romawi') > 0.6) return DIRECT;
  const learned = learnedReader(field, facts, context.people);
  if (learned) return learned;
  if (isLadder(field, facts)) {
    const table = Object.fromEntries(GOLONGAN_PNS.map(({ kode }, index) => [String(index + 1), golonganLabel(kode)]));
    for (const value of facts.distinct.keys()) {
      const padded = table[String(Number(value))];
      if (padded !== undefined) table[value] = padded;
    }
    return found({ jenis: 'kode', tabel: table }, 'nomor 1-17 menurut urutan golongan');
  }
  const known = facts.share('golongan');
  return known > 0.8 ? DIRECT : LOCAL;
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

function statusReader(facts: ColumnFacts): ReaderFinding {
  const values = [...facts.distinct.keys()];
  if (!values.every((value) => /^0?[1-4]$/.test(value))) return DIRECT;
  const counts = (digit: string): number =>
    [...facts.distinct].reduce((sum, [value, count]) => sum + (Number(value) === Number(digit) ? count : 0), 0);
  if (counts('2') < counts('1')) return LOCAL;
  const table = Object.fromEntries(values.map((value) => [value, ['', 'C', 'P', 'PPPK', 'PPPK'][Number(value)] ?? '']));
  return found({ jenis: 'kode', tabel: table }, '1 = CPNS, 2 = PNS, 3 = PPPK menurut jumlahnya');
}

/**
 * Kinds of position by number. BKN has 1, 2 and 4 and never 3 for one kind; local systems count 1, 2, 3, and after UU ASN write
 * 20, 30 and 40 for the structural groups.
 */
function kindReader(facts: ColumnFacts): ReaderFinding {
  const values = new Set([...facts.distinct.keys()].map(Number));
  const share = (...codes: readonly number[]): number =>
    [...facts.distinct].reduce((sum, [value, count]) => sum + (codes.includes(Number(value)) ? count : 0), 0) /
    facts.filled;
  const isKnown = (...codes: readonly number[]): boolean => [...values].every((value) => codes.includes(value));
  const functionalLeads = share(2) > share(1, 20, 30, 40) && share(2) > share(3, 4);
  if (!functionalLeads) return neighbourKinds(facts) ?? LOCAL;
  if ([20, 30, 40].some((code) => values.has(code)) && isKnown(1, 2, 3, 4, 20, 30, 40)) {
    return found(
      { jenis: 'kode', tabel: { 1: '1', 2: '2', 3: '4', 20: '1', 30: '1', 40: '1' } },
      '20/30/40 = struktural, 3 = pelaksana',
    );
  }
  if (isKnown(1, 2, 3) && share(3) > share(1)) {
    return found({ jenis: 'kode', tabel: { 1: '1', 2: '2', 3: '4' } }, '1/2/3 setempat = 1/2/4 BKN menurut jumlahnya');
  }
  return isKnown(1, 2, 4) && share(4) > share(1) ? DIRECT : LOCAL;
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

/** Codes that people in common explain: one BKN value against at least 90% of at least 5 people. */
function learnedReader(field: Field, facts: ColumnFacts, people: SharedPeople | undefined): ReaderFinding | undefined {
  if (!people?.isEnough || !isCode(facts) || facts.distinct.size > 60) return undefined;
  const counts = new Map<string, Map<string, number>>();
  for (const [value, bkn] of people.pairs(field, facts)) {
    const of = counts.get(value) ?? new Map<string, number>();
    of.set(bkn, (of.get(bkn) ?? 0) + 1);
    counts.set(value, of);
  }
  const table: Record<string, string> = {};
  for (const [value, of] of counts) {
    const all = [...of.values()].reduce((sum, count) => sum + count, 0);
    const [bkn, most] = [...of].toSorted((a, b) => b[1] - a[1])[0] ?? ['', 0];
    if (all >= 5 && most >= all * 0.9) table[value] = bkn;
  }
  const told = Object.entries(sorted(table));
  if (told.every(([value, bkn]) => value === bkn)) return undefined;
  if (told.length === facts.distinct.size) {
    return found({ jenis: 'kode', tabel: sorted(table) }, 'arti kode dipelajari dari pegawai yang ada di BKN');
  }
  // a table with holes would refuse the rare codes; left open, they are learned from everybody
  const words = told.map(([value, bkn]) => `${value} = ${bkn}`).join(', ');
  return found({ jenis: 'kode_lokal' }, `sebagian arti kode dipelajari dari pegawai yang ada di BKN: ${words}`);
}

/** Codes of two digits that a local numbering hardly meets: levels of education in steps of five, eselon by pairs. */
const TELLING: ReadonlySet<string> = new Set(['pendidikan_tingkat', 'eselon', 'pendidikan_cpns_tingkat']);

/**
 * Whether bare codes are BKN's. Small numbers occur in every local list, so they are believed only where BKN's numbering is
 * telling; what is taken for local is learned from people in common and loses nothing.
 */
function isNational(field: Field, facts: ColumnFacts, reference: Reference): boolean {
  const table = reference.table(...(field.tabelReferensi ?? []));
  if (table.size === 0 || table.size > 200) return false;
  const isTelling = TELLING.has(field.nama.replace(/_id$/, '')) && facts.distinct.size >= 3;
  return (isTelling || facts.meanLength > 14) && facts.shareOf((value) => table.findById(value) !== undefined) >= 0.97;
}

function sorted(table: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(table).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
