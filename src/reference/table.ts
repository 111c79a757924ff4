import { foldBknId } from '#rules/bkn-id.ts';
import { createNameSearch, type NameSearch } from './nearest-name.ts';
import { type Found, type NameContext, type ReferenceRow, type RowSource } from './row.ts';
import { get } from './rows.ts';

export interface TableRules {
  /** Form in which a name that is looked up is compared. */
  readonly fold: (nama: string) => string;
  /** Kinds of which two rows of one name and parent are nevertheless two things. */
  readonly distinctKinds: readonly string[];
}

const OUT_OF_USE: ReadonlySet<string> = new Set(['0', 'O']);
const NONE: Found = { kind: 'none' };

type Index = ReadonlyMap<string, readonly number[]>;

/** One code table, or several read as one. Each index is made when it is first needed. */
export class ReferenceTable {
  readonly size: number;
  readonly #rows: RowSource;
  readonly #rules: TableRules;
  #byId: ReadonlyMap<string, number> | undefined;
  #byNumber: Index | undefined;
  #byCode: Index | undefined;
  #byName: Index | undefined;
  #names: readonly string[] = [];
  #search: NameSearch | undefined;

  constructor(rows: RowSource, rules: TableRules) {
    this.#rows = rows;
    this.#rules = rules;
    this.size = rows.size;
  }

  *rows(): Iterable<ReferenceRow> {
    for (let index = 0; index < this.size; index++) yield this.#rows.at(index);
  }

  /** By id, without regard to case and dashes. Of two rows under one id the first. */
  findById(id: string): ReferenceRow | undefined {
    const index = this.#indexOf(id);
    return index === undefined ? undefined : this.#rows.at(index);
  }

  /** By id or short code; leading zeros that a spreadsheet dropped are restored. */
  findByCode(kode: string): Found {
    const row = this.findById(kode);
    if (row) return { kind: 'one', row };
    this.#byCode ??= this.#indexBy((index) => this.#rows.at(index).kode);
    this.#byNumber ??= this.#indexBy((index) => numberKey(this.#rows.idAt(index)));
    const trimmed = kode.trim();
    return this.#choose(this.#byCode.get(trimmed) ?? this.#byNumber.get(numberKey(trimmed)) ?? []);
  }

  /** By folded name within the context. Rows that mean the same count as one; others of one name stay ambiguous. */
  findByName(nama: string, context?: NameContext): Found {
    return this.#choose(this.#named(this.#rules.fold(nama), context));
  }

  /** Every row of a folded name, repeats included. */
  listByName(nama: string): readonly ReferenceRow[] {
    return this.#named(this.#rules.fold(nama), undefined).map((index) => this.#rows.at(index));
  }

  /** How many different things bear a folded name. */
  countByName(nama: string): number {
    const found = this.findByName(nama);
    return found.kind === 'many' ? found.rows.length : Number(found.kind === 'one');
  }

  /** As `findByName`, and where no name is equal by the one clearly nearest typing variant. */
  findNearest(nama: string, context?: NameContext): Found {
    const folded = this.#rules.fold(nama);
    const exact = this.#choose(this.#named(folded, context));
    if (exact.kind !== 'none' || folded === '') return exact;
    const near = this.#nameSearch().nearest(
      folded,
      (index) => this.#named(get(this.#names, index), context).length > 0,
    );
    if (near.kind === 'none') return NONE;
    const indexes = near.kind === 'one' ? [near.index] : near.indexes;
    return this.#choose(indexes.flatMap((index) => this.#named(get(this.#names, index), context)));
  }

  /** True for equal ids, and for two rows of one table that bear one name, kind and parent: the published lists repeat rows. */
  sameMeaning(idA: string, idB: string): boolean {
    if (foldBknId(idA) === foldBknId(idB)) return true;
    const [a, b] = [this.#indexOf(idA), this.#indexOf(idB)];
    return a !== undefined && b !== undefined && this.#meaning(a) === this.#meaning(b);
  }

  #indexOf(id: string): number | undefined {
    this.#byId ??= this.#firstById();
    return this.#byId.get(foldBknId(id));
  }

  #named(folded: string, context: NameContext | undefined): readonly number[] {
    const indexes = this.#nameIndex().get(folded) ?? [];
    return context ? indexes.filter((index) => fits(this.#rows.at(index), context)) : indexes;
  }

  #nameIndex(): Index {
    this.#byName ??= this.#indexBy((index) => this.#rows.foldedAt(index));
    return this.#byName;
  }

  #nameSearch(): NameSearch {
    if (!this.#search) {
      this.#names = [...this.#nameIndex().keys()];
      this.#search = createNameSearch(this.#names);
    }
    return this.#search;
  }

  /** Rows that mean the same are shown by their first row in use. */
  #choose(indexes: readonly number[]): Found {
    const chosen = new Map<string, ReferenceRow>();
    const ids = new Set<string>();
    for (const index of indexes) {
      const row = this.#rows.at(index);
      if (ids.has(foldBknId(row.id))) continue;
      ids.add(foldBknId(row.id));
      const meaning = this.#meaning(index);
      const known = chosen.get(meaning);
      if (!known || (isOutOfUse(known) && !isOutOfUse(row))) chosen.set(meaning, row);
    }
    const rows = [...chosen.values()];
    const [row] = rows;
    if (!row) return NONE;
    return rows.length === 1 ? { kind: 'one', row } : { kind: 'many', rows };
  }

  #meaning(index: number): string {
    const row = this.#rows.at(index);
    const folded = this.#rows.foldedAt(index);
    const isOwnThing = folded === '' || this.#rules.distinctKinds.includes(row.jenis ?? '');
    const own = isOwnThing ? foldBknId(row.id) : '';
    return [this.#rows.tabelAt(index), folded, foldBknId(row.induk ?? ''), row.jenis ?? '', own].join('\t');
  }

  #firstById(): ReadonlyMap<string, number> {
    const first = new Map<string, number>();
    for (let index = 0; index < this.size; index++) {
      const key = foldBknId(this.#rows.idAt(index));
      if (!first.has(key)) first.set(key, index);
    }
    return first;
  }

  #indexBy(keyOf: (index: number) => string | undefined): Index {
    const index = new Map<string, number[]>();
    for (let row = 0; row < this.size; row++) {
      const key = keyOf(row);
      if (key === undefined || key === '') continue;
      const known = index.get(key);
      if (known) known.push(row);
      else index.set(key, [row]);
    }
    return index;
  }
}

function fits(row: ReferenceRow, { induk, jenis }: NameContext): boolean {
  if (induk !== undefined && foldBknId(row.induk ?? '') !== foldBknId(induk)) return false;
  return jenis === undefined || jenis.includes(row.jenis ?? '');
}

function isOutOfUse(row: ReferenceRow): boolean {
  return OUT_OF_USE.has(row.status ?? '');
}

/** Short numeric codes without leading zeros: 01 and 1 are one code. Empty for anything else. */
function numberKey(kode: string): string {
  return /^\d{1,4}$/.test(kode) ? String(Number(kode)) : '';
}
