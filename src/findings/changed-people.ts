import { randomUUID } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { accessOf } from '#identity';
import { type DeliveryFiles, findDelivery } from '#intake';
import { problem } from '#kernel/problem.ts';
import { SLOTS } from '#mapping';
import { type Database, recordEvent, RefusedRequest, type Server, type Transaction } from '#platform';
import type { Reference } from '#reference';
import { type ChangedPerson, splitValues } from '#registry';
import { labelOf } from './causes.ts';
import { changedPeople, type ChangedPeople, changedPeopleQuery, type ChangedPeopleQuery } from './contract.ts';
import { createDisplay, isMasked, maskValue } from './display.ts';
import { writeExport } from './exports.ts';

/** The names behind the figures of a dry run: who is new, gone, changed, and how. They lie beside the delivery, not in its record. */

/** People of a kind who are named; beyond them only counted. */
export const MOST_NAMED = 20_000;
const PAGE = 50;
const FILE = 'orang-dan-bidang.json';
const SUSUNAN = SLOTS.map(({ field }) => field.nama);

const pathOf = (files: DeliveryFiles, kiriman: string): string => join(files.folder, 'siap', kiriman, FILE);

/** One of them as kept: `ubah` holds field, value before, value now. */
interface KeptPerson {
  readonly jenis: ChangedPerson['jenis'];
  readonly nama: string;
  readonly nip: string;
  readonly unit: string;
  readonly ubah: readonly (readonly [bidang: string, lama: string, baru: string])[];
}

/** Keeps the names that a check found. `hasSameOrder`: what is stored now has its values in the present order. */
export function keepChangedPeople(
  files: DeliveryFiles,
  kiriman: string,
  people: readonly ChangedPerson[],
  hasSameOrder: boolean,
): void {
  const kept = people.map(({ jenis, lama, baru }): KeptPerson => {
    const [was, is] = [lama, baru].map((isi) => splitValues(SUSUNAN, isi ?? ''));
    const own = baru === null ? was : is;
    const at = (values: ReadonlyMap<string, string> | undefined, nama: string): string => values?.get(nama) ?? '';
    const fields = jenis === 'berubah' && hasSameOrder ? SUSUNAN.filter((nama) => at(was, nama) !== at(is, nama)) : [];
    const ubah = fields.map((nama) => [nama, at(was, nama), at(is, nama)] as const);
    return { jenis, nama: at(own, 'nama'), nip: at(own, 'nip'), unit: at(own, 'unit_kerja'), ubah };
  });
  writeFileSync(pathOf(files, kiriman), JSON.stringify(kept));
}

function readKept(files: DeliveryFiles, kiriman: string): readonly KeptPerson[] {
  const path = pathOf(files, kiriman);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as KeptPerson[]) : [];
}

type Filter = Pick<ChangedPeopleQuery, 'jenis' | 'bidang'>;

/** Who is meant by a filter: of a kind, or with a change of one field. Pure. */
export function filterPeople(people: readonly KeptPerson[], { jenis, bidang }: Filter): readonly KeptPerson[] {
  return people.filter(
    (one) =>
      (jenis === undefined || one.jenis === jenis) &&
      (bidang === undefined || one.ubah.some(([field]) => field === bidang)),
  );
}

const params = z.object({ instansi: z.coerce.number().int(), kiriman: z.uuid() });
const HEAD = ['Perubahan', 'NIP', 'Nama', 'Unit kerja', 'Bidang', 'Sebelum', 'Sesudah'] as const;
const WORDS = { baru: 'Baru', hilang: 'Hilang', berubah: 'Berubah' } as const;

export interface ChangedPeopleDeps {
  readonly database: Database;
  readonly files: DeliveryFiles;
  readonly reference: Reference;
}

export function addChangedPeopleRoutes(server: Server, { database, files, reference }: ChangedPeopleDeps): void {
  const display = createDisplay(reference);
  const show = (bidang: string, value: string): string =>
    isMasked(bidang) ? maskValue(value) : display(bidang, value);

  server.get(
    '/api/kiriman/:instansi/:kiriman/orang',
    {
      config: { tindakan: 'pegawai.lihat' },
      schema: { params, querystring: changedPeopleQuery, response: { 200: changedPeople } },
    },
    async (request) => {
      const { instansi, kiriman } = request.params;
      const { mulai, ...filter } = request.query;
      const { scope, pelaku } = accessOf(request);
      await database.withContext(scope, async (transaction) => {
        await findChecked(transaction, instansi, kiriman);
        await recordEvent(transaction, {
          instansi,
          pelaku: pelaku.penggunaId,
          tindakan: 'kiriman.lihat-orang',
          sasaran: `kiriman/${kiriman}`,
        });
      });
      const people = filterPeople(readKept(files, kiriman), filter);
      const orang = people.slice(mulai, mulai + PAGE).map(({ ubah, ...one }): ChangedPeople['orang'][number] => ({
        ...one,
        ubah: ubah.map(([bidang, lama, baru]) => ({
          bidang: labelOf(bidang),
          lama: show(bidang, lama),
          baru: show(bidang, baru),
        })),
      }));
      return { orang, jumlah: people.length };
    },
  );

  server.get(
    '/api/kiriman/:instansi/:kiriman/orang.csv',
    { config: { tindakan: 'pegawai.lihat' }, schema: { params, querystring: changedPeopleQuery } },
    async (request, reply) => {
      const { instansi, kiriman } = request.params;
      const { scope, pelaku } = accessOf(request);
      await database.withContext(scope, (transaction) => findChecked(transaction, instansi, kiriman));
      const people = filterPeople(readKept(files, kiriman), request.query);
      const path = join(files.folder, 'siap', kiriman, `perbandingan-${randomUUID()}.csv`);
      const jejak = (baris: number): string => `Diunduh ${pelaku.nama}, ${baris} baris, kiriman ${kiriman}`;
      const table = { judul: 'Perbandingan', kepala: HEAD, baris: rowsOf(people, show), jejak };
      try {
        const baris = await writeExport(path, 'csv', table, AbortSignal.timeout(LONGEST_MS));
        await database.withContext(scope, (transaction) =>
          recordEvent(transaction, {
            instansi,
            pelaku: pelaku.penggunaId,
            tindakan: 'kiriman.unduh-perbandingan',
            sasaran: `kiriman/${kiriman}`,
            rincian: { baris },
          }),
        );
      } catch (error) {
        rmSync(path, { force: true });
        throw error;
      }
      const file = createReadStream(path);
      file.once('close', () => rmSync(path, { force: true }));
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="perbandingan-${instansi}.csv"`)
        .send(file);
    },
  );
}

const LONGEST_MS = 60_000;

/** One row a changed field; who is new or gone has one. */
async function* rowsOf(
  people: readonly KeptPerson[],
  show: (bidang: string, value: string) => string,
): AsyncGenerator<readonly string[]> {
  for (const { jenis, nip, nama, unit, ubah } of people) {
    const own = [WORDS[jenis], nip, nama, unit];
    if (ubah.length === 0) yield [...own, '', '', ''];
    for (const [bidang, lama, baru] of ubah) yield [...own, labelOf(bidang), show(bidang, lama), show(bidang, baru)];
  }
}

async function findChecked(transaction: Transaction, instansi: number, kiriman: string): Promise<void> {
  const found = await findDelivery(transaction, instansi, kiriman);
  if (!found?.hasil) throw new RefusedRequest(404, problem('ALAMAT_TIDAK_ADA'));
}
