import { z } from 'zod';
import { number } from '#kernel/number-format.ts';
import { formatInstant } from '#kernel/wib.ts';
import type { Scope, Transaction } from '#platform';
import { chooseByKeys } from './chosen-rows.ts';
import {
  CLASS_LABELS,
  DIFFERENCE_COLUMNS,
  differenceExport,
  type DifferenceRow,
  PERSON_COLUMNS,
  personExport,
  type PersonList,
  STATE_LABELS,
} from './contract.ts';
import { createDisplay } from './display.ts';
import type { FindingsDeps } from './deps.ts';
import { writeExport } from './exports.ts';
import type { PeopleOrder } from './list-words.ts';
import { chooseDifferences, choosePeople, type Choice, placeAfter } from './lists.ts';
import type { StoredDifference, StoredPerson } from './queries.ts';
import { showDifference, showPerson } from './shown-rows.ts';
import { listFigures, listPresent } from './store.ts';

/** What somebody asked to have exported; kept with the job that writes it, until it ends. */
export const exportWish = z.discriminatedUnion('daftar', [
  z.object({ daftar: z.literal('selisih'), instansi: z.number().int().optional(), isi: differenceExport }),
  z.object({ daftar: z.literal('pegawai'), instansi: z.number().int().optional(), isi: personExport }),
]);
export type ExportWish = z.infer<typeof exportWish>;

/** What somebody has to be allowed to see, to export a list. */
export const LIST_ACTIONS = { selisih: 'selisih.lihat', pegawai: 'pegawai.lihat' } as const;

/** Rows that are in memory at a time. */
const PART = 1_000;

type Row = StoredDifference | StoredPerson;
/** How a column is read off a row as lists show it. */
type Cells<Key extends string, Shown> = Readonly<Record<Key, (row: Shown) => string | number | null>>;
type Named<Shown> = Shown & { readonly namaInstansi: string };

const DIFFERENCE_CELLS: Cells<keyof typeof DIFFERENCE_COLUMNS, Named<DifferenceRow>> = {
  instansi: (row) => row.namaInstansi,
  nip: (row) => row.nip,
  nama: (row) => row.nama,
  jabatan: (row) => row.jabatan,
  bidang: (row) => row.label,
  simpeg: (row) => row.nilaiSimpeg,
  bkn: (row) => row.nilaiBkn,
  kelas: (row) => CLASS_LABELS[row.kelas],
  kalimat: (row) => row.kalimat,
  sejak: (row) => row.sejak,
};
const PERSON_CELLS: Cells<keyof typeof PERSON_COLUMNS, Named<PersonList['baris'][number]>> = {
  instansi: (row) => row.namaInstansi,
  nip: (row) => row.nip,
  nama: (row) => row.nama,
  golongan: (row) => row.golongan,
  jabatan: (row) => row.jabatan,
  unit: (row) => row.unit,
  keadaan: (row) => STATE_LABELS[row.keadaan],
  selisih: (row) => row.selisih,
};

/** The rows that a wish names, as the transaction sees them now. */
export async function chooseWished(
  transaction: Transaction,
  { indexes }: Pick<FindingsDeps, 'indexes'>,
  { daftar, instansi, isi }: ExportWish,
): Promise<Choice<Row>> {
  if (isi.pilihan !== undefined) return chooseByKeys(transaction, daftar, isi.pilihan);
  return daftar === 'selisih'
    ? chooseDifferences(transaction, indexes, await listFigures(transaction, instansi), isi)
    : choosePeople(transaction, indexes, await listPresent(transaction, instansi), isi);
}

/** Heads of the wished columns in their order, and how a row as lists show it becomes their cells. */
function pickColumns<Key extends string, Shown>(
  heads: Readonly<Record<Key, string>>,
  cells: Cells<Key, Shown>,
  wished: readonly Key[] | undefined,
) {
  const keys = wished ?? (Object.keys(heads) as Key[]);
  return {
    heads: keys.map((key) => heads[key]),
    write: (row: Shown): readonly string[] => keys.map((key) => String(cells[key](row) ?? '')),
  };
}

/** The table of a wish: its rows are masked as lists show them. */
function tableOf({ reference }: Pick<FindingsDeps, 'reference'>, { daftar, isi }: ExportWish) {
  const display = createDisplay(reference);
  if (daftar === 'selisih') {
    const { heads, write } = pickColumns(DIFFERENCE_COLUMNS, DIFFERENCE_CELLS, isi.kolom);
    const cells = (row: Row, namaInstansi: string): readonly string[] =>
      'bidang' in row ? write({ ...showDifference(row, display), namaInstansi }) : [];
    return { heads, cells };
  }
  const { heads, write } = pickColumns(PERSON_COLUMNS, PERSON_CELLS, isi.kolom);
  const cells = (row: Row, namaInstansi: string): readonly string[] =>
    'bidang' in row ? [] : write({ ...showPerson(row, display), namaInstansi });
  return { heads, cells };
}

export interface WrittenExport {
  readonly baris: number;
  /** Rows of each instansi whose people are in the file. */
  readonly perInstansi: ReadonlyMap<number, number>;
}

interface Writing {
  readonly scope: Scope;
  readonly path: string;
  /** Who exports, and the number of the export, for the last line. */
  readonly oleh: string;
  readonly ekspor: string;
  readonly signal: AbortSignal;
  readonly report?: (done: number, of: number) => void;
}

/** Writes what a wish names into a file, all of it as of one moment. */
export async function writeWished(
  deps: FindingsDeps,
  wish: ExportWish,
  { scope, path, oleh, ekspor, signal, report }: Writing,
): Promise<WrittenExport> {
  const perInstansi = new Map<number, number>();
  const { heads, cells } = tableOf(deps, wish);
  const baris = await deps.database.readSnapshot(scope, async (transaction) => {
    const choice = await chooseWished(transaction, deps, wish);
    const names = await listNames(transaction);
    let done = 0;
    const rows = async function* (): AsyncGenerator<readonly string[]> {
      for await (const row of eachRow(choice, wish.daftar === 'pegawai' ? wish.isi.urut : undefined)) {
        perInstansi.set(row.instansi, (perInstansi.get(row.instansi) ?? 0) + 1);
        done += 1;
        if (done % PART === 0) report?.(done, choice.jumlah);
        yield cells(row, names.get(row.instansi) ?? '');
      }
    };
    const time = formatInstant(new Date().toISOString());
    const table = {
      judul: wish.daftar,
      kepala: heads,
      baris: rows(),
      jejak: (count: number) => `${number.format(count)} baris, diekspor oleh ${oleh} pada ${time} WIB (${ekspor})`,
    };
    return writeExport(path, wish.isi.bentuk, table, signal);
  });
  return { baris, perInstansi };
}

/** The rows of a choice, a part of them in memory at a time. */
async function* eachRow(choice: Choice<Row>, urut: PeopleOrder | undefined): AsyncGenerator<Row> {
  for (let rows = await choice.page(undefined, PART); ; ) {
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < PART) return;
    rows = await choice.page(placeAfter(last, urut), PART);
  }
}

async function listNames(transaction: Transaction): Promise<ReadonlyMap<number, string>> {
  const rows = await transaction.query<{ instansi: number; nama: string }>(
    'SELECT instansi_id AS instansi, nama FROM identity.instansi',
  );
  return new Map(rows.map(({ instansi, nama }) => [instansi, nama]));
}
