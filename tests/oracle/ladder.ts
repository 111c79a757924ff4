import { compareFoldedNama, compareNama, foldNama } from '#rules/nama.ts';
import { findLikely } from './likely.ts';
import { belongs, type SimpegRow } from './office.ts';
import type { Source } from './read-source.ts';
import { of, type Person, traitOf } from './value.ts';

export type Cara = 'pns_id' | 'nip' | 'nip_lama' | 'nik' | 'kunci' | 'probabilistik';

export interface Pair extends SimpegRow {
  readonly bkn: Person;
  readonly cara: Cara;
  readonly skor: string;
}

/** A row without a partner. `movedTo` is the person whom BKN has elsewhere, found by the rung `cara`. */
export interface LoneRow extends SimpegRow {
  readonly movedTo?: Person;
  readonly cara?: Cara;
}

export interface Matches {
  /** In the order in which they were found. */
  readonly pairs: readonly Pair[];
  /** Rows of a person of BKN who is paired with another row. */
  readonly surplus: readonly (SimpegRow & { readonly bkn: Person })[];
  readonly lone: readonly LoneRow[];
}

/** Climbs the ladder of kanonik.md section 5 and decides between rows that claim one person. */
export function match(sources: readonly Source[], bkn: Source): Matches {
  const ladder = new Ladder(sources, bkn);
  ladder.climbNumbers();
  ladder.climb('nip_lama', ({ nipLama }) => nipLama, isPlausible);
  ladder.climb(
    'nik',
    (person) => allOf(of(person, 'nik'), traitOf(person, 'tanggal_lahir', true)),
    () => true,
  );
  ladder.climb('kunci', kunciOf, () => true);
  ladder.findLikely();
  return ladder;
}

const allOf = (...parts: readonly string[]): string => (parts.includes('') ? '' : parts.join('|'));

const kunciOf = (person: Person): string =>
  allOf(
    traitOf(person, 'tanggal_lahir', true),
    traitOf(person, 'tmt_cpns', true),
    traitOf(person, 'jenis_kelamin', true),
    foldNama(of(person, 'nama')),
  );

/**
 * The guard: one number, but another birth date and an unlike name, are two people. Whether a birth date that one side lacks
 * is another one, kanonik.md leaves open: as in the engine, yes on rung 3, where old numbers are weaker, no on rungs 1 and 2.
 */
function isPlausible(a: Person, b: Person): boolean {
  const birth = of(a, 'tanggal_lahir');
  if (birth !== '' && birth === of(b, 'tanggal_lahir')) return true;
  return compareFoldedNama(foldNama(of(a, 'nama')), foldNama(of(b, 'nama'))).kelas !== 'beda';
}

/** One name and one birth date, and nothing else that speaks against one person: a row that was typed in twice. */
function isEnteredTwice(a: Person, b: Person, mayTell: boolean): boolean {
  const both = (field: string) => [traitOf(a, field, mayTell), traitOf(b, field, mayTell)] as const;
  const agrees = ([x, y]: readonly [string, string]): boolean => x === '' || y === '' || x === y;
  const [birth, otherBirth] = both('tanggal_lahir');
  const [nama, otherNama] = [foldNama(of(a, 'nama')), foldNama(of(b, 'nama'))];
  return (
    [birth, nama].every((value) => value !== '') &&
    birth === otherBirth &&
    nama === otherNama &&
    ['tmt_cpns', 'nip', 'nik', 'jenis_kelamin'].every((field) => agrees(both(field))) &&
    agrees([a.nipLama, b.nipLama])
  );
}

/**
 * How well a row and a person with its number agree: NIP 4, birth date 2, name 1; undefined for two people. As in the engine, a
 * name beside an equal birth date counts only where it is written alike letter for letter.
 */
function agreement(a: Person, b: Person): number | undefined {
  const same = (field: string): boolean => of(a, field) === of(b, field);
  const nip = of(a, 'nip') !== '' && same('nip') ? 4 : 0;
  const [birthA, birthB] = [of(a, 'tanggal_lahir'), of(b, 'tanggal_lahir')];
  const [nameA, nameB] = [of(a, 'nama'), of(b, 'nama')];
  if (birthA !== '' && birthA === birthB) return nip + 2 + (same('nama') ? 1 : 0);
  if (same('nama')) return nip + 1;
  if ([birthA, birthB, nameA, nameB].includes('')) return nip;
  return compareNama(nameA, nameB).kelas === 'beda' ? undefined : nip + 1;
}

class Ladder implements Matches {
  readonly pairs: Pair[] = [];
  readonly surplus: (SimpegRow & { bkn: Person })[] = [];
  readonly lone: LoneRow[] = [];
  readonly #bkn: readonly Person[];
  readonly #owners = new Map<Person, SimpegRow>();
  #open: SimpegRow[];

  constructor(sources: readonly Source[], bkn: Source) {
    this.#bkn = bkn.people;
    this.#open = sources.flatMap((source) => source.people.map((person) => ({ source, person })));
  }

  /** Rungs 1 and 2. All rows are looked at before anybody's pair stands (decision 0005). */
  climbNumbers(): void {
    const byPnsId = Map.groupBy(this.#bkn, ({ pnsId }) => pnsId);
    const byNip = Map.groupBy(this.#bkn, (person) => of(person, 'nip'));
    const claims = new Map<Person, { row: SimpegRow; cara: Cara; strength: number }[]>();
    const open: SimpegRow[] = [];
    for (const row of this.#open) {
      const { pnsId } = row.person;
      const nip = of(row.person, 'nip');
      const byId = pnsId === '' ? undefined : findBest(row.person, byPnsId.get(pnsId) ?? []);
      const hit = byId ?? (nip === '' ? undefined : findBest(row.person, byNip.get(nip) ?? []));
      if (!hit) {
        open.push(row);
        continue;
      }
      const strength = hit.points + (belongs(row, hit.bkn) ? 8 : 0);
      const cara = byId ? 'pns_id' : 'nip';
      claims.set(hit.bkn, [...(claims.get(hit.bkn) ?? []), { row, cara, strength }]);
    }
    this.#open = open;
    for (const [bkn, rivals] of claims) this.#settle(bkn, rivals);
  }

  /** Of several rows that claim one person that one counts whose office BKN names, then the likest, then the first. */
  #settle(bkn: Person, rivals: readonly { row: SimpegRow; cara: Cara; strength: number }[]): void {
    const most = Math.max(...rivals.map(({ strength }) => strength));
    const winner = rivals.find(({ strength }) => strength === most);
    if (!winner) return;
    for (const { row } of rivals) if (row !== winner.row) this.surplus.push({ ...row, bkn });
    // Whom only a former office lists is no pair (decision 0006).
    if (belongs(winner.row, bkn)) this.#pair(winner.row, bkn, winner.cara, '');
    else this.lone.push({ ...winner.row, movedTo: bkn, cara: winner.cara });
  }

  /** A rung on which a key must be equal. A row that two people fit, or a person whom two rows of one office fit, is left. */
  climb(cara: Cara, keyOf: (person: Person) => string, accepts: (a: Person, b: Person) => boolean): void {
    const rowsByKey = Map.groupBy(this.#open, ({ person }) => keyOf(person));
    const bknByKey = Map.groupBy(this.#bkn, keyOf);
    rowsByKey.delete('');
    const done = new Set<SimpegRow>();
    for (const [key, rows] of rowsByKey) {
      for (const row of rows) {
        const fitting = (bknByKey.get(key) ?? []).filter((bkn) => accepts(row.person, bkn));
        const [bkn] = fitting;
        if (bkn === undefined || fitting.length > 1) continue;
        const rivals = rows.filter(
          ({ source, person }) =>
            source === row.source &&
            accepts(person, bkn) &&
            !(person !== row.person && isEnteredTwice(row.person, person, cara !== 'nip_lama')),
        );
        // People who are paired already still count: the row is one more of theirs, not a stranger's.
        if (this.#owners.has(bkn)) this.surplus.push({ ...row, bkn });
        else if (rivals.length > 1) continue;
        else if (belongs(row, bkn)) this.#pair(row, bkn, cara, '');
        else this.lone.push({ ...row, movedTo: bkn, cara });
        done.add(row);
      }
    }
    this.#open = this.#open.filter((row) => !done.has(row));
  }

  /** The last rung: people of one office who are probably the same; what is left has no partner. */
  findLikely(): void {
    const free = this.#bkn.filter((bkn) => !this.#owners.has(bkn));
    const likely = findLikely(this.#open, free);
    for (const { row, bkn, score } of likely) this.#pair(row, bkn, 'probabilistik', score.toFixed(2));
    const paired = new Set(likely.map(({ row }) => row));
    for (const row of this.#open) if (!paired.has(row)) this.lone.push(row);
  }

  #pair(row: SimpegRow, bkn: Person, cara: Cara, skor: string): void {
    this.#owners.set(bkn, row);
    this.pairs.push({ ...row, bkn, cara, skor });
  }
}

/**
 * Of several people of BKN with one number the one that agrees best, the first of equals. The letter of kanonik.md section 5 is
 * that two candidates yield none; the engine pairs and tells of both in ganda.csv, and the sample never has the case.
 */
function findBest(row: Person, people: readonly Person[]): { bkn: Person; points: number } | undefined {
  const hits = people.flatMap((bkn) => {
    const points = agreement(row, bkn);
    return points === undefined ? [] : [{ bkn, points }];
  });
  return hits.toSorted((a, b) => b.points - a.points)[0];
}
