import { isUnusable } from '#mapping';
import type { BknShared, FileDecision, FileRead } from '../protocol.ts';
import { BknPeople } from './bkn-people.ts';
import { deriveFromNip } from './derived-key.ts';
import { EXACT_RUNGS, type Rung } from './exact-rungs.ts';
import { listInactive, nipKey } from './inactive.ts';
import { findLikelyPairs } from './likely-pairs.ts';
import { isEnteredTwice, type PersonKey } from './person-key.ts';

/** A Simpeg row that found no partner of its own. */
export interface LoneRow {
  readonly read: FileRead;
  /** Position among the file's unmatched rows; -1 for a row whose pair was taken back. */
  readonly position: number;
  readonly dataRow: number;
  readonly key: PersonKey | undefined;
  /** The key with what the row's own NIP says of fields that have no column. */
  readonly derived: PersonKey | undefined;
  readonly nip: readonly [high: number, low: number];
}

/** Why a row has no partner, with the record that explains it. */
export type LoneReason =
  | { readonly jenis: 'tidak_ada' }
  | { readonly jenis: 'pindah'; readonly record: number; readonly instansi: string }
  | { readonly jenis: 'nip_orang_lain'; readonly record: number }
  | { readonly jenis: 'mungkin'; readonly record: number; readonly score: number };

/** A row of a person who is already paired with another row. */
export interface Surplus {
  readonly read: FileRead;
  readonly dataRow: number;
  readonly record: number;
}

/** A pair that the lower rungs found. */
export interface AddedPair {
  readonly read: FileRead;
  readonly position: number;
  readonly record: number;
  readonly rung: number;
  readonly score: number;
}

export interface Settlement {
  readonly decisions: readonly FileDecision[];
  /** For each record of BKN the file (place in the list of reads) that holds its pair, or -1. */
  readonly ownerFile: Int32Array;
  readonly ownerRow: Int32Array;
  /** Whose row claimed a record of which the pair was given up, because BKN has the person elsewhere. */
  readonly released: ReadonlyMap<number, { readonly read: FileRead; readonly dataRow: number }>;
  readonly added: readonly AddedPair[];
  /** Numbers of the pairs taken back, by place in the list of reads. */
  readonly dropped: readonly ReadonlySet<number>[];
  readonly surplus: readonly Surplus[];
  readonly lone: readonly { readonly row: LoneRow; readonly reason: LoneReason }[];
}

/**
 * Decides about everybody after all deliveries were read: whose pair stands where several rows claim one person, who is
 * only listed by another instansi, and whom the lower rungs still find. Pure of files and threads.
 */
export function settle(reads: readonly FileRead[], bkn: BknShared): Settlement {
  return new Settling(reads, bkn).run();
}

class Settling {
  readonly #reads: readonly FileRead[];
  readonly #people: BknPeople;
  readonly #ownerFile: Int32Array;
  readonly #ownerRow: Int32Array;
  readonly #released = new Map<number, { readonly read: FileRead; readonly dataRow: number }>();
  readonly #dropped: Set<number>[];
  readonly #added: AddedPair[] = [];
  readonly #surplus: Surplus[] = [];
  readonly #lone: { row: LoneRow; reason: LoneReason }[] = [];

  constructor(reads: readonly FileRead[], bkn: BknShared) {
    this.#reads = reads;
    this.#people = new BknPeople(bkn);
    this.#ownerFile = new Int32Array(this.#people.count).fill(-1);
    this.#ownerRow = new Int32Array(this.#people.count);
    this.#dropped = reads.map(() => new Set<number>());
  }

  run(): Settlement {
    this.#settleClaims();
    const open = this.#climb();
    this.#findLikely(open);
    return {
      decisions: this.#reads.map((read, index) => this.#decision(read, index)),
      ownerFile: this.#ownerFile,
      ownerRow: this.#ownerRow,
      released: this.#released,
      added: this.#added,
      dropped: this.#dropped,
      surplus: this.#surplus,
      lone: this.#lone,
    };
  }

  #decision(read: FileRead, index: number): FileDecision {
    const added = this.#added.filter((pair) => pair.read === read);
    return {
      file: read.file,
      dropped: Int32Array.from(this.#dropped[index] ?? []).toSorted(),
      added: Int32Array.from(added.flatMap(({ position, record, rung }) => [position, record, rung])),
    };
  }

  /** Whether BKN has the person at the instansi of this delivery, as owner or as place of work; unknown counts as yes. */
  #belongs(read: FileRead, record: number): boolean {
    const owner = this.#people.instansi(record);
    return owner === '' || owner === read.instansi || this.#people.instansiKerja(record) === read.instansi;
  }

  /** Of several rows that claim one person by number the one counts whose office BKN names, then the likest, then the first. */
  #settleClaims(): void {
    const strength = new Int32Array(this.#people.count);
    const ownerPair = new Int32Array(this.#people.count);
    this.#reads.forEach((read, file) => {
      const { pairs } = read;
      for (let pair = 0; pair * 4 < pairs.length; pair++) {
        const record = pairs[pair * 4 + 1] as number;
        const claim = 1 + (this.#belongs(read, record) ? 8 : 0) + (pairs[pair * 4 + 3] as number);
        const rival = this.#ownerFile[record] as number;
        if (rival >= 0 && claim <= (strength[record] as number)) {
          this.#takeBack(file, pair, record);
          continue;
        }
        if (rival >= 0) this.#takeBack(rival, ownerPair[record] as number, record);
        this.#ownerFile[record] = file;
        this.#ownerRow[record] = pairs[pair * 4] as number;
        strength[record] = claim;
        ownerPair[record] = pair;
      }
    });
    this.#releaseMoved(ownerPair);
  }

  #takeBack(file: number, pair: number, record: number): void {
    const read = this.#reads[file] as FileRead;
    this.#dropped[file]?.add(pair);
    this.#surplus.push({ read, dataRow: read.pairs[pair * 4] as number, record });
  }

  /** Somebody whom only a former office still lists is no pair: the person moved, and the new office lacks the row. */
  #releaseMoved(ownerPair: Int32Array): void {
    for (let record = 0; record < this.#people.count; record++) {
      const file = this.#ownerFile[record] as number;
      const read = this.#reads[file];
      if (!read || this.#belongs(read, record)) continue;
      const pair = ownerPair[record] as number;
      this.#dropped[file]?.add(pair);
      this.#ownerFile[record] = -1;
      const nip = [read.pairNip[pair * 2] as number, read.pairNip[pair * 2 + 1] as number] as const;
      const row: LoneRow = {
        read,
        position: -1,
        dataRow: read.pairs[pair * 4] as number,
        key: undefined,
        derived: undefined,
        nip,
      };
      this.#released.set(record, row);
      this.#lone.push({ row, reason: { jenis: 'pindah', record, instansi: this.#people.instansi(record) } });
    }
  }

  /** Climbs the exact rungs; returns the rows that are still without a partner. */
  #climb(): LoneRow[] {
    let open = this.#reads.flatMap(listUnmatched);
    for (const rung of EXACT_RUNGS) open = this.#climbOne(rung, open);
    return open;
  }

  #climbOne(rung: Rung, open: readonly LoneRow[]): LoneRow[] {
    const wanted = new Map<number, { rows: LoneRow[]; records: number[] }>();
    for (const row of open) {
      const own = keyOn(rung, row);
      const key = own ? rung.keyOf(own) : 0;
      if (key === 0) continue;
      const entry = wanted.get(key) ?? { rows: [], records: [] };
      entry.rows.push(row);
      wanted.set(key, entry);
    }
    if (wanted.size === 0) return [...open];
    for (let record = 0; record < this.#people.count; record++) {
      wanted.get(rung.keyAt(this.#people, record))?.records.push(record);
    }
    const done = new Set<LoneRow>();
    for (const { rows, records } of wanted.values()) {
      for (const row of rows) if (this.#tryPair(rung, row, rows, records)) done.add(row);
    }
    return open.filter((row) => !done.has(row));
  }

  /**
   * Pairs a row with the only record that fits it, if nobody else of its own office fits that record as well. The same person
   * entered twice is one: the first row is paired, the others are surplus.
   */
  #tryPair(rung: Rung, row: LoneRow, rows: readonly LoneRow[], records: readonly number[]): boolean {
    const key = keyOn(rung, row) as PersonKey;
    const fitting = records.filter((record) => rung.accepts(key, this.#people.key(record)));
    const [record] = fitting;
    if (record === undefined || fitting.length > 1) return false;
    if ((this.#ownerFile[record] as number) >= 0) {
      this.#surplus.push({ read: row.read, dataRow: row.dataRow, record });
      return true;
    }
    const bknKey = this.#people.key(record);
    const rivals = rows.filter(
      (other) =>
        other !== row &&
        other.read === row.read &&
        rung.accepts(keyOn(rung, other) as PersonKey, bknKey) &&
        !isEnteredTwice(key, keyOn(rung, other) as PersonKey),
    );
    if (rivals.length > 0) return false;
    if (!this.#belongs(row.read, record)) {
      this.#lone.push({ row, reason: { jenis: 'pindah', record, instansi: this.#people.instansi(record) } });
      return true;
    }
    this.#add(row, record, rung.rung, 0);
    return true;
  }

  #add(row: LoneRow, record: number, rung: number, score: number): void {
    this.#ownerFile[record] = this.#reads.indexOf(row.read);
    this.#ownerRow[record] = row.dataRow;
    this.#added.push({ read: row.read, position: row.position, record, rung, score });
  }

  /** The last rung: people of one office who are probably the same. Office by office, for all keys at once fill memory. */
  #findLikely(open: readonly LoneRow[]): void {
    const rowsOf = Map.groupBy(open, ({ read }) => read.instansi);
    const recordsOf = new Map<string, number[]>([...rowsOf.keys()].map((instansi) => [instansi, []]));
    for (let record = 0; record < this.#people.count && open.length > 0; record++) {
      if ((this.#ownerFile[record] as number) < 0) recordsOf.get(this.#people.instansi(record))?.push(record);
    }
    for (const [instansi, rows] of rowsOf) {
      // whom a former office keeps as gone says nothing of the rows of the present one
      const inactive = listInactive(this.#reads.filter((read) => read.instansi === instansi));
      this.#findLikelyIn(rows, recordsOf.get(instansi) ?? [], inactive);
    }
  }

  #findLikelyIn(open: readonly LoneRow[], records: readonly number[], inactive: ReadonlyMap<string, string>): void {
    const { pairs, review } = findLikelyPairs(
      open.map(likelyKey),
      records.map((record) => this.#people.key(record)),
      (right) => inactive.has(nipKey(this.#people.nip(records[right] as number))),
    );
    const reasons = new Map<LoneRow, LoneReason>();
    for (const { left, right, score } of review.toReversed()) {
      reasons.set(open[left] as LoneRow, { jenis: 'mungkin', record: records[right] as number, score });
    }
    const paired = new Set<LoneRow>();
    for (const { left, right, score } of pairs) {
      const row = open[left] as LoneRow;
      paired.add(row);
      this.#add(row, records[right] as number, 5, score);
    }
    for (const row of open)
      if (!paired.has(row)) this.#lone.push({ row, reason: reasons.get(row) ?? refusedReason(row) });
  }
}

/** What a rung looks at in a row: also what the NIP says, where the rung may and the delivery has no such column. */
const keyOn = ({ mayDerive }: Rung, { key, derived }: LoneRow): PersonKey | undefined => (mayDerive ? derived : key);

/** The last rung compares sound numbers themselves; of a rounded one it looks at what the digits that are left say, its month once. */
function likelyKey({ key, derived, nip: [high] }: LoneRow): PersonKey {
  if (!isUnusable(high) || derived === undefined) return key as PersonKey;
  return derived.tmtNip === 0 ? derived : { ...derived, tmtCpns: 0 };
}

function refusedReason({ read, position }: LoneRow): LoneReason {
  const record = read.unmatched.refused[position] ?? -1;
  return record < 0 ? { jenis: 'tidak_ada' } : { jenis: 'nip_orang_lain', record };
}

function listUnmatched(read: FileRead): LoneRow[] {
  const { dataRow, nip, nipLama, nik, tanggalLahir, tmtCpns, jenisKelamin, nama } = read.unmatched;
  const at = (list: Int32Array, index: number): number => Math.max(0, list[index] ?? 0);
  return Array.from(dataRow, (row, index) => {
    const ownNip = [nip[index * 2] ?? 0, nip[index * 2 + 1] ?? 0] as const;
    const hasNip = ownNip[0] > 0;
    const key = {
      nipHigh: hasNip ? ownNip[0] : 0,
      nipLow: hasNip ? ownNip[1] : 0,
      nipLama: at(nipLama, index),
      nikHigh: at(nik, index * 2),
      nikLow: at(nik, index * 2 + 1),
      tanggalLahir: at(tanggalLahir, index),
      tmtCpns: at(tmtCpns, index),
      tmtNip: 0,
      jenisKelamin: jenisKelamin[index] ?? '',
      nama: nama[index] ?? '',
      instansi: [read.instansi],
    };
    const derived = deriveFromNip(key, ownNip, read.turunan);
    return { read, position: index, dataRow: row, nip: ownNip, key, derived };
  });
}
