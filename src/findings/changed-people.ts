import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { accessOf } from '#identity';
import { type DeliveryFiles, findDelivery } from '#intake';
import { problem } from '#kernel/problem.ts';
import { SLOTS } from '#mapping';
import { type Database, recordEvent, RefusedRequest, type Server } from '#platform';
import { type ChangedPerson, splitValues } from '#registry';
import { labelOf } from './causes.ts';
import { changedPeople, type ChangedPeople } from './contract.ts';

/** The names behind the figures of a dry run: who is new, gone, changed. They lie beside the delivery, not in its record. */

export const MOST_NAMED = 200;
const FILE = 'orang-berubah.json';
const SUSUNAN = SLOTS.map(({ field }) => field.nama);

const pathOf = (files: DeliveryFiles, kiriman: string): string => join(files.folder, 'siap', kiriman, FILE);

/** Keeps the names that a check found. `hasSameOrder`: what is stored now has its values in the present order. */
export function keepChangedPeople(
  files: DeliveryFiles,
  kiriman: string,
  people: readonly ChangedPerson[],
  hasSameOrder: boolean,
): void {
  const orang = people.map(({ jenis, lama, baru }): ChangedPeople['orang'][number] => {
    const [was, is] = [lama, baru].map((isi) => splitValues(SUSUNAN, isi ?? ''));
    const own = baru === null ? was : is;
    const fields =
      jenis === 'berubah' && hasSameOrder ? SUSUNAN.filter((nama) => was?.get(nama) !== is?.get(nama)) : [];
    const at = (nama: string): string => own?.get(nama) ?? '';
    return { jenis, nama: at('nama'), nip: at('nip'), unit: at('unit_kerja'), bidang: fields.map(labelOf) };
  });
  writeFileSync(pathOf(files, kiriman), JSON.stringify({ orang }));
}

const params = z.object({ instansi: z.coerce.number().int(), kiriman: z.uuid() });

export function addChangedPeopleRoute(
  server: Server,
  { database, files }: { readonly database: Database; readonly files: DeliveryFiles },
): void {
  server.get(
    '/api/kiriman/:instansi/:kiriman/orang',
    { config: { tindakan: 'pegawai.lihat' }, schema: { params, response: { 200: changedPeople } } },
    async (request) => {
      const { scope, pelaku } = accessOf(request);
      const { instansi, kiriman } = request.params;
      return database.withContext(scope, async (transaction) => {
        const found = await findDelivery(transaction, instansi, kiriman);
        if (!found?.hasil) throw new RefusedRequest(404, problem('ALAMAT_TIDAK_ADA'));
        await recordEvent(transaction, {
          instansi,
          pelaku: pelaku.penggunaId,
          tindakan: 'kiriman.lihat-orang',
          sasaran: `kiriman/${kiriman}`,
        });
        const path = pathOf(files, kiriman);
        const kept = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as ChangedPeople) : { orang: [] };
        return { orang: kept.orang };
      });
    },
  );
}
