import type { Database, Server } from '#platform';
import { alarmList, reasonRequest } from './contract.ts';
import { accessOf } from './guard.ts';
import { answerAlarm, listAlarms } from './taking.ts';

/** Alarms about users who took much within an hour: who is told, and how a held user goes on. */
export function addTakingRoutes(server: Server, database: Database): void {
  server.get(
    '/api/peringatan',
    { config: { tindakan: 'pengguna.lihat' }, schema: { response: { 200: alarmList } } },
    async (request) => {
      const { scope, instansi } = accessOf(request);
      return {
        peringatan: [...(await database.withContext(scope, (transaction) => listAlarms(transaction, instansi)))],
      };
    },
  );

  server.post(
    '/api/saya/alasan',
    { config: { tindakan: 'masuk' }, schema: { body: reasonRequest } },
    async (request, reply) => {
      await answerAlarm(database, accessOf(request).pelaku, request.body.alasan);
      return reply.status(204).send();
    },
  );
}
