import type { Field } from '#canonical';
import { COMPARED_FIELDS } from '#canonical';
import { foldIdentifier } from '#kernel/text.ts';
import { parseTanggal } from '#rules/tanggal.ts';
import type { ColumnFacts } from '../sample/column-facts.ts';
import { bareDigits } from '../sample/value-tests.ts';
import type { ColumnEvidence } from './column-evidence.ts';
import type { Yardstick } from './yardstick.ts';

/** BKN's people by NIP, as plain texts by canonical name: what `--bkn` adds to the evidence. */
export type Evidence = (nip: string) => Readonly<Record<string, string>> | undefined;

export interface PeopleAgreement {
  /** Share of people in common whose values agree. */
  readonly share: number;
  /** The share, lowered where agreement comes easily because nearly everybody has one value. */
  readonly weight: number;
  readonly bukti: string;
}

const ENOUGH_PEOPLE = 12;
const MOST_PEOPLE = 300;

/** The sampled rows of people who stand on both sides. */
export class SharedPeople {
  readonly #rows: readonly { readonly row: number; readonly bkn: Readonly<Record<string, string>> }[];

  constructor(yardstick: Yardstick, evidence: Evidence) {
    const rows: { row: number; bkn: Readonly<Record<string, string>> }[] = [];
    for (const [row, { nip }] of yardstick.parts) {
      if (rows.length >= MOST_PEOPLE) break;
      const bkn = evidence(nip);
      if (bkn) rows.push({ row, bkn });
    }
    this.#rows = rows;
  }

  get isEnough(): boolean {
    return this.#rows.length >= ENOUGH_PEOPLE;
  }

  /** Agreement of a column with BKN's values of a field, or undefined where too few people have both. */
  agreement(field: Field, column: ColumnEvidence): PeopleAgreement | undefined {
    if (!this.isEnough) return undefined;
    const pairs = this.pairs(field, column.facts);
    if (pairs.length < ENOUGH_PEOPLE) return undefined;
    const equal = field.tipe === 'tanggal' ? this.#equalDates(field, column) : equalTexts(field, pairs);
    const constant = constancy(pairs);
    if (equal < 0.5 && constant === undefined && field.tipe === 'kode') return undefined;
    const share = Math.max(equal, constant ?? 0);
    const counts = new Map<string, number>();
    for (const [, bkn] of pairs) counts.set(bkn, (counts.get(bkn) ?? 0) + 1);
    const commonest = Math.max(...counts.values()) / pairs.length;
    const weight = share * (commonest > 0.9 ? 0.6 : 1);
    return { share, weight, bukti: `${Math.round(share * 100)}% dari ${pairs.length} pegawai bersama sama dengan BKN` };
  }

  /** Cell and BKN's value of every shared person who has both. */
  pairs(field: Field, facts: ColumnFacts): readonly (readonly [string, string])[] {
    const pairs: (readonly [string, string])[] = [];
    for (const { row, bkn } of this.#rows) {
      const value = facts.values[row] ?? '';
      const other = bkn[field.nama] ?? '';
      if (value !== '' && other !== '') pairs.push([value, other]);
    }
    return pairs;
  }

  /** Fields whose values at BKN equal the column's for most people: for columns whose name says nothing. */
  likelyFields(facts: ColumnFacts): readonly Field[] {
    if (!this.isEnough || facts.isEmpty || facts.distinct.size < 3) return [];
    return COMPARED_FIELDS.filter((field) => {
      if (field.tipe === 'tanggal') return false;
      const pairs = this.pairs(field, facts);
      return (
        pairs.length >= ENOUGH_PEOPLE && equalTexts(field, pairs) > 0.7 && new Set(pairs.map(([, bkn]) => bkn)).size > 2
      );
    });
  }

  #equalDates(field: Field, column: ColumnEvidence): number {
    let judged = 0;
    let equal = 0;
    for (const { row, bkn } of this.#rows) {
      const date = column.dates.dates[row];
      const other = parseTanggal(bkn[field.nama] ?? '', 'dmy');
      if (date === undefined || !other.ok || other.value === undefined) continue;
      judged++;
      if (other.value === date) equal++;
    }
    return judged === 0 ? 0 : equal / judged;
  }
}

function equalTexts(field: Field, pairs: readonly (readonly [string, string])[]): number {
  const fold = field.normalisasi === 'digit' || field.normalisasi === 'telepon' ? bareDigits : foldIdentifier;
  let equal = 0;
  for (const [value, bkn] of pairs) if (fold(value) === fold(bkn)) equal++;
  return equal / pairs.length;
}

/**
 * How far each value of the column stands beside one value of BKN's: a code agrees without being spelt alike. Undefined where
 * it would say nothing: too many values, or nearly everybody has the same one.
 */
function constancy(pairs: readonly (readonly [string, string])[]): number | undefined {
  const byValue = new Map<string, Map<string, number>>();
  for (const [value, bkn] of pairs) {
    const counts = byValue.get(value) ?? new Map<string, number>();
    counts.set(bkn, (counts.get(bkn) ?? 0) + 1);
    byValue.set(value, counts);
  }
  if (byValue.size < 2 || byValue.size > pairs.length / 4) return undefined;
  const all = new Map<string, number>();
  let constant = 0;
  for (const counts of byValue.values()) {
    constant += Math.max(...counts.values());
    for (const [bkn, count] of counts) all.set(bkn, (all.get(bkn) ?? 0) + count);
  }
  const commonest = Math.max(...all.values());
  return commonest > pairs.length * 0.85 ? undefined : constant / pairs.length;
}
