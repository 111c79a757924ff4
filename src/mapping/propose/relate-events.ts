import { type Entitas, findField } from '#canonical';
import type { ColumnFacts } from '../sample/column-facts.ts';
import type { AssignInput } from './assign.ts';
import { tellsKind } from './history-kind.ts';
import { FEW } from './yardstick.ts';

/**
 * What the rows of a history tell of its columns: a mark that one row of each person carries, the latest, and the category of decrees
 * of all kinds, which decides whether a golongan or a post is named.
 */
export function relateEvents(
  inputs: readonly AssignInput[],
  entitas: Entitas,
  owner: ColumnFacts | undefined,
): readonly AssignInput[] {
  const rows = owner ? rowsOfPersons(owner) : [];
  const days = inputs.flatMap(({ column }) => (isDay(column.facts) && !column.isStamp ? [daysOf(column)] : []));
  const [golongan, jabatan] = [factsOf(inputs, `${entitas}.golongan`), factsOf(inputs, `${entitas}.jabatan`)];
  return inputs.map((input): AssignInput => {
    const { facts } = input.column;
    if (input.isClosed === true || facts.isEmpty) return input;
    if (marksLatest(facts, rows, days))
      return prove(input, `${entitas}.is_terakhir`, 'menandai satu baris tiap orang, yang terakhir');
    const isCategory = entitas === 'riwayat' && golongan && jabatan && tellsKind(facts, golongan, jabatan);
    return isCategory ? prove(input, 'riwayat.kategori', 'menentukan apakah SK menyebut golongan atau jabatan') : input;
  });
}

/** What rows prove, however the column is called; a name of no field is no rival. */
const PROVED = 0.9;

function prove(input: AssignInput, nama: string, bukti: string): AssignInput {
  const field = findField(nama);
  if (!field) return input;
  const known = input.candidates.find((candidate) => candidate.field === field);
  const others = input.candidates.filter((candidate) => candidate.field && candidate.field !== field);
  const name = known?.name ?? 0;
  const proved = { field, name, fit: 1, isProved: true, score: Math.max(PROVED, known?.score ?? 0), bukti };
  return {
    ...input,
    candidates: [proved, ...others.map((other) => ({ ...other, score: Math.min(other.score, PROVED - 0.1) }))],
  };
}

const factsOf = (inputs: readonly AssignInput[], nama: string): ColumnFacts | undefined =>
  inputs.find(({ candidates }) => candidates[0]?.field?.nama === nama)?.column.facts;

/** Rows of each person who has several. */
function rowsOfPersons(owner: ColumnFacts): readonly (readonly number[])[] {
  const rows = Map.groupBy(owner.values.keys(), (row) => owner.values[row] ?? '');
  rows.delete('');
  return [...rows.values()].filter((own) => own.length > 1);
}

const isDay = (facts: ColumnFacts): boolean => facts.share('tanggal') > 0.8 || facts.share('tahun') > 0.9;

function daysOf({ facts, dates }: AssignInput['column']): readonly (number | undefined)[] {
  if (facts.share('tanggal') > 0.8) return dates.dates;
  return facts.values.map((value) => (value === '' ? undefined : Number(value)));
}

const ENOUGH = 0.9;
/** Decrees that take effect later than others of the person may have been entered before them. */
const MOSTLY_LATEST = 0.75;

function marksLatest(
  { values, distinct }: ColumnFacts,
  rows: readonly (readonly number[])[],
  days: readonly (readonly (number | undefined)[])[],
): boolean {
  if (rows.length < FEW || distinct.size > 2) return false;
  return [...distinct.keys()].some((mark) => {
    const marked = rows.map((own) => own.filter((row) => values[row] === mark));
    const ones = marked.flatMap(([row, ...more], person) =>
      row !== undefined && more.length === 0 ? [{ row, person }] : [],
    );
    if (ones.length < rows.length * ENOUGH) return false;
    return days.some(
      (day) =>
        ones.filter(({ row, person }) => (rows[person] ?? []).every((other) => (day[other] ?? 0) <= (day[row] ?? 0)))
          .length >=
        ones.length * MOSTLY_LATEST,
    );
  });
}
