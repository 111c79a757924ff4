import type { Field } from '#canonical';
import type { Judge, Verdict } from './compare.ts';
import type { Pair } from './ladder.ts';
import type { Meaning, Value } from './value.ts';

/** One field of one pair with its verdict. */
export interface Compared {
  readonly pair: Pair;
  readonly field: Field;
  readonly simpeg: Value;
  readonly bkn: Value;
  readonly verdict: Verdict;
}

/** Only people found by a number teach what a code means. */
const TEACHING: ReadonlySet<string> = new Set(['pns_id', 'nip', 'nip_lama', 'nik']);

/**
 * The shares from which people agree on a code: kanonik.md section 6 rule 4 has 90 % of at least 5, as a setting; the engine
 * also takes 75 % of at least 30, because posts go stale by the dozen. The oracle follows the engine.
 */
const isAgreed = (most: number, all: number): boolean =>
  (all >= 5 && most >= 0.9 * all) || (all >= 30 && most >= 0.75 * all);

/** Decides every place where a bare local code of one office stands, by what its people have at BKN. */
export function judgeLocalCodes(compared: readonly Compared[], judge: Judge): readonly Compared[] {
  const open = compared.filter(({ verdict }) => verdict === 'belajar');
  const learned = new Map<string, Meaning>();
  for (const [code, places] of Map.groupBy(open, codeOfPlace)) {
    const taught = places
      .filter(({ pair }) => TEACHING.has(pair.cara))
      .flatMap(({ bkn }) => meaningOf(bkn) ?? [])
      .filter(({ bare }) => bare === undefined);
    const meanings = [...Map.groupBy(taught, ({ code: id, folded }) => id || folded).values()];
    const [most] = meanings.toSorted((a, b) => b.length - a.length);
    const [meaning] = most ?? [];
    if (most && meaning && isAgreed(most.length, taught.length)) learned.set(code, meaning);
  }
  return compared.map((one) => {
    if (one.verdict !== 'belajar') return one;
    const [meant, bkn] = [learned.get(codeOfPlace(one)), meaningOf(one.bkn)];
    const verdict = meant && bkn ? judge.compareMeanings(one.field, meant, bkn) : 'tak_terbandingkan';
    return { ...one, verdict };
  });
}

/** A code means what it means in one field, column and delivery. */
function codeOfPlace({ pair, field, simpeg }: Compared): string {
  return `${pair.source.instansi}|${field.nama}|${meaningOf(simpeg)?.bare}`;
}

const meaningOf = (value: Value): Meaning | undefined => (value.is === 'kode' ? value.meaning : undefined);
