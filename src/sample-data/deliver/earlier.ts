import type { LocalDate } from '#kernel/local-date.ts';
import { dice, seedOf } from '../dice.ts';
import type { Case } from '../defects/case.ts';
import type { Person } from '../person.ts';

/** Share of the defects that are mended in a month. */
const MENDED = 0.02;

/** Whether what the seed stands for has been mended by the n-th further delivery. */
export function isMended(seed: number, delivery: number): boolean {
  return delivery > 0 && dice(seed, 8) < 1 - (1 - MENDED) ** delivery;
}

/** Defects of a row in the first delivery: those that stay, and those that have been mended since the last one. */
export interface Earlier {
  readonly left: ReadonlySet<string>;
  readonly mended: readonly string[];
}

/** Makes the cases of the first delivery again, person by person in the same order, and says what is left of their defects. */
export interface EarlierCases {
  of(person: Person): Earlier | undefined;
  /** D27: whether a test person stands behind this one. */
  testPerson(): boolean;
}

export function createEarlier(
  prepare: (person: Person) => { readonly subject: Case } | undefined,
  testPerson: () => boolean,
  delivery: number,
  per: LocalDate,
): EarlierCases {
  return {
    testPerson,
    of: (person) => {
      const subject = prepare(person)?.subject;
      if (!subject || person.masuk > per) return undefined;
      const all = defectsOf(subject);
      const seedFor = (id: string): number => (subject.seed ^ seedOf(id)) >>> 0;
      return {
        left: new Set(all.filter((id) => !isMended(seedFor(id), delivery))),
        mended: all.filter((id) => isMended(seedFor(id), delivery) && !isMended(seedFor(id), delivery - 1)),
      };
    },
  };
}

/** Defects of single values with their field. */
const OF_VALUES: ReadonlySet<string> = new Set(['D07', 'D18', 'D20']);

function defectsOf({ touches, presence, copies, proposal, untidy }: Case): string[] {
  const found = new Set(touches.map(({ cacat, field }) => (OF_VALUES.has(cacat) ? `${cacat} ${field}` : cacat)));
  if (presence !== undefined && presence !== 'tertinggal') found.add(presence);
  const all: string[] = [...found];
  if (copies.length > 0) all.push('D12');
  if (proposal) all.push('D25');
  if (untidy) all.push('D22');
  return all;
}
