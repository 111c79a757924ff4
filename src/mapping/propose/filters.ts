import { foldText } from '#kernel/text.ts';
import type { Filter } from '../recipe.ts';
import type { Assigned } from './assign.ts';
import type { ReaderFinding } from './readers.ts';

/** Words that say a person has left or never was in service. */
const GONE =
  /PENSIUN(?!.*BELUM)|MENINGGAL|WAFAT|PINDAH|MUTASI KELUAR|BERHENTI|DIBERHENTIKAN|TIDAK AKTIF|NON ?AKTIF|KELUAR|PUNAH|BUP\b|PEMBATALAN/;
const STILL = /PERSIAPAN|MPP|SEMENTARA|BELUM|MASA PERSIAPAN|DPK|DPB/;
const NOT_ASN =
  /HONOR|NON ?ASN|NON ?PNS|THL|TKK|KONTRAK DAERAH|TENAGA HARIAN|OUTSOURC|SUKARELA|PTT|GTT|BLUD|TENAGA KONTRAK/;

/** Codes of BKN for people who have left. */
const BKN_GONE: ReadonlySet<string> = new Set(['52', '66', '67', '68', '69', '70', '77', '88', '89', '98', '99']);
/** Two codes that a widespread product gives to everybody who has gone. */
const LOCAL_GONE: ReadonlySet<string> = new Set(['21', '99']);

export interface FilterContext {
  readonly readerOf: (column: Assigned) => ReaderFinding | undefined;
  /** Label of a code by the source's own table, where one was found. */
  readonly labelOf: (column: Assigned, value: string) => string | undefined;
}

const isGone = (label: string): boolean => {
  const folded = foldText(label);
  return GONE.test(folded) && !STILL.test(folded);
};

/** Rows that are no facts about a person in service, by the columns whose values bear it out. Each is shown, none is silent. */
export function proposeFilters(assigned: readonly Assigned[], context: FilterContext): readonly Filter[] {
  return assigned.flatMap((column): readonly Filter[] => {
    if (column.column.facts.isEmpty || column.column.facts.distinct.size > 60) return [];
    const field = column.chosen?.field?.nama.replace(/_id$/, '');
    if (field === 'kedudukan_hukum') return standing(column, context);
    if (field === 'status_cpns_pns' || field === 'jenis_pegawai') return notAsn(column, context);
    return field === undefined ? flags(column) : [];
  });
}

const list = (sumber: string, nilai: readonly string[], alasan: Filter['alasan']): readonly Filter[] =>
  nilai.length === 0 ? [] : [{ sumber, nilai: nilai.toSorted(), selain: false, alasan }];

function standing(column: Assigned, { readerOf, labelOf }: FilterContext): readonly Filter[] {
  const { facts } = column.column;
  const { name, concepts } = column.named;
  const values = [...facts.distinct.keys()];
  const labels = values.map((value) => [value, labelOf(column, value) ?? value] as const);
  if (labels.some(([, label]) => /\p{L}{3}/u.test(label))) {
    return list(
      name,
      labels.filter(([, label]) => isGone(label)).map(([value]) => value),
      'tidak_aktif',
    );
  }
  if (concepts.includes('flag') || concepts.includes('pensiun'))
    return list(
      name,
      values.filter((value) => value === '1'),
      'tidak_aktif',
    );
  if (concepts.includes('aktif'))
    return list(
      name,
      values.filter((value) => value === '0'),
      'tidak_aktif',
    );
  const isPayroll = readerOf(column)?.reader.jenis !== 'langsung' && isPayrollStatus(values);
  if (isPayroll)
    return list(
      name,
      values.filter((value) => !PAID.has(Number(value))),
      'tidak_aktif',
    );
  const gone = readerOf(column)?.reader.jenis === 'langsung' ? BKN_GONE : LOCAL_GONE;
  return list(
    name,
    values.filter((value) => gone.has(value)),
    'tidak_aktif',
  );
}

/** Payroll pays status 1 to 5, 11 and 12. */
const PAID: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 11, 12]);

const isPayrollStatus = (values: readonly string[]): boolean =>
  values.every((value) => /^\d{1,2}$/.test(value) && Number(value) <= 40) &&
  values.some((value) => !PAID.has(Number(value)) && Number(value) !== 21 && Number(value) !== 99);

function notAsn(column: Assigned, { labelOf }: FilterContext): readonly Filter[] {
  const { facts } = column.column;
  const values = [...facts.distinct.keys()];
  const matches = values.filter((value) => NOT_ASN.test(foldText(labelOf(column, value) ?? value)));
  return list(column.named.name, matches, 'bukan_asn');
}

/** Unmapped marks: a proposal flag, an activity flag. */
function flags(column: Assigned): readonly Filter[] {
  const { facts } = column.column;
  const { name, concepts } = column.named;
  const values = [...facts.distinct.keys()];
  if (values.length > 4) return [];
  const word = (text: string): boolean => concepts.includes(text);
  if (word('flag') && word('aktif'))
    return list(
      name,
      values.filter((value) => value === '0'),
      'tidak_aktif',
    );
  return [];
}
