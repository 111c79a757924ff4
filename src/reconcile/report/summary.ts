import { formatIsoDate, type LocalDate } from '#kernel/local-date.ts';
import { compareText } from '#kernel/text.ts';
import {
  type AbsentTable,
  describeDoubts,
  type DoubtfulColumn,
  type HiddenSheets,
  SLOTS,
  type UnreadPeople,
} from '#mapping';
import type { CrosswalkEntry } from '#reference';
import { instansiName } from '../instansi-code.ts';
import type { FileRead, FileWritten, LearnedCode, RecipeNote, TurnedField } from '../protocol.ts';
import type { RowCounts } from '../read-delivery.ts';
import type { StackedTables } from './stacked-tables.ts';
import type { Settlement } from '../settle/settle.ts';
import type { Refusal } from '../worker-pool.ts';
import { findCut, findDoubt, findUnused } from './doubts.ts';
import type { ReportCounts } from './write-report.ts';

/** One file of the run: rows read = accepted + quarantined. */
export interface FileSummary extends RowCounts {
  readonly instansi: string;
  readonly kiriman: string;
  readonly berkas: string;
  readonly tabel: string;
}

/**
 * ringkasan.json; keys are part of the command's contract. `kiriman` is what a delivery is called: its instansi, or `6413-1` and
 * so on where an instansi sent several files.
 */
export interface Summary {
  /** Day for which the data were read, as it was given; null for none. */
  readonly per: string | null;
  readonly berkas: readonly FileSummary[];
  /** What makes a whole delivery doubtful; only where there is such. */
  readonly peringatan?: readonly (DeliveryName & { readonly kalimat: string })[];
  readonly ditolak: readonly {
    readonly instansi: string;
    readonly kiriman: string;
    readonly berkas: string;
    readonly pesan: string;
  }[];
  /** Pairs by the way they were found. */
  readonly pasangan: Readonly<Record<string, number>>;
  readonly hanya_simpeg: number;
  readonly hanya_bkn: number;
  readonly ganda: { readonly dalam_berkas: number; readonly dua_berkas: number; readonly dua_instansi: number };
  readonly selisih: {
    readonly jumlah: number;
    readonly per_instansi: readonly InstansiSummary[];
    readonly per_kolom: Readonly<Record<string, Readonly<Record<string, number>>>>;
    readonly per_kelas: Readonly<Record<string, number>>;
  };
  /** Local codes whose meaning was learned from people found on both sides. */
  readonly kode_dipelajari: readonly (DeliveryName & LearnedCode)[];
  /** Codes of recipes that people on both sides contradict as one: perhaps numbered anew; only where there are such. */
  readonly kode_berganti_arti?: readonly (DeliveryName & TurnedField)[];
  /** Tables that a recipe reads and its delivery lacks; only where there are such. */
  readonly tabel_tidak_ada?: readonly (DeliveryName & AbsentTable)[];
  /** Sheets, files or tables that were read as one delivery; only where there are such. */
  readonly tabel_disusun?: readonly (DeliveryName & { readonly berkas: string } & StackedTables)[];
  /** Tables of people that stand in a delivery and were not read; only where there are such. */
  readonly tabel_tidak_dibaca?: readonly (DeliveryName & { readonly berkas: string } & UnreadPeople)[];
  /** Hidden sheets of workbooks, which are not read; only where there are such. */
  readonly lembar_tersembunyi?: readonly (DeliveryName & { readonly berkas: string } & HiddenSheets)[];
  /** Columns that a proposal only suspects of being a field, and so were left out; only where there are such. */
  readonly kolom_diragukan?: readonly (DeliveryName & DoubtfulColumns)[];
  /** What the recipe book made of each delivery; only where a book was given. */
  readonly buku?: readonly (DeliveryName & { readonly berkas: string } & RecipeNote)[];
  /** Local codes without words that an accepted crosswalk explained; only where crosswalks were given. */
  readonly kode_silang?: readonly ExplainedCode[];
  /** Compared fields that a delivery (by its name) or BKN's file does not carry: not compared there. */
  readonly kolom_tidak_dikirim: Readonly<Record<string, readonly string[]>>;
}

interface DoubtfulColumns {
  readonly kolom: readonly DoubtfulColumn[];
  readonly kalimat: string;
}

interface DeliveryName {
  readonly instansi: string;
  readonly kiriman: string;
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
  /** Rows, and single values of other rows, that were not used. */
  readonly karantina: number;
  readonly isian_karantina: number;
}

export interface SummaryInput {
  readonly options: {
    readonly bkn: string;
    readonly simpeg: readonly { readonly instansi: string; readonly berkas: string }[];
    readonly per?: LocalDate | undefined;
  };
  /** What each delivery of the command is called. */
  readonly names: readonly string[];
  readonly bkn: RowCounts & { readonly tabel: string } & Pick<FileRead, 'stack' | 'unread' | 'hidden'>;
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
  const { options, names, reads, counts } = input;
  const { tabel, dibaca, diterima, karantina, isian_karantina, kode_karantina } = input.bkn;
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
      {
        instansi: 'bkn',
        kiriman: 'bkn',
        berkas: options.bkn,
        tabel,
        dibaca,
        diterima,
        karantina,
        isian_karantina,
        kode_karantina,
      },
      ...reads.map((read) => ({
        instansi: read.instansi,
        kiriman: read.kiriman,
        berkas: read.berkas,
        tabel: read.tabel,
        dibaca: read.dibaca,
        diterima: read.diterima,
        karantina: read.karantina,
        isian_karantina: read.isian_karantina,
        kode_karantina: read.kode_karantina,
      })),
    ],
    ...listDoubts(input),
    ditolak: input.refusals.map(({ file, sentence }) => ({
      instansi: options.simpeg[file]?.instansi ?? '',
      kiriman: names[file] ?? '',
      berkas: options.simpeg[file]?.berkas ?? '',
      pesan: sentence,
    })),
    pasangan: counts.pasangan,
    hanya_simpeg: sum(Object.values(counts.hanyaSimpeg)),
    hanya_bkn: sum(Object.values(counts.hanyaBkn)),
    ganda: {
      dalam_berkas: counts.ganda.dalamBerkas,
      dua_berkas: counts.ganda.duaBerkas,
      dua_instansi: counts.ganda.duaInstansi,
    },
    selisih: {
      jumlah: sum(Object.values(perKelas)),
      per_instansi: [...Map.groupBy(reads, ({ instansi }) => instansi)].map(([instansi, own]) =>
        summariseInstansi(input, instansi, own),
      ),
      per_kolom: sortKeys(perKolom),
      per_kelas: sortKeys(perKelas),
    },
    kode_dipelajari: input.written.flatMap(({ file, learned }) => {
      const name = nameOf(input, file);
      return learned.map((code) => ({ ...name, ...code }));
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

const nameOf = ({ options, names }: SummaryInput, file: number): DeliveryName => ({
  instansi: options.simpeg[file]?.instansi ?? '',
  kiriman: names[file] ?? '',
});

function listDoubts({ bkn, reads, settlement }: SummaryInput): Pick<Summary, 'peringatan'> {
  const all = [{ instansi: 'bkn', kiriman: 'bkn', ...bkn }, ...reads];
  const unused = all.map((file) => ({ ...file, kalimat: findUnused(file) }));
  const cut = all.map((file) => ({ ...file, kalimat: findCut(file) }));
  const doubtful = reads.map((read) => ({ ...read, kalimat: findDoubt(read, settlement) }));
  const peringatan = [...unused, ...cut, ...doubtful].flatMap(({ instansi, kiriman, kalimat }) =>
    kalimat === undefined ? [] : [{ instansi, kiriman, kalimat }],
  );
  return peringatan.length === 0 ? {} : { peringatan };
}

function listTurned(input: SummaryInput): Pick<Summary, 'kode_berganti_arti'> {
  const turned = input.written.flatMap(({ file, turned: fields }) =>
    fields.map((field) => ({ ...nameOf(input, file), ...field })),
  );
  return turned.length === 0 ? {} : { kode_berganti_arti: turned };
}

function listAbsent(reads: readonly FileRead[]): Pick<Summary, 'tabel_tidak_ada'> {
  const absent = reads.flatMap(({ instansi, kiriman, absent: tables }) =>
    tables.map((table) => ({ instansi, kiriman, ...table })),
  );
  return absent.length === 0 ? {} : { tabel_tidak_ada: absent };
}

function listTables({
  options,
  bkn,
  reads,
}: SummaryInput): Pick<Summary, 'tabel_disusun' | 'tabel_tidak_dibaca' | 'lembar_tersembunyi'> {
  const own = { ...bkn, instansi: 'bkn', kiriman: 'bkn', berkas: options.bkn };
  const files = [own, ...reads];
  const stacked = files.flatMap(({ instansi, kiriman, berkas, stack }) =>
    stack ? [{ instansi, kiriman, berkas, ...stack }] : [],
  );
  const isSent = ({ instansi, berkas }: Pick<FileRead, 'instansi' | 'berkas'>, tabel: string): boolean =>
    reads.some((read) => read.instansi === instansi && read.berkas === `${berkas}#${tabel}`);
  const unread = files.flatMap((file) =>
    file.unread
      .filter(({ tabel }) => !isSent(file, tabel))
      .map((table) => ({ instansi: file.instansi, kiriman: file.kiriman, berkas: file.berkas, ...table })),
  );
  const hidden = files.flatMap(({ instansi, kiriman, berkas, hidden: sheets }) =>
    sheets ? [{ instansi, kiriman, berkas, ...sheets }] : [],
  );
  return {
    ...(stacked.length === 0 ? {} : { tabel_disusun: stacked }),
    ...(unread.length === 0 ? {} : { tabel_tidak_dibaca: unread }),
    ...(hidden.length === 0 ? {} : { lembar_tersembunyi: hidden }),
  };
}

function listDoubtful(reads: readonly FileRead[]): Pick<Summary, 'kolom_diragukan'> {
  const doubtful = reads.flatMap(({ instansi, kiriman, doubtful: kolom }) =>
    kolom.length === 0 ? [] : [{ instansi, kiriman, kolom, kalimat: describeDoubts(kolom, kiriman) }],
  );
  return doubtful.length === 0 ? {} : { kolom_diragukan: doubtful };
}

function noteBook(reads: readonly FileRead[]): Pick<Summary, 'buku'> {
  const buku = reads.flatMap(({ instansi, kiriman, berkas, note }) =>
    note ? [{ instansi, kiriman, berkas, ...note }] : [],
  );
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
  { written, counts, reads, settlement }: SummaryInput,
  instansi: string,
  own: readonly FileRead[],
): InstansiSummary {
  const selisih: Record<string, number> = {};
  let pasangan = 0;
  for (const read of own) {
    const byKey = written.find(({ file }) => file === read.file)?.counts ?? {};
    for (const [key, count] of Object.entries(byKey)) {
      const kelas = key.split(' ')[1] ?? '';
      selisih[kelas] = (selisih[kelas] ?? 0) + count;
    }
    const added = settlement.added.filter((pair) => pair.read === read).length;
    pasangan += read.pairs.length / 4 - (settlement.dropped[reads.indexOf(read)]?.size ?? 0) + added;
  }
  return {
    instansi,
    nama: instansiName(instansi),
    pasangan,
    hanya_simpeg: counts.hanyaSimpeg[instansi] ?? 0,
    hanya_bkn: counts.hanyaBkn[instansi] ?? 0,
    selisih: sortKeys(selisih),
    karantina: own.reduce((sum, read) => sum + read.karantina, 0),
    isian_karantina: own.reduce((sum, read) => sum + read.isian_karantina, 0),
  };
}

function listNotDelivered({ bknDelivered, reads }: SummaryInput): Record<string, string[]> {
  const missing = (delivered: readonly number[]): string[] =>
    SLOTS.filter(({ index }) => !delivered.includes(index)).map(({ field }) => field.nama);
  const lists: Record<string, string[]> = { bkn: missing(bknDelivered) };
  for (const read of reads) lists[read.kiriman] = missing(read.delivered);
  return lists;
}

function sortKeys<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => compareText(a, b)));
}
