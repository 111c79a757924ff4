import type { LocalDate } from '#kernel/local-date.ts';
import { compareText, foldText } from '#kernel/text.ts';
import { foldBknId } from '#rules/bkn-id.ts';
import type { ReferenceRow } from '../row.ts';
import type { ReferenceTable } from '../table.ts';
import { type ConfirmedRow, type CrosswalkBook, type CrosswalkEntry, LAST_DAY, lastDay } from './entry.ts';

/** How the national list changed under an entry. */
export type AlertKind =
  /** The id is gone and nothing of its name is there. */
  | 'hilang'
  /** The id is gone; one new row is what it was. */
  | 'ganti_id'
  /** The id is gone; a row that stood beside it is what is left of both. */
  | 'digabung'
  /** The id is gone or renamed; several new rows begin with its name. */
  | 'dipecah'
  | 'ganti_nama'
  /** Renamed, and another row now bears the name that was confirmed. */
  | 'nama_berpindah'
  /** Same name, but under another level, parent or kind. */
  | 'pindah'
  | 'tidak_dipakai'
  /** The name is no longer this row's alone. */
  | 'nama_ganda';

export interface CrosswalkAlert {
  readonly instansi: string;
  readonly entry: CrosswalkEntry;
  readonly jenis: AlertKind;
  /** Name that the id has now; '' where the id is gone. */
  readonly namaBaru: string;
  /** What in the row is another now, one line; '' where the kind says it all. */
  readonly rincian: string;
  /** Rows that may take its place, at most `MOST_SUGGESTED`. */
  readonly saran: readonly ReferenceRow[];
  /** What to do, one Indonesian sentence. */
  readonly obat: string;
}

const MOST_SUGGESTED = 5;
const OUT_OF_USE: ReadonlySet<string> = new Set(['0', 'O']);

const REMEDY: Readonly<Record<AlertKind, string>> = {
  hilang:
    'Cari penggantinya di daftar nasional, lalu terima id baru dengan --mulai sejak daftar itu berlaku; bila tidak ada, tolak silang ini.',
  ganti_id: 'Terima id baru yang disarankan dengan --mulai sejak daftar itu berlaku.',
  digabung: 'Terima id gabungan yang disarankan dengan --mulai sejak daftar itu berlaku.',
  dipecah: 'Pilih bagian yang sesuai bagi tiap kode Simpeg; bila tidak dapat dipilih, tolak silang ini.',
  ganti_nama: 'Periksa apakah artinya masih sama. Bila ya, terima lagi id yang sama; bila tidak, pilih id lain.',
  nama_berpindah: 'Nama yang dulu diterima kini milik id lain. Putuskan lagi: id yang sama, atau id yang disarankan.',
  pindah: 'Periksa tingkat atau jenisnya yang baru. Bila sesuai, terima lagi id yang sama; bila tidak, pilih id lain.',
  tidak_dipakai: 'Id ini tidak dipakai lagi oleh BKN. Pilih id yang masih berlaku, lalu terima dengan --mulai.',
  nama_ganda: 'Nama ini kini ada di lebih dari satu id. Pastikan idnya, lalu terima lagi id yang benar.',
};

export interface WatchInput {
  readonly book: CrosswalkBook;
  /** The national list of a field as it is now; undefined where the field has none, or it was not imported. */
  readonly tableOf: (kolom: string) => ReferenceTable | undefined;
  /** The list before it: tells which rows are new. */
  readonly formerOf: (kolom: string) => ReferenceTable | undefined;
  /** Entries that ended before this day are nobody's concern any more; without it, all that have an end: they act no more either. */
  readonly per: LocalDate | undefined;
}

export interface WatchResult {
  readonly alerts: readonly CrosswalkAlert[];
  readonly diperiksa: number;
  /** Entries of fields without a national list at hand, and ids that never stood in it. */
  readonly tanpaDaftar: number;
}

/**
 * Holds every live entry against the national list of today. An entry stays silent as long as its row reads as it did when it was
 * confirmed; confirming it again makes it silent again.
 */
export function watchCrosswalks({ book, tableOf, formerOf, per }: WatchInput): WatchResult {
  const alerts: CrosswalkAlert[] = [];
  const newRowsOf = new Map<string, readonly NewRow[]>();
  let [diperiksa, tanpaDaftar] = [0, 0];
  for (const instansi of [...book.keys()].toSorted(compareText)) {
    for (const entry of book.get(instansi) ?? []) {
      if (entry.status !== 'diterima' || lastDay(entry) < (per ?? LAST_DAY)) continue;
      const table = tableOf(entry.kolom);
      // posts of structure stand in no list, so an id that was not in it is not missing from it
      if (!table || (entry.acuan.senama === 0 && table.findById(entry.id) === undefined)) {
        tanpaDaftar++;
        continue;
      }
      diperiksa++;
      const former = formerOf(entry.kolom);
      const newRows = newRowsOf.get(entry.kolom) ?? listNewRows(table, former);
      newRowsOf.set(entry.kolom, newRows);
      const finding = judge(entry, table, former, newRows);
      if (!finding) continue;
      const { jenis, row, saran } = finding;
      alerts.push({
        instansi,
        entry,
        jenis,
        namaBaru: row?.nama ?? '',
        rincian: row && table ? describeChange(jenis, entry.acuan, row, table) : '',
        saran: saran.slice(0, MOST_SUGGESTED),
        obat: REMEDY[jenis],
      });
    }
  }
  return { alerts, diperiksa, tanpaDaftar };
}

const shown = (text: string | undefined): string => (text === undefined || text === '' ? '(kosong)' : text);

/** The parts of a row that changed, before and after. */
function describeChange(jenis: AlertKind, acuan: ConfirmedRow, row: ReferenceRow, table: ReferenceTable): string {
  if (jenis === 'nama_ganda') return `dahulu ${acuan.senama} id bernama itu, kini ${table.countByName(acuan.nama)}`;
  const parts: readonly (readonly [string, string, string | undefined])[] =
    jenis === 'pindah'
      ? [
          ['induk', acuan.induk, row.induk],
          ['jenis', acuan.jenis, row.jenis],
        ]
      : jenis === 'tidak_dipakai'
        ? [['status', acuan.status, row.status]]
        : [];
  return parts
    .filter(([, before, now]) => foldBknId(before) !== foldBknId(now ?? ''))
    .map(([name, before, now]) => `${name}: ${shown(before)} menjadi ${shown(now)}`)
    .join('; ');
}

interface Finding {
  readonly jenis: AlertKind;
  readonly row: ReferenceRow | undefined;
  readonly saran: readonly ReferenceRow[];
}

function judge(
  { id, acuan }: CrosswalkEntry,
  table: ReferenceTable,
  former: ReferenceTable | undefined,
  newRows: readonly NewRow[],
): Finding | undefined {
  const row = table.findById(id);
  const others = table.listByName(acuan.nama).filter((other) => foldBknId(other.id) !== foldBknId(id));
  if (!row) {
    const same = others.filter((other) => isSamePlace(other, acuan));
    const isMerged = same.some((other) => former?.findById(other.id) !== undefined);
    if (same.length > 0) return { jenis: isMerged ? 'digabung' : 'ganti_id', row, saran: same };
    const parts = listParts(newRows, acuan);
    return { jenis: parts.length > 1 ? 'dipecah' : 'hilang', row, saran: parts.length > 0 ? parts : others };
  }
  if (foldText(row.nama) !== foldText(acuan.nama)) {
    if (others.length > 0) return { jenis: 'nama_berpindah', row, saran: others };
    const parts = listParts(newRows, acuan);
    return { jenis: parts.length > 1 ? 'dipecah' : 'ganti_nama', row, saran: parts };
  }
  // what was confirmed without the list at hand can only be held against its name
  if (acuan.senama === 0) return undefined;
  if (!isSamePlace(row, acuan)) return { jenis: 'pindah', row, saran: others };
  if (OUT_OF_USE.has(row.status ?? '') && !OUT_OF_USE.has(acuan.status)) {
    return { jenis: 'tidak_dipakai', row, saran: others };
  }
  return table.countByName(acuan.nama) > acuan.senama ? { jenis: 'nama_ganda', row, saran: others } : undefined;
}

const isSamePlace = (row: ReferenceRow, { induk, jenis }: ConfirmedRow): boolean =>
  foldBknId(row.induk ?? '') === foldBknId(induk) && (row.jenis ?? '') === jenis;

interface NewRow {
  readonly folded: string;
  readonly row: ReferenceRow;
}

/** Rows that the former list did not have; none where it is not at hand, for then nobody can say. */
function listNewRows(table: ReferenceTable, former: ReferenceTable | undefined): readonly NewRow[] {
  if (!former) return [];
  return [...table.rows()].flatMap((row) =>
    former.findById(row.id) === undefined ? [{ folded: foldText(row.nama), row }] : [],
  );
}

/** New rows whose names begin with the whole old name. */
function listParts(newRows: readonly NewRow[], { nama }: ConfirmedRow): readonly ReferenceRow[] {
  const start = `${foldText(nama)} `;
  return newRows.filter(({ folded }) => folded.startsWith(start)).map(({ row }) => row);
}

/** What of a row is kept when an entry is confirmed; `nama` is BKN's word for it where the list does not have it. */
export function confirmedRow(table: ReferenceTable | undefined, id: string, nama: string): ConfirmedRow {
  const row = table?.findById(id);
  if (!table || !row) return { nama, induk: '', jenis: '', status: '', senama: 0 };
  return {
    nama: row.nama,
    induk: row.induk ?? '',
    jenis: row.jenis ?? '',
    status: row.status ?? '',
    senama: table.countByName(row.nama),
  };
}
