import { findField } from '#canonical';
import { foldIdentifier } from '#kernel/text.ts';
import { readConcepts } from '../names/concepts.ts';
import type { ColumnMapping } from '../recipe.ts';
import type { ColumnProfile } from '../structure/column-profile.ts';
import { compareProfiles, findContradiction } from '../structure/compare-profiles.ts';
import { baseName } from '../structure/fingerprint.ts';

/** A column of an earlier delivery, with the field that the recipe gave it. */
export interface OldColumn {
  readonly nama: string;
  readonly profil: ColumnProfile;
  readonly kanonik: string | null;
  /** The recipe reads it: for a field, a filter, a choice or a key. */
  readonly isUsed: boolean;
  /** Only parts of its cells are read: what those hold is looked at, not what the cells are like as a whole. */
  readonly isComposite?: boolean;
}

/** A column of the new delivery, with what would be proposed for it if nothing were known. */
export interface NewColumn {
  readonly nama: string;
  readonly profil: ColumnProfile;
  readonly usulan?: Pick<ColumnMapping, 'kanonik' | 'tingkat' | 'kandidat'> | undefined;
}

/** How sure it is that a column is an earlier one under another name. */
export type MatchLevel = 'pasti' | 'kuat' | 'lemah';

export interface Renamed {
  readonly lama: string;
  readonly baru: string;
  readonly tingkat: MatchLevel;
  readonly bukti: string;
}

export interface ColumnMatches {
  /** Old name -> new name, where the heading is the same. */
  readonly sama: ReadonlyMap<string, string>;
  /** Old columns found under another heading; `lemah` ones are for a person to decide. */
  readonly ganti: readonly Renamed[];
  /** Old columns of which the delivery holds nothing alike. */
  readonly hilang: readonly string[];
  /** New columns that are none of the old ones; those of doubtful pairs are among them. */
  readonly baru: readonly string[];
  /** Same heading, other contents. */
  readonly beda_isi: readonly string[];
  /** All new columns in their order. */
  readonly urutan: readonly string[];
}

/** Finds the columns of an earlier delivery in a new one: by heading, else by name, values, place and what would be proposed. Pure. */
export function matchColumns(old: readonly OldColumn[], now: readonly NewColumn[]): ColumnMatches {
  const sama = new Map<string, string>();
  const bedaIsi: string[] = [];
  for (const [before, after] of pairByHeading(old, now)) {
    const contradiction = before.isComposite === true ? undefined : findContradiction(before.profil, after.profil);
    if (before.isUsed && (contradiction === 'jenis_isi' || contradiction === 'masa')) bedaIsi.push(before.nama);
    else sama.set(before.nama, after.nama);
  }
  const taken = new Set(sama.values());
  const lost = old.filter(({ nama }) => !sama.has(nama));
  const fresh = now.filter(({ nama }) => !taken.has(nama));
  const ganti = matchRest(lost, fresh, createPlaces(old, now, sama));
  const found = new Set(ganti.map(({ lama }) => lama));
  const used = new Set(ganti.filter(({ tingkat }) => tingkat !== 'lemah').map(({ baru }) => baru));
  return {
    sama,
    ganti,
    hilang: lost.filter(({ nama }) => !found.has(nama)).map(({ nama }) => nama),
    baru: fresh.filter(({ nama }) => !used.has(nama)).map(({ nama }) => nama),
    beda_isi: bedaIsi,
    urutan: now.map(({ nama }) => nama),
  };
}

type Pair = readonly [OldColumn, NewColumn];

/** Pairs of the same heading. Repeated headings are paired in their order, unless their values say another one. */
function pairByHeading(old: readonly OldColumn[], now: readonly NewColumn[]): readonly Pair[] {
  const after = Map.groupBy(now, ({ nama }) => foldIdentifier(baseName(nama)));
  return [...Map.groupBy(old, ({ nama }) => foldIdentifier(baseName(nama)))].flatMap(([heading, before]) => {
    const same = after.get(heading) ?? [];
    if (heading === '' || same.length !== before.length) return [];
    const pairs = before.flatMap((column, i): Pair[] => (same[i] ? [[column, same[i]]] : []));
    return before.length === 1 || isBestOrder(pairs) ? pairs : [];
  });
}

/** By how much another order may fit the values better before the order of repeated headings is in doubt. */
const ORDER_DOUBT = 0.1;

function isBestOrder(pairs: readonly Pair[]): boolean {
  const fit = (a: OldColumn, b: NewColumn): number => compareProfiles(a.profil, b.profil)?.total ?? 0.5;
  return pairs.every(([a, own]) => pairs.every(([, other]) => fit(a, other) <= fit(a, own) + ORDER_DOUBT));
}

/** How well the places of two columns agree among their neighbours: 1 the same, 0 another. */
type Places = (lama: string, baru: string) => number;

function createPlaces(old: readonly OldColumn[], now: readonly NewColumn[], sama: ReadonlyMap<string, string>): Places {
  const names = now.map(({ nama }) => nama);
  const anchors = new Set(sama.values());
  const gapOf = (
    place: number,
    order: readonly string[],
    isAnchor: (name: string) => boolean,
  ): readonly [string, string, number] => {
    let from = place - 1;
    while (from >= 0 && !isAnchor(order[from] ?? '')) from--;
    let to = place + 1;
    while (to < order.length && !isAnchor(order[to] ?? '')) to++;
    return [order[from] ?? '', order[to] ?? '', place - from];
  };
  const oldNames = old.map(({ nama }) => nama);
  return (lama, baru) => {
    const [left, right, nth] = gapOf(oldNames.indexOf(lama), oldNames, (name) => sama.has(name));
    const [newLeft, newRight, newNth] = gapOf(names.indexOf(baru), names, (name) => anchors.has(name));
    const sameLeft = (sama.get(left) ?? '') === newLeft;
    const sameRight = (sama.get(right) ?? '') === newRight;
    if (sameLeft && sameRight) return nth === newNth ? 1 : 0.5;
    return (sameLeft && nth === newNth) || sameRight ? 0.5 : 0;
  };
}

/** What speaks for a pair. */
interface Evidence {
  readonly before: OldColumn;
  readonly after: NewColumn;
  /** Likeness of the values; undefined where one of them is empty. */
  readonly values: number | undefined;
  readonly worst: number;
  readonly sameList: boolean;
  readonly name: number;
  readonly place: number;
  /** 1 proposed for the same field, 0 for none, -1 for another. */
  readonly proposed: number;
  readonly isProved: boolean;
  readonly score: number;
}

function matchRest(lost: readonly OldColumn[], fresh: readonly NewColumn[], places: Places): readonly Renamed[] {
  const all = lost.flatMap((before) => fresh.map((after) => weigh(before, after, places)));
  const ranked = all.filter(({ score }) => score >= WORTH_A_LOOK).toSorted((a, b) => b.score - a.score);
  const found: Renamed[] = [];
  const taken = new Set<string>();
  const done = new Set<string>();
  for (const one of ranked) {
    const { before, after } = one;
    if (done.has(before.nama) || taken.has(after.nama)) continue;
    const rivals = all.filter(
      (other) =>
        other !== one &&
        (other.before === before
          ? !taken.has(other.after.nama)
          : other.after === after && !done.has(other.before.nama)),
    );
    const lead = one.score - Math.max(0, ...rivals.map(({ score }) => score));
    done.add(before.nama);
    taken.add(after.nama);
    if (!before.isUsed && one.score < LIKELY) continue;
    found.push({ lama: before.nama, baru: after.nama, tingkat: levelOf(one, lead), bukti: explain(one) });
  }
  return found;
}

/** Below this nothing speaks for a pair, and above that an unused column is taken for renamed. */
const WORTH_A_LOOK = 1.1;
const LIKELY = 1.4;

function weigh(before: OldColumn, after: NewColumn, places: Places): Evidence {
  const likeness = compareProfiles(before.profil, after.profil);
  const contradicted = findContradiction(before.profil, after.profil);
  const name = likeNames(before.nama, after.nama);
  const place = places(before.nama, after.nama);
  const { proposed, isProved } = agreeOnField(before.kanonik, after.usulan);
  const values = contradicted !== undefined ? 0 : likeness?.total;
  const sameList = likeness?.sameList ?? false;
  const score = (values ?? 0.5) + 0.5 * name + 0.5 * Math.max(-0.5, proposed) + 0.4 * place + (sameList ? 0.3 : 0);
  return { before, after, values, worst: likeness?.worst ?? 0, sameList, name, place, proposed, isProved, score };
}

/** Likeness of two headings by what their words mean: "tgl_sk_cpns" and "tgl_sk_pns" have half in common. */
function likeNames(a: string, b: string): number {
  const [first, second] = [conceptsOf(a), conceptsOf(b)];
  const common = [...first].filter((concept) => second.has(concept)).length;
  return common === 0 ? 0 : common / (first.size + second.size - common);
}

const conceptsOf = (nama: string): ReadonlySet<string> => new Set(readConcepts(baseName(nama)));

const textHalf = (kanonik: string): string => {
  const pair = kanonik.endsWith('_id') ? findField(kanonik)?.pasangan : undefined;
  return pair ?? kanonik;
};

function agreeOnField(kanonik: string | null, usulan: NewColumn['usulan']): { proposed: number; isProved: boolean } {
  if (kanonik === null || !usulan) return { proposed: 0, isProved: false };
  const isSure = usulan.tingkat === 'pasti' || usulan.tingkat === 'kuat';
  if (usulan.kanonik !== null && textHalf(usulan.kanonik) === textHalf(kanonik)) {
    return { proposed: isSure ? 1 : 0.5, isProved: usulan.tingkat === 'pasti' };
  }
  if (isSure) return { proposed: -1, isProved: false };
  const isListed = usulan.kandidat.some((one) => textHalf(one.kanonik) === textHalf(kanonik));
  return { proposed: isListed ? 0.25 : 0, isProved: false };
}

const ALIKE = { values: 0.85, worst: 0.6, lead: 0.2 } as const;
const PROVED = { values: 0.8, worst: 0.5, lead: 0.2 } as const;
const NAMED = 0.6;
/** What a name that says nothing asks of values and place: no column of the kind is then likely to have taken the old one's place. */
const UNNAMED = { values: 0.95, worst: 0.85, lead: 0.5 } as const;

/**
 * Two kinds of evidence besides the values make a pair strong, a proof by the values themselves makes it certain; where the new heading
 * says nothing, values and place must be as good as equal. A rival close behind or a proposal for another field leaves it for a person.
 */
function levelOf(one: Evidence, lead: number): MatchLevel {
  const { values, worst, sameList, name, place, proposed, isProved } = one;
  if (proposed < 0) return 'lemah';
  if (values === undefined) return name === 1 && place === 1 && lead >= ALIKE.lead ? 'kuat' : 'lemah';
  if (isProved && values >= PROVED.values && worst >= PROVED.worst && lead >= PROVED.lead) return 'pasti';
  if (isSilent(one.after.nama) && (place === 1 || sameList)) {
    if (values >= UNNAMED.values && worst >= UNNAMED.worst && lead >= UNNAMED.lead) return 'kuat';
  }
  const kinds = [name >= NAMED, place === 1, proposed === 1, sameList].filter(Boolean).length;
  const isAlike = values >= ALIKE.values && worst >= ALIKE.worst && lead >= ALIKE.lead;
  return isAlike && kinds >= 2 ? 'kuat' : 'lemah';
}

/** A heading without a word that anybody knows. */
const isSilent = (nama: string): boolean => readConcepts(baseName(nama)).every((concept) => concept.startsWith('?'));

function explain({ values, sameList, name, place, proposed }: Evidence): string {
  return [
    values === undefined ? 'kolomnya kosong' : `isinya ${Math.round(values * 100)}% serupa`,
    ...(sameList ? ['daftar nilainya sama'] : []),
    ...(name >= NAMED ? ['namanya serupa'] : []),
    ...(place === 1 ? ['letaknya sama'] : []),
    ...(proposed === 1
      ? ['usulan baru untuk kolom ini sama']
      : proposed < 0
        ? ['usulan baru untuk kolom ini lain']
        : []),
  ].join('; ');
}
