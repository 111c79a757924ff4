import { z } from 'zod';
import { accessOf } from '#identity';
import type { Server } from '#platform';
import { peopleFacets, peopleFilter } from './contract.ts';
import type { FindingsDeps } from './deps.ts';
import { createDisplay } from './display.ts';
import { countPeopleByWords } from './lists.ts';
import { listPresent } from './store.ts';

const query = z.object({ instansi: z.coerce.number().int().optional(), ...peopleFilter });

/** What golongan and unit the people of a list have: apart from the list, whose pages do not wait for it. */
export function addPeopleFacetRoutes(server: Server, { database, reference, indexes }: FindingsDeps): void {
  const display = createDisplay(reference);
  server.get(
    '/api/pegawai/segi',
    { config: { tindakan: 'pegawai.lihat' }, schema: { querystring: query, response: { 200: peopleFacets } } },
    async (request) => {
      const { scope, instansi } = accessOf(request);
      return database.readSnapshot(scope, async (transaction) =>
        countPeopleByWords(transaction, indexes, await listPresent(transaction, instansi), request.query, display),
      );
    },
  );
}
