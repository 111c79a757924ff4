import type { Field } from '#canonical';
import { isClosed } from './fields.ts';
import type { Source } from './read-source.ts';
import type { Meaning, Person } from './value.ts';

/**
 * BKN's people with the usual names of ids: where names beside one id disagree, the one that most people bear counts, unless two
 * are borne by equally many.
 */
export function takeUsualNames(bkn: Source): Source {
  return bkn.delivered.filter(isOpen).reduce((source, { nama }) => {
    const usual = findUsual(source.people, nama);
    const renamed = (people: readonly Person[]) => people.map((person) => rename(person, nama, usual));
    return { ...source, people: renamed(source.people), everybody: renamed(source.everybody) };
  }, bkn);
}

const isOpen = (field: Field): boolean => field.pembanding === 'kode_lalu_teks' && !isClosed(field);

function meaningOf(person: Person, field: string): Meaning | undefined {
  const value = person.values.get(field);
  return value?.is === 'kode' && value.meaning.code !== '' && value.meaning.folded !== '' ? value.meaning : undefined;
}

function findUsual(people: readonly Person[], field: string): ReadonlyMap<string, Meaning> {
  const meanings = people.map((person) => meaningOf(person, field)).filter((meaning) => meaning !== undefined);
  const usual = new Map<string, Meaning>();
  for (const [code, same] of Map.groupBy(meanings, (meaning) => meaning.code)) {
    const names = [...Map.groupBy(same, ({ folded }) => folded).values()].toSorted((a, b) => b.length - a.length);
    const [first = [], second = []] = names;
    if (first[0] && first.length > second.length) usual.set(code, first[0]);
  }
  return usual;
}

function rename(person: Person, field: string, usual: ReadonlyMap<string, Meaning>): Person {
  const value = person.values.get(field);
  const name = usual.get(meaningOf(person, field)?.code ?? '');
  if (value?.is !== 'kode' || !name || name.folded === value.meaning.folded) return person;
  const { text, folded } = name;
  const renamed = { ...value, tulis: text, meaning: { ...value.meaning, text, folded } };
  return { ...person, values: new Map([...person.values, [field, renamed]]) };
}
