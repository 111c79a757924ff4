import { formatIsoDate, type LocalDate } from '#kernel/local-date.ts';
import { compareText } from '#kernel/text.ts';
import { type AbsentTable, describeDoubts, type DoubtfulColumn, SLOTS, type UnreadPeople } from '#mapping';
import type { CrosswalkEntry } from '#reference';
import { instansiName } from '../instansi-code.ts';
import type { FileRead, FileWritten, LearnedCode, RecipeNote, TurnedField } from '../protocol.ts';
import type { RowCounts } from '../read-delivery.ts';
import type { StackedTables } from './stacked-tables.ts';
import type { Settlement } from '../settle/settle.ts';
import type { Refusal } from '../worker-pool.ts';
import type { ReportCounts } from './write-report.ts';

/** One file of the run: rows read = accepted + quarantined. */
export interface FileSummary extends RowCounts {
  readonly instansi: string;
  readonly berkas: string;
  readonly tabel: string;
}

/** ringkasan.json; keys are part of the command's contract. */
export interface Summary {
  /** Day for which the data were read, as it was given; null for none. */
  readonly per: string | null;
  readonly berkas: readonly FileSummary[];
  readonly ditolak: readonly { readonly instansi: string; readonly berkas: string; readonly pesan: string }[];
  /** Pairs by the way they were found. */
  readonly pasangan: Readonly<Record<string, number>>;
  readonly hanya_simpeg: number;
  readonly hanya_bkn: number;
  readonly ganda: { readonly dalam_berkas: number; readonly dua_instansi: number };
  readonly selisih: {
    readonly jumlah: number;
    readonly per_instansi: readonly InstansiSummary[];
    readonly per_kolom: Readonly<Record<string, Readonly<Record<string, number>>>>;
    readonly per_kelas: Readonly<Record<string, number>>;
  };
  /** Local codes whose meaning was learned from people found on both sides. */
  readonly kode_dipelajari: readonly ({ readonly instansi: string } & LearnedCode)[];
  /** Codes of recipes that people on both sides contradict as one: perhaps numbered anew; only where there are such. */
  readonly kode_berganti_arti?: readonly ({ readonly instansi: string } & TurnedField)[];
  /** Tables that a recipe reads and its delivery lacks; only where there are such. */
  readonly tabel_tidak_ada?: readonly ({ readonly instansi: string } & AbsentTable)[];
  /** Sheets, files or tables that were read as one delivery; only where there are such. */
  readonly tabel_disusun?: readonly ({ readonly instansi: string; readonly berkas: string } & StackedTables)[];
  /** Tables of people that stand in a delivery and were not read; only where there are such. */
  readonly tabel_tidak_dibaca?: readonly ({ readonly instansi: string; readonly berkas: string } & UnreadPeople)[];
  /** Columns that a proposal only suspects of being a field, and so were left out; only where there are such. */
  readonly kolom_diragukan?: readonly DoubtfulColumns[];
  /** What the recipe book made of each delivery; only where a book was given. */
  readonly buku?: readonly ({ readonly instansi: string; readonly berkas: string } & RecipeNote)[];
  /** Local codes without words that an accepted crosswalk explained; only where crosswalks were given. */
  readonly kode_silang?: readonly ExplainedCode[];
  /** Compared fields that a delivery or BKN's file does not carry: not compared there. */
  readonly kolom_tidak_dikirim: Readonly<Record<string, readonly string[]>>;
}

export interface DoubtfulColumns {
  readonly instansi: string;
  readonly kolom: readonly DoubtfulColumn[];
  readonly kalimat: string;
}

export interface ExplainedCode {
  readonly instansi: string;
  readonly kolom: string;
  readonly kode: string;
  readonly arti: string;
}

export interface InstansiSummary {
  readonly instansi: string;
  readonly nama: string;
  readonly pasangan: number;
  readonly hanya_simpeg: number;
  readonly hanya_bkn: number;
  readonly selisih: Readonly<Record<string, number>>;
}

export interface SummaryInput {
  readonly options: {
    readonly bkn: string;
    readonly simpeg: readonly { readonly instansi: string; readonly berkas: string }[];
    readonly per?: LocalDate | undefined;
  };
  readonly bkn: RowCounts & { readonly tabel: string } & Pick<FileRead, 'stack' | 'unread'>;
  readonly bknDelivered: readonly number[];
  readonly reads: readonly FileRead[];
  readonly written: readonly FileWritten[];
  readonly counts: ReportCounts;
  readonly refusals: readonly Refusal[];
  readonly settlement: Settlement;
  /** Crosswalk entries in force by instansi, where crosswalks were given. */
  readonly crosswalks: ReadonlyMap<string, readonly CrosswalkEntry[]> | undefined;
}

export function summarise(input: SummaryInput): Summary {
  const { options, reads, counts, settlement } = input;
  const { tabel, dibaca, diterima, karantina } = input.bkn;
  const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
  const perKolom: Record<string, Record<string, number>> = {};
  const perKelas: Record<string, number> = {};
  for (const { counts: byKey } of input.written) {
    for (const [key, count] of Object.entries(byKey)) {
      const [kolom = '', kelas = ''] = key.split(' ');
      const column = (perKolom[kolom] ??= {});
      column[kelas] = (column[kelas] ?? 0) + count;
      perKelas[kelas] = (perKelas[kelas] ?? 0) + count;
    }
  }
  return {
    per: options.per === undefined ? null : formatIsoDate(options.per),
    berkas: [
      { instansi: 'bkn', berkas: options.bkn, tabel, dibaca, diterima, karantina },
      ...reads.map((read) => ({
        instansi: read.instansi,
        berkas: read.berkas,
        tabel: read.tabel,
        dibaca: read.dibaca,
        diterima: read.diterima,
        karantina: read.karantina,
      })),
    ],
    ditolak: input.refusals.map(({ file, sentence }) => ({
      ...(options.simpeg[file] ?? { instansi: '', berkas: '' }),
      pesan: sentence,
    })),
    pasangan: counts.pasangan,
    hanya_simpeg: sum(Object.values(counts.hanyaSimpeg)),
    hanya_bkn: sum(Object.values(counts.hanyaBkn)),
    ganda: { dalam_berkas: counts.ganda.dalamBerkas, dua_instansi: counts.ganda.duaInstansi },
    selisih: {
      jumlah: sum(Object.values(perKelas)),
      per_instansi: reads.map((read, index) => summariseInstansi(input, read, settlement, index)),
      per_kolom: sortKeys(perKolom),
      per_kelas: sortKeys(perKelas),
    },
    kode_dipelajari: input.written.flatMap(({ file, learned }) => {
      const instansi = options.simpeg[file]?.instansi ?? '';
      return learned.map((code) => ({ instansi, ...code }));
    }),
    ...listTurned(input),
    ...listAbsent(reads),
    ...listTables(input),
    ...listDoubtful(reads),
    ...noteBook(reads),
    ...(input.crosswalks ? { kode_silang: listExplained(input.crosswalks) } : {}),
    kolom_tidak_dikirim: listNotDelivered(input),
  };
}

function listTurned({ options, written }: SummaryInput): Pick<Summary, 'kode_berganti_arti'> {
  const turned = written.flatMap(({ file, turned: fields }) =>
    fields.map((field) => ({ instansi: options.simpeg[file]?.instansi ?? '', ...field })),
  );
  return turned.length === 0 ? {} : { kode_berganti_arti: turned };
}

function listAbsent(reads: readonly FileRead[]): Pick<Summary, 'tabel_tidak_ada'> {
  const absent = reads.flatMap(({ instansi, absent: tables }) => tables.map((table) => ({ instansi, ...table })));
  return absent.length === 0 ? {} : { tabel_tidak_ada: absent };
}

function listTables({ options, bkn, reads }: SummaryInput): Pick<Summary, 'tabel_disusun' | 'tabel_tidak_dibaca'> {
  const files = [{ instansi: 'bkn', berkas: options.bkn, stack: bkn.stack, unread: bkn.unread }, ...reads];
  const stacked = files.flatMap(({ instansi, berkas, stack }) => (stack ? [{ instansi, berkas, ...stack }] : []));
  const isSent = ({ instansi, berkas }: Pick<FileRead, 'instansi' | 'berkas'>, tabel: string): boolean =>
    reads.some((read) => read.instansi === instansi && read.berkas === `${berkas}#${tabel}`);
  const unread = files.flatMap((file) =>
    file.unread
      .filter(({ tabel }) => !isSent(file, tabel))
      .map((table) => ({ instansi: file.instansi, berkas: file.berkas, ...table })),
  );
  return {
    ...(stacked.length === 0 ? {} : { tabel_disusun: stacked }),
    ...(unread.length === 0 ? {} : { tabel_tidak_dibaca: unread }),
  };
}

function listDoubtful(reads: readonly FileRead[]): Pick<Summary, 'kolom_diragukan'> {
  const doubtful = reads.flatMap(({ instansi, doubtful: kolom }) =>
    kolom.length === 0 ? [] : [{ instansi, kolom, kalimat: describeDoubts(kolom, instansi) }],
  );
  return doubtful.length === 0 ? {} : { kolom_diragukan: doubtful };
}

function noteBook(reads: readonly FileRead[]): Pick<Summary, 'buku'> {
  const buku = reads.flatMap(({ instansi, berkas, note }) => (note ? [{ instansi, berkas, ...note }] : []));
  return buku.length === 0 ? {} : { buku };
}

function listExplained(crosswalks: ReadonlyMap<string, readonly CrosswalkEntry[]>): readonly ExplainedCode[] {
  return [...crosswalks].flatMap(([instansi, entries]) =>
    entries.flatMap(({ kolom, kode, label, acuan }) =>
      label === '' ? [{ instansi, kolom, kode, arti: acuan.nama }] : [],
    ),
  );
}

function summariseInstansi(
  { written, counts }: SummaryInput,
  read: FileRead,
  settlement: Settlement,
  index: number,
): InstansiSummary {
  const selisih: Record<string, number> = {};
  const own = written.find(({ file }) => file === read.file);
  for (const [key, count] of Object.entries(own?.counts ?? {})) {
    const kelas = key.split(' ')[1] ?? '';
    selisih[kelas] = (selisih[kelas] ?? 0) + count;
  }
  const added = settlement.added.filter((pair) => pair.read === read).length;
  return {
    instansi: read.instansi,
    nama: instansiName(read.instansi),
    pasangan: read.pairs.length / 4 - (settlement.dropped[index]?.size ?? 0) + added,
    hanya_simpeg: counts.hanyaSimpeg[read.instansi] ?? 0,
    hanya_bkn: counts.hanyaBkn[read.instansi] ?? 0,
    selisih: sortKeys(selisih),
  };
}

function listNotDelivered({ bknDelivered, reads }: SummaryInput): Record<string, string[]> {
  const missing = (delivered: readonly number[]): string[] =>
    SLOTS.filter(({ index }) => !delivered.includes(index)).map(({ field }) => field.nama);
  const lists: Record<string, string[]> = { bkn: missing(bknDelivered) };
  for (const read of reads) lists[read.instansi] = missing(read.delivered);
  return lists;
}

function sortKeys<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => compareText(a, b)));
}
