import { z } from 'zod';
import { accessOf, listInstansi } from '#identity';
import { formatIsoDate, yearOf } from '#kernel/local-date.ts';
import { dayInWib } from '#kernel/wib.ts';
import { type Database, recordEvent, type Server } from '#platform';
import { scheduleAnswer, scheduleQuery, setGeneralRequest, setOwnRequest } from './contract.ts';
import { describeSchedules } from './describe.ts';
import { nextMonth, type Rhythm } from './rhythm.ts';
import { readSchedules, setGeneralRhythm, setOwnRhythm } from './store.ts';

/** When deliveries are due, what came, and who says so. */
export function addScheduleRoutes(server: Server, database: Database): void {
  server.get(
    '/api/jadwal',
    {
      config: { tindakan: 'kiriman.lihat' },
      schema: { querystring: scheduleQuery, response: { 200: scheduleAnswer } },
    },
    async (request) => {
      const { scope, instansi } = accessOf(request);
      const today = dayInWib(new Date());
      const all = await listInstansi(database);
      const shown = all.filter((one) => instansi === undefined || one.instansi === instansi);
      return database.readSnapshot(scope, async (transaction) =>
        describeSchedules(
          await readSchedules(transaction, instansi),
          shown,
          today,
          request.query.tahun ?? yearOf(today),
        ),
      );
    },
  );

  server.put(
    '/api/jadwal/umum',
    { config: { tindakan: 'jadwal.tetapkan' }, schema: { body: setGeneralRequest } },
    async (request, reply) => {
      const { scope, pelaku } = accessOf(request);
      const mulai = nextMonth(dayInWib(new Date()));
      await database.withContext(scope, async (transaction) => {
        await setGeneralRhythm(transaction, mulai, request.body);
        await recordEvent(transaction, {
          instansi: pelaku.instansi,
          pelaku: pelaku.penggunaId,
          tindakan: 'jadwal.tetapkan',
          sasaran: 'jadwal/umum',
          rincian: { mulai: formatIsoDate(mulai), ...detailsOf(request.body) },
        });
      });
      return reply.status(204).send();
    },
  );

  server.put(
    '/api/jadwal/:instansi',
    {
      config: { tindakan: 'jadwal.ubah' },
      schema: { params: z.object({ instansi: z.coerce.number().int() }), body: setOwnRequest },
    },
    async (request, reply) => {
      const { scope, pelaku } = accessOf(request);
      const { instansi } = request.params;
      const { irama } = request.body;
      const mulai = nextMonth(dayInWib(new Date()));
      await database.withContext(scope, async (transaction) => {
        await setOwnRhythm(transaction, instansi, mulai, irama);
        await recordEvent(transaction, {
          instansi,
          pelaku: pelaku.penggunaId,
          tindakan: 'jadwal.ubah',
          sasaran: `jadwal/${instansi}`,
          rincian: { mulai: formatIsoDate(mulai), ...(irama ? detailsOf(irama) : { umum: true }) },
        });
      });
      return reply.status(204).send();
    },
  );
}

const detailsOf = ({ setiapBulan, tanggal, ingatkan }: Rhythm) => ({ setiapBulan, tanggal, ingatkan });
