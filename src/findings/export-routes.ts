import { randomUUID } from 'node:crypto';
import { createReadStream, existsSync, rmSync } from 'node:fs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { accessOf } from '#identity';
import { number } from '#kernel/number-format.ts';
import { formatInstant } from '#kernel/wib.ts';
import { problem } from '#kernel/problem.ts';
import { recordEvent, RefusedRequest, type Server, type Transaction } from '#platform';
import {
  CLASS_LABELS,
  type DifferenceExport,
  differenceExport,
  exportAnswer,
  type PersonExport,
  personExport,
  ROWS_WITHOUT_REASON,
  STATE_LABELS,
} from './contract.ts';
import type { FindingsDeps } from './deps.ts';
import { createDisplay } from './display.ts';
import { addExport, type ExportTable, exportPath, refuseOften, takeExport, writeExport } from './exports.ts';
import { chooseDifferences, choosePeople, type Choice, placeAfter } from './lists.ts';
import type { PeopleIndexes } from './people-index.ts';
import type { StoredDifference, StoredPerson } from './queries.ts';
import { showDifference, showPerson } from './shown-rows.ts';
import { listFigures, listPresent } from './store.ts';

const query = z.object({ instansi: z.coerce.number().int().optional() });
/** Rows that are in memory at a time. */
const PART = 1_000;

/** What is exported of a list: what was chosen, and how a row is written. */
interface Exported<Row extends StoredDifference | StoredPerson> {
  readonly daftar: 'selisih' | 'pegawai';
  readonly kepala: readonly string[];
  readonly choose: (transaction: Transaction) => Promise<Choice<Row>>;
  readonly cells: (row: Row, namaInstansi: string) => readonly (string | null)[];
}

/** Files of exactly what a list shows under its filter: masked as it is, fetched once, and never without an event of their making. */
export function addExportRoutes(
  server: Server,
  { database, reference, files }: FindingsDeps,
  indexes: PeopleIndexes,
): void {
  const display = createDisplay(reference);

  server.post(
    '/api/selisih/ekspor',
    {
      config: { tindakan: 'selisih.lihat', membaca: true },
      schema: { querystring: query, body: differenceExport, response: { 200: exportAnswer } },
    },
    async (request, reply) =>
      make(request, reply, request.body, {
        daftar: 'selisih',
        kepala: ['Instansi', 'NIP', 'Nama', 'Jabatan', 'Isian', 'Simpeg', 'BKN', 'Jenis', 'Sebab', 'Sejak'],
        choose: async (transaction) =>
          chooseDifferences(
            transaction,
            indexes,
            await listFigures(transaction, accessOf(request).instansi),
            request.body,
          ),
        cells: (row, namaInstansi) => {
          const shown = showDifference(row, display);
          return [
            namaInstansi,
            shown.nip,
            shown.nama,
            shown.jabatan,
            shown.label,
            shown.nilaiSimpeg,
            shown.nilaiBkn,
            CLASS_LABELS[shown.kelas],
            shown.kalimat,
            shown.sejak,
          ];
        },
      }),
  );

  server.post(
    '/api/pegawai/ekspor',
    {
      config: { tindakan: 'pegawai.lihat', membaca: true },
      schema: { querystring: query, body: personExport, response: { 200: exportAnswer } },
    },
    async (request, reply) =>
      make(request, reply, request.body, {
        daftar: 'pegawai',
        kepala: ['Instansi', 'NIP', 'Nama', 'Golongan', 'Jabatan', 'Unit', 'Keadaan', 'Selisih'],
        choose: async (transaction) =>
          choosePeople(transaction, indexes, await listPresent(transaction, accessOf(request).instansi), request.body),
        cells: (row, namaInstansi) => {
          const { nip, nama, golongan, jabatan, unit, keadaan, selisih } = showPerson(row, display);
          return [namaInstansi, nip, nama, golongan, jabatan, unit, STATE_LABELS[keadaan], String(selisih)];
        },
      }),
  );

  /** Writes the file, and then in one transaction the events and the ticket: a file without an event cannot be fetched. */
  async function make<Row extends StoredDifference | StoredPerson>(
    request: FastifyRequest,
    reply: FastifyReply,
    { bentuk, alasan, cari, ...filter }: DifferenceExport | PersonExport,
    exported: Exported<Row>,
  ) {
    const { scope, instansi, pelaku } = accessOf(request);
    // What somebody searched for may be a person's name or number; that they searched is enough.
    const saringan = Object.entries({ ...filter, cari: cari && 'ya' }).filter(([, value]) => value !== undefined);
    const own = { instansi: pelaku.instansi, penggunaId: pelaku.penggunaId };
    await database.withContext({ lingkup: 'instansi', instansi: own.instansi }, (transaction) =>
      refuseOften(transaction, own),
    );
    const ekspor = randomUUID();
    const path = exportPath(files, ekspor);
    const gone = new AbortController();
    // Who closes the page does not wait for the file.
    reply.raw.once('close', () => gone.abort());
    const concerned = new Map<number, number>();
    try {
      const baris = await database.readSnapshot(scope, async (transaction) => {
        const choice = await exported.choose(transaction);
        if (choice.jumlah > ROWS_WITHOUT_REASON && alasan === undefined) {
          const counts = { baris: number.format(choice.jumlah), batas: number.format(ROWS_WITHOUT_REASON) };
          throw new RefusedRequest(409, problem('EKSPOR_ALASAN', counts));
        }
        const names = await listNames(transaction);
        const rows = async function* (): AsyncGenerator<readonly string[]> {
          for await (const row of eachRow(choice)) {
            concerned.set(row.instansi, (concerned.get(row.instansi) ?? 0) + 1);
            yield exported.cells(row, names.get(row.instansi) ?? '').map((cell) => cell ?? '');
          }
        };
        const time = formatInstant(new Date().toISOString());
        const table: ExportTable = {
          judul: exported.daftar,
          kepala: exported.kepala,
          baris: rows(),
          jejak: (count) => `${number.format(count)} baris, diekspor oleh ${pelaku.nama} pada ${time} WIB (${ekspor})`,
        };
        return writeExport(path, bentuk, table, gone.signal);
      });
      const namaBerkas = `${exported.daftar}-${instansi ?? 'provinsi'}.${bentuk}`;
      const made = await database.withContexts(async (transaction) => {
        for (const [one, jumlah] of concerned.size === 0 ? [[own.instansi, 0] as const] : concerned) {
          await transaction.enter({ lingkup: 'instansi', instansi: one });
          await recordEvent(transaction, {
            instansi: one,
            pelaku: own.penggunaId,
            tindakan: 'ekspor.buat',
            sasaran: `ekspor/${ekspor}`,
            rincian: {
              daftar: exported.daftar,
              baris: jumlah,
              bentuk,
              ...Object.fromEntries(saringan),
              ...(alasan === undefined ? {} : { alasan }),
            },
          });
        }
        await transaction.enter({ lingkup: 'instansi', instansi: own.instansi });
        return addExport(transaction, own, { ekspor, namaBerkas, baris });
      });
      return { tautan: `/api/ekspor/${made.tiket}`, namaBerkas, baris, berakhirPada: made.berakhirPada };
    } catch (error) {
      rmSync(path, { force: true });
      throw error;
    }
  }

  server.get(
    '/api/ekspor/:tiket',
    { config: { tindakan: 'masuk' }, schema: { params: z.object({ tiket: z.string().max(60) }) } },
    async (request, reply) => {
      const { scope, pelaku } = accessOf(request);
      const found = await database.withContext(scope, async (transaction) => {
        const taken = await takeExport(transaction, pelaku, request.params.tiket);
        if (!taken || !existsSync(exportPath(files, taken.ekspor)))
          throw new RefusedRequest(404, problem('EKSPOR_TIADA'));
        await recordEvent(transaction, {
          instansi: pelaku.instansi,
          pelaku: pelaku.penggunaId,
          tindakan: 'ekspor.unduh',
          sasaran: `ekspor/${taken.ekspor}`,
          rincian: { baris: taken.baris },
        });
        return taken;
      });
      const path = exportPath(files, found.ekspor);
      reply.raw.once('close', () => rmSync(path, { force: true }));
      return reply
        .type(found.namaBerkas.endsWith('.csv') ? 'text/csv; charset=utf-8' : XLSX_TYPE)
        .header('content-disposition', `attachment; filename="${found.namaBerkas}"`)
        .send(createReadStream(path));
    },
  );
}

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The rows of a choice, a part of them in memory at a time. */
async function* eachRow<Row extends StoredDifference | StoredPerson>(choice: Choice<Row>): AsyncGenerator<Row> {
  for (let rows = await choice.page(undefined, PART); ; ) {
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < PART) return;
    rows = await choice.page(placeAfter(last), PART);
  }
}

async function listNames(transaction: Transaction): Promise<ReadonlyMap<number, string>> {
  const rows = await transaction.query<{ instansi: number; nama: string }>(
    'SELECT instansi_id AS instansi, nama FROM identity.instansi',
  );
  return new Map(rows.map(({ instansi, nama }) => [instansi, nama]));
}
