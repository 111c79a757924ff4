import { type Field, FIELDS, findField } from '#canonical';
import { foldIdentifier } from '#kernel/text.ts';
import { splitGelar } from '#rules/gelar.ts';
import { foldNama } from '#rules/nama.ts';
import { parseTanggal } from '#rules/tanggal.ts';
import type { ColumnFacts } from '../sample/column-facts.ts';
import { bareDigits } from '../sample/value-tests.ts';
import { BKN_ONLY } from './bkn-only.ts';
import type { ColumnEvidence } from './column-evidence.ts';
import { ENOUGH_PEOPLE, type Interned, type Overlap, overlapOfCodes, overlapOfValues } from './overlap.ts';
import { foldGolongan } from './written-golongan.ts';
import type { Yardstick } from './yardstick.ts';

/** BKN's people by NIP, as plain texts by canonical name: what `--bkn` adds to the evidence. */
export type Evidence = (nip: string) => Readonly<Record<string, string>> | undefined;

export interface PeopleAgreement extends Overlap {
  readonly bukti: string;
}

/** People over whom columns and fields are held against each other; codes are learned from all. */
const MEASURED_PEOPLE = 300;

/** How a column's cells are folded before they are compared. */
type Fold = 'teks' | 'nama' | 'digit' | 'tanggal' | 'golongan';

const foldOf = (field: Field): Fold =>
  field.tipe === 'tanggal'
    ? 'tanggal'
    : ['nip', 'nik', 'npwp', 'telepon'].includes(field.tipe) || field.normalisasi === 'digit'
      ? 'digit'
      : field.tipe === 'nama'
        ? 'nama'
        : 'teks';

interface SharedRow {
  readonly row: number;
  readonly bkn: Readonly<Record<string, string>>;
}

/** The sampled rows of people who stand on both sides. */
export class SharedPeople {
  readonly #rows: readonly SharedRow[];
  #some: readonly SharedRow[] | undefined;
  /** Folded texts and dates, numbered from 1 as they appear. */
  readonly #numbers = new Map<string | number, number>();
  /** What each text as it was written became, by fold. */
  readonly #read = new Map<Fold, Map<string, number>>();
  readonly #fields = new Map<Fold, Map<string, Interned>>();
  readonly #columns = new Map<ColumnFacts, Map<Fold, Interned>>();
  readonly #overlaps = new Map<ColumnFacts, Map<string, Overlap | undefined>>();
  #measurable: readonly Field[] | undefined;

  constructor(yardstick: Yardstick, evidence: Evidence) {
    const rows: SharedRow[] = [];
    for (const [row, { nip }] of yardstick.parts) {
      const bkn = evidence(nip);
      if (bkn) rows.push({ row, bkn });
    }
    this.#rows = rows;
  }

  get isEnough(): boolean {
    return this.#rows.length >= ENOUGH_PEOPLE;
  }

  /** Agreement of a column with BKN's values of a field, its id and its name; undefined where nothing can be told. */
  agreement(field: Field, column: ColumnEvidence): PeopleAgreement | undefined {
    const best = this.#best(field, column);
    if (!best) return undefined;
    const percent = (best.share * 100).toFixed(1).replace('.', ',');
    const how = best.isByCode ? 'kode dan isi BKN berpasangan satu-satu' : 'sama dengan BKN';
    return { ...best, bukti: `${percent}% dari ${best.people} pegawai bersama ${how}` };
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

  /** Fields whose values at BKN go with the column's: for columns whose name says nothing, or something else. */
  likelyFields(column: ColumnEvidence): readonly Field[] {
    if (!this.isEnough || column.facts.isEmpty) return [];
    this.#measurable ??= this.#listMeasurable();
    return this.#measurable.filter((field) => (this.#best(field, column)?.lift ?? 0) >= LIKELY);
  }

  /** The better overlap of the field's own values and of the other half of its pair; values spelt alike before codes. */
  #best(field: Field, column: ColumnEvidence): Overlap | undefined {
    if (!this.isEnough || column.facts.isEmpty) return undefined;
    const own = this.#overlap(field, column);
    const half = field.pasangan === undefined ? undefined : findField(field.pasangan);
    const other = half && this.#overlap(half, column);
    // a column that is spelt as the other half is the other half; codes of the office's own may stand for either
    if (!other?.isByCode) return own;
    if (!own) return other;
    return other.lift > own.lift || (other.lift === own.lift && own.isByCode && !other.isByCode) ? other : own;
  }

  /** Fields that the people in common have at BKN; of a pair of id and name the name. */
  #listMeasurable(): readonly Field[] {
    const held = new Set(this.#rows.flatMap(({ bkn }) => Object.keys(bkn)));
    return FIELDS.filter((field) => {
      const isIdHalf = field.nama.endsWith('_id') && field.pasangan !== undefined;
      return held.has(field.nama) && !isIdHalf && !BKN_ONLY.has(field.nama);
    });
  }

  #overlap(field: Field, column: ColumnEvidence): Overlap | undefined {
    const known = this.#overlaps.get(column.facts) ?? new Map<string, Overlap | undefined>();
    if (known.size === 0) this.#overlaps.set(column.facts, known);
    if (known.has(field.nama)) return known.get(field.nama);
    const overlap = this.#measure(field, column);
    known.set(field.nama, overlap);
    return overlap;
  }

  #measure(field: Field, column: ColumnEvidence): Overlap | undefined {
    const fold = foldOf(field);
    if (fold === 'tanggal' && column.facts.share('tanggal') < 0.4 && column.facts.share('serial') < 0.4)
      return undefined;
    if (fold === 'nama' && column.facts.share('nama') < 0.6) return undefined;
    if (fold === 'digit' && column.facts.share('berangka') < 0.25) return undefined;
    const own = this.#ofColumn(column, fold);
    const bkn = this.#ofField(field, fold);
    const equal = overlapOfValues(own, bkn);
    if (field.tipe !== 'kode' || (equal && equal.share > 0.5)) return equal;
    // a golongan that can be read is another golongan, not a code for it: the one before stands beside the one now as codes do
    if (field.nama.startsWith('golongan') && column.facts.share('golonganTertulis') > 0.9)
      return overlapOfValues(this.#ofColumn(column, 'golongan'), this.#ofField(field, 'golongan'));
    // codes and words of the office's own are no contradiction
    return overlapOfCodes(own, bkn);
  }

  #ofField(field: Field, fold: Fold): Interned {
    const folded = this.#fields.get(fold) ?? new Map<string, Interned>();
    this.#fields.set(fold, folded);
    const known = folded.get(field.nama);
    if (known) return known;
    const interned = this.#intern(fold, ({ bkn }) => bkn[field.nama]);
    folded.set(field.nama, interned);
    return interned;
  }

  #ofColumn(column: ColumnEvidence, fold: Fold): Interned {
    const known = this.#columns.get(column.facts) ?? new Map<Fold, Interned>();
    this.#columns.set(column.facts, known);
    const { values } = column.facts;
    const interned =
      known.get(fold) ??
      (fold === 'tanggal' ? this.#internDates(column) : this.#intern(fold, ({ row }) => values[row]));
    known.set(fold, interned);
    return interned;
  }

  #measured(): readonly SharedRow[] {
    this.#some ??= this.#rows.slice(0, MEASURED_PEOPLE);
    return this.#some;
  }

  #intern(fold: Fold, textOf: (row: SharedRow) => string | undefined): Interned {
    const known = this.#read.get(fold) ?? new Map<string, number>();
    this.#read.set(fold, known);
    const rows = this.#measured();
    const interned = new Int32Array(rows.length);
    for (let at = 0; at < rows.length; at++) {
      const text = textOf(rows[at] as SharedRow) ?? '';
      if (text === '') continue;
      let number = known.get(text);
      if (number === undefined) {
        number = this.#numberOf(fold === 'tanggal' ? dateOf(text) : foldCell(text, fold));
        known.set(text, number);
      }
      interned[at] = number;
    }
    return interned;
  }

  #internDates({ dates: { dates } }: ColumnEvidence): Interned {
    return Int32Array.from(this.#measured(), ({ row }) => this.#numberOf(dates[row]));
  }

  #numberOf(folded: string | number | undefined): number {
    if (folded === '' || folded === undefined) return 0;
    const known = this.#numbers.get(folded);
    if (known !== undefined) return known;
    this.#numbers.set(folded, this.#numbers.size + 1);
    return this.#numbers.size;
  }
}

/** Agreement beyond chance from which a field is offered whatever the name. */
const LIKELY = 0.6;

function foldCell(text: string, fold: Exclude<Fold, 'tanggal'>): string {
  if (fold === 'teks') return foldIdentifier(text);
  if (fold === 'golongan') return foldGolongan(text);
  if (fold === 'nama') return foldNama(splitGelar(text).nama);
  return bareDigits(text).replace(/^\+?62(?=8)/, '0');
}

/** A date as BKN writes it. */
function dateOf(text: string): number | undefined {
  const date = parseTanggal(text, 'dmy');
  return date.ok ? date.value : undefined;
}
