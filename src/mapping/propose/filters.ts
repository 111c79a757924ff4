import { foldText } from '#kernel/text.ts';
import type { Reference } from '#reference';
import type { Filter } from '../recipe.ts';
import type { Assigned } from './assign.ts';
import type { ReaderFinding } from './reader-finding.ts';
import { proposeStaging } from './staging.ts';
import type { Yardstick } from './yardstick.ts';

/** Words that say a person has left or never was in service. */
const GONE =
  /PENSIUN|MENINGGAL|WAFAT|\bPINDAH|MUTASI KELUAR|BERHENTI|DIBERHENTIKAN|TIDAK AKTIF|NON ?AKTIF|KELUAR|PUNAH|BUP\b|PEMBATALAN/;
const STILL = /PERSIAPAN|MPP|SEMENTARA|BELUM|MASA PERSIAPAN|DPK|DPB/;
const NOT_ASN =
  /HONOR|NON ?ASN|NON ?PNS|THL|TKK|KONTRAK DAERAH|TENAGA HARIAN|OUTSOURC|SUKARELA|PTT|GTT|BLUD|TENAGA KONTRAK/;

function isGone(label: string): boolean {
  const folded = foldText(label);
  return GONE.test(folded) && !STILL.test(folded);
}

/** Words of leaving that may stand in rows which the sample did not hold, beside the names that BKN gives. */
const USUAL_WORDS: readonly string[] = [
  'Berhenti',
  'Meninggal',
  'Meninggal Dunia',
  'Mutasi Keluar',
  'Non Aktif',
  'Pindah',
  'Pindah Instansi',
];

/** Codes of BKN for people who have left. */
const BKN_GONE: ReadonlySet<string> = new Set(['52', '66', '67', '68', '69', '70', '77', '88', '89', '98', '99']);
/** Two codes that a widespread product gives to everybody who has gone. */
const LOCAL_GONE: ReadonlySet<string> = new Set(['21', '99']);

export interface FilterContext {
  readonly reference: Reference;
  readonly yardstick: Yardstick;
  readonly readerOf: (column: Assigned) => ReaderFinding | undefined;
  /** Code -> label by the source's own table, where one was found. */
  readonly labelsOf: (column: Assigned) => ReadonlyMap<string, string> | undefined;
}

/** Rows that are no facts about a person in service, by the columns whose values bear it out. Each is shown, none is silent. */
export function proposeFilters(assigned: readonly Assigned[], context: FilterContext): readonly Filter[] {
  return assigned.flatMap((column): readonly Filter[] => {
    if (column.column.facts.isEmpty || column.column.facts.distinct.size > 60) return [];
    const staging = proposeStaging(column, context.yardstick);
    if (staging.length > 0) return staging;
    const field = column.chosen?.field?.nama.replace(/_id$/, '');
    if (field === 'kedudukan_hukum') return standing(column, context);
    if (field === 'status_cpns_pns' || field === 'jenis_pegawai') return notAsn(column, context);
    return field === undefined ? proposeFlags(column) : [];
  });
}

const list = (sumber: string, nilai: readonly string[], alasan: Filter['alasan']): readonly Filter[] =>
  nilai.length === 0 ? [] : [{ sumber, nilai: nilai.toSorted(), selain: false, alasan }];

function standing(column: Assigned, context: FilterContext): readonly Filter[] {
  const { facts } = column.column;
  const { name, concepts } = column.named;
  const values = [...facts.distinct.keys()];
  if (concepts.includes('flag')) return proposeFlags(column);
  const labels = context.labelsOf(column) ?? new Map(values.map((value) => [value, value]));
  const gone = [...labels.keys()].filter((code) => isGone(labels.get(code) ?? ''));
  if ([...labels.values()].some((label) => /\p{L}{3}/u.test(label))) {
    const isWritten = context.labelsOf(column) === undefined;
    return list(name, isWritten ? allWords(gone, context.reference) : gone, 'tidak_aktif');
  }
  if (concepts.includes('aktif'))
    return list(
      name,
      values.filter((value) => value === '0'),
      'tidak_aktif',
    );
  // Rows that the sample did not hold may carry any of them.
  if (context.readerOf(column)?.reader.jenis === 'langsung') return list(name, [...BKN_GONE], 'tidak_aktif');
  if (isPayrollStatus(values)) return [{ sumber: name, nilai: [...PAID, ''], selain: true, alasan: 'tidak_aktif' }];
  return list(name, goneCodes(facts.distinct), 'tidak_aktif');
}

/** The words of the sample and those that may follow, each spelling once. */
function allWords(seen: readonly string[], reference: Reference): readonly string[] {
  const names = [...reference.table('kedudukan_hukum').rows()].map(({ nama }) => nama).filter(isGone);
  const words = new Map([...names, ...USUAL_WORDS, ...seen].map((word) => [word.toLowerCase(), word]));
  return [...words.values()];
}

/**
 * Codes without labels: a widespread product keeps 99 and the twenties for people who have gone, apart from the low codes of
 * those in service.
 */
function goneCodes(codes: ReadonlyMap<string, number>): readonly string[] {
  const values = [...codes.keys()];
  if (!values.some((value) => LOCAL_GONE.has(value))) return [];
  const [commonest = ''] = [...codes].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  const twenties = Number(commonest) < 20 ? Array.from({ length: 9 }, (_, index) => String(21 + index)) : [];
  return [...new Set([...twenties, ...LOCAL_GONE])];
}

/** The payroll pays these; every other status has stopped. */
const PAID: readonly string[] = ['1', '2', '3', '4', '5', '11', '12', '01', '02', '03', '04', '05'];

const isPayrollStatus = (values: readonly string[]): boolean =>
  values.length > 1 &&
  values.every((value) => /^\d{1,2}$/.test(value) && Number(value) <= 40 && !LOCAL_GONE.has(value));

function notAsn(column: Assigned, { labelsOf }: FilterContext): readonly Filter[] {
  const values = [...column.column.facts.distinct.keys()];
  const labels = labelsOf(column) ?? new Map(values.map((value) => [value, value]));
  const matches = [...labels.keys()].filter((code) => NOT_ASN.test(foldText(labels.get(code) ?? '')));
  return list(column.named.name, matches, 'bukan_asn');
}

/** Marks of 0 and 1: retired, in service. The rarer value must be the one that drops. */
function proposeFlags({ column, named }: Assigned): readonly Filter[] {
  const { facts } = column;
  const { name, concepts } = named;
  if (facts.shareOf((value) => value === '0' || value === '1') < 1) return [];
  const ones = (facts.distinct.get('1') ?? 0) / facts.filled;
  const word = (text: string): boolean => concepts.includes(text);
  if (word('flag') && word('pensiun')) return ones < 0.5 ? list(name, ['1'], 'tidak_aktif') : [];
  const isStanding = (word('flag') && word('aktif')) || concepts.every((concept) => concept === 'status');
  return isStanding && ones > 0.5 && ones < 1 ? list(name, ['0'], 'tidak_aktif') : [];
}
