import type { Field } from '#canonical';
import type { Reference } from '#reference';
import { parseTanggal } from '#rules/tanggal.ts';
import { ColumnFacts } from '../sample/column-facts.ts';
import { type DateOrder, dateOf, readDateFacts } from '../sample/date-facts.ts';
import type { ColumnEvidence } from './column-evidence.ts';
import type { SharedPeople } from './evidence.ts';
import { bearsOut, hasOwnWords, learnedReader, learnedWords, tabulateCodes } from './learned-codes.ts';
import type { Lookup } from './lookups.ts';
import { isNational, kindReader, ladderReader, localReader, sexReader, statusReader } from './code-readers.ts';
import { DIRECT, found, isCode, type ReaderFinding } from './reader-finding.ts';
import type { Yardstick } from './yardstick.ts';

export interface ReaderContext {
  readonly yardstick: Yardstick;
  readonly people: SharedPeople | undefined;
  readonly reference: Reference;
  /** The structure is BKN's own, so its codes are BKN's. */
  readonly isBkn: boolean;
  /** The source's own table of the column's codes, where one was found. */
  readonly lookup: Lookup | undefined;
}

/** Chooses the reader of a mapped column by its values. */
export function chooseReader(field: Field, column: ColumnEvidence, context: ReaderContext): ReaderFinding {
  if (column.facts.isEmpty) return DIRECT;
  switch (field.tipe) {
    case 'tanggal':
      return dateReader(field, column, context.people);
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

function dateReader(field: Field, column: ColumnEvidence, people: SharedPeople | undefined): ReaderFinding {
  const { order, isDecided, bukti } = column.dates.order;
  const byPeople = people && orderByPeople(people.pairs(field, column.facts));
  if (byPeople && byPeople !== order && isTwin(byPeople, order))
    return found({ jenis: 'tanggal', urutan: byPeople }, 'urutan menurut tanggal pegawai yang sama di BKN');
  return found({ jenis: 'tanggal', urutan: order }, bukti, !isDecided && byPeople !== order);
}

/** Only the order of day and month is in question, not where the year stands. */
const isTwin = (a: DateOrder, b: DateOrder): boolean => (a === 'dmy' || a === 'mdy') === (b === 'dmy' || b === 'mdy');

/** People whose dates read otherwise by the other order, and the share of them that BKN must bear out. */
const ENOUGH_PEOPLE = 8;
const BORNE_OUT = 0.7;

/** The order in which BKN's dates are those of the column, where one order clearly fits and the other does not. */
function orderByPeople(pairs: readonly (readonly [string, string])[]): DateOrder | undefined {
  const cells = readDateFacts(
    new ColumnFacts(
      '',
      -1,
      '',
      pairs.map(([cell]) => cell),
    ),
  );
  const bkn = pairs.map(([, text]) => parseTanggal(text, 'dmy')).map((date) => (date.ok ? date.value : undefined));
  const orders: readonly DateOrder[] = cells.yearFirst ? ['ymd', 'ydm'] : ['dmy', 'mdy'];
  const open = cells.loose.filter(({ first, second }) => first <= 12 && second <= 12 && first !== second);
  if (open.length < ENOUGH_PEOPLE) return undefined;
  const share = (order: DateOrder): number =>
    open.filter((cell) => bkn[cell.row] !== undefined && dateOf(cell, order) === bkn[cell.row]).length / open.length;
  return orders.find((order) => share(order) >= BORNE_OUT);
}

function nameReader(facts: ColumnFacts): ReaderFinding {
  const share = facts.share('bergelar');
  return share >= 0.05 ? found({ jenis: 'nama_bergelar' }, `${Math.round(share * 100)}% nama memuat gelar`) : DIRECT;
}

function codeReader(field: Field, column: ColumnEvidence, context: ReaderContext): ReaderFinding {
  if (field.nama === 'jenis_kelamin') return sexReader(column, context.yardstick);
  if (context.lookup) return lookupReader(context.lookup);
  const usual = usualReader(field, column.facts, context.isBkn);
  if (hasOwnWords(field, column.facts, context.reference))
    return learnedWords(field, column.facts, context.people) ?? usual ?? DIRECT;
  if (!isCode(column.facts)) return usual ?? DIRECT;
  const rows = tabulateCodes(field, column.facts, context.people);
  if (usual && bearsOut(field, usual, rows, context.reference)) return { ...usual, isGuess: false };
  const learned = learnedReader(field, column.facts, context.people);
  if (learned) return learned;
  if (usual) return usual;
  if (context.isBkn) return DIRECT;
  return isNational(field, column.facts, context.reference) ? DIRECT : localReader(field, column.facts);
}

/** The reader of codes that nearly every office numbers alike. */
function usualReader(field: Field, facts: ColumnFacts, isBkn: boolean): ReaderFinding | undefined {
  if (isBkn) return undefined;
  if (field.nama === 'status_cpns_pns') return statusReader(field, facts);
  return field.nama === 'jenis_jabatan' && isCode(facts) ? kindReader(field, facts) : undefined;
}

function lookupReader({ tabel, kunci, nilai }: Lookup): ReaderFinding {
  return found({ jenis: 'rujukan', tabel, kunci, nilai }, `artinya dari tabel ${tabel}`);
}

/** Golongan in local numbers 1 to 17 in the order of the ladder; everything else the rule of golongan reads itself. */
function golonganReader(field: Field, column: ColumnEvidence, context: ReaderContext): ReaderFinding {
  const { facts } = column;
  if (context.lookup) return lookupReader(context.lookup);
  if (facts.share('romawi') > 0.6) return DIRECT;
  const ladder = ladderReader(field, facts, context.yardstick);
  if (!isCode(facts))
    return facts.share('golongan') > 0.8
      ? DIRECT
      : (learnedWords(field, facts, context.people) ?? localReader(field, facts));
  const rows = tabulateCodes(field, facts, context.people);
  if (ladder && bearsOut(field, ladder, rows, context.reference)) return { ...ladder, isGuess: false };
  const learned = learnedReader(field, facts, context.people);
  if (learned) return learned;
  if (ladder) return ladder;
  const known = facts.share('golongan');
  return known > 0.8 ? DIRECT : localReader(field, column.facts);
}
