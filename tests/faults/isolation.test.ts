import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SAMPLE_PASSWORD } from '#identity';
import { runSql, startTestServer, type TestServer } from '../support/portal-database.ts';
import { openTestPortal, type Reply, type TestPortal } from '../support/portal-http.ts';
import { addressOf, bodyOf, type Operation, readOperations } from './operations.ts';
import { dice, isLarge, report, sized } from './size.ts';
import {
  type Asker,
  enter,
  fillWorld,
  foreignIn,
  markOf,
  OFFICE_ROLES,
  OFFICES,
  stateOf,
  unmaskedIn,
} from './world.ts';

const KUDUS = 6410;
const DEMAK = 6403;
/** Who sees people, who manages users, who is one of the people; the others read less of the same. */
const ROLES_TRIED = isLarge ? OFFICE_ROLES : (['pengelola', 'admin-instansi', 'pegawai'] as const);

/** What somebody who knows things of another instansi could put into a parameter. */
function foreignValues(name: string, foreign: number): readonly string[] {
  const place = Buffer.from(JSON.stringify([foreign, '', '0', ''])).toString('base64url');
  const known: Readonly<Record<string, readonly string[]>> = {
    instansi: [String(foreign)],
    orang: [markOf.orang(foreign, 1)],
    kiriman: [markOf.kiriman(foreign, 1)],
    penggunaId: [markOf.pengguna(foreign, 'pengelola')],
    sesudah: [place, `9999999999999999.${foreign}.1`],
    q: [markOf.nama(foreign, 1), markOf.nip(foreign, 1), markOf.nik(foreign, 1), 'Uji'],
    cari: [markOf.nama(foreign, 1), markOf.nip(foreign, 1), 'Uji', '1980'],
    pelaku: [markOf.pengguna(foreign, 'pengelola'), `uji${foreign}.pengelola`],
    sasaran: [`orang/${markOf.orang(foreign, 1)}`, 'orang', 'kiriman'],
  };
  // A parameter that nobody thought of here gets all there is.
  return known[name] ?? [...new Set(Object.values(known).flat())].slice(0, 8);
}

function ownValues(instansi: number): Readonly<Record<string, string>> {
  return {
    instansi: String(instansi),
    orang: markOf.orang(instansi, 1),
    kiriman: markOf.kiriman(instansi, 1),
    penggunaId: markOf.pengguna(instansi, 'pimpinan'),
    q: 'Uji',
  };
}

/** Every address of an operation in which one value is another instansi's, and the two that name it in all places or none. */
function attacks(operation: Operation, own: number, foreign: number): readonly string[] {
  const values = ownValues(own);
  const names = operation.parameters.map(({ name }) => name);
  const isOptional = (name: string): boolean => !operation.path.includes(`{${name}}`) && name !== 'q';
  const plain = Object.fromEntries(Object.entries(values).filter(([name]) => !isOptional(name)));
  const single = names.flatMap((name) =>
    foreignValues(name, foreign).map((value) => addressOf(operation, { ...plain, [name]: value })),
  );
  const everywhere = Object.fromEntries(names.map((name) => [name, foreignValues(name, foreign)[0] ?? '']));
  return [...new Set([addressOf(operation, plain), ...single, addressOf(operation, everywhere)])];
}

describe('nobody reaches the people of another instansi', () => {
  let postgres: TestServer;
  let portal: TestPortal;
  let operations: readonly Operation[];
  const kudus: Asker[] = [];

  beforeAll(async () => {
    postgres = await startTestServer();
    portal = await openTestPortal(postgres, undefined, { PORTAL_BATAS_ORANG: '0', PORTAL_BATAS_EKSPOR: '0' });
    await fillWorld(portal);
    operations = await readOperations(await portal.signIn('admin.provinsi'));
    for (const role of ROLES_TRIED) kudus.push(await enter(portal, KUDUS, role));
  });
  // Who fails has to wait, and would be answered with that.
  beforeEach(() => runSql(portal.url, 'DELETE FROM identity.percobaan_masuk'));
  afterAll(async () => {
    await portal?.close();
    await postgres?.stop();
  });

  const reading = () => operations.filter(({ method }) => method === 'GET');
  const isOpen = ({ tindakan, path }: Operation): boolean => tindakan === 'terbuka' || path.startsWith('/api/docs');

  /** Asks and looks at the answer; what it should not hold is added to `leaks`. */
  async function look(asker: Asker, address: string, leaks: string[]): Promise<Reply> {
    const reply = await asker.browser.ask('GET', address);
    for (const found of [...foreignIn(reply.text, asker), ...unmaskedIn(reply.text)])
      leaks.push(`${asker.role} ${asker.instansi} GET ${address}: ${found}`);
    if (reply.status >= 500) leaks.push(`${asker.role} GET ${address}: ${reply.status}`);
    return reply;
  }

  it('the checker finds a foreign row where there is one', async () => {
    const { text } = await (await portal.signIn('admin.provinsi')).ask('GET', '/api/pegawai');
    expect(foreignIn(text, { instansi: KUDUS, role: 'pengelola' }).length).toBeGreaterThan(20);
    const own = await kudus[0]?.browser.ask('GET', '/api/pegawai');
    expect(own?.body).toMatchObject({ jumlah: 3 });
    expect(foreignIn(own?.text ?? '', { instansi: KUDUS, role: 'pegawai' })).not.toEqual([]);
    const { nama, nip, orang, kiriman, pengguna } = markOf;
    for (const mark of [nama(DEMAK, 1), nip(DEMAK, 1), orang(DEMAK, 1), kiriman(DEMAK, 1), pengguna(DEMAK, 'pimpinan')])
      expect([mark, foreignIn(`{"x":"${mark}"}`, { instansi: KUDUS, role: 'pengelola' })]).not.toEqual([mark, []]);
    expect(foreignIn('{"rujukan":"a7776403019"}', { instansi: KUDUS, role: 'pengelola' })).toEqual([]);
    expect(unmaskedIn(`{"nik":"${markOf.nik(KUDUS, 1)}"}`)).toHaveLength(1);
  });

  it('by any parameter of any route in any role (A1, A2, A3, A10, X5)', async (context) => {
    const leaks: string[] = [];
    const statuses = new Map<number, number>();
    let answers = 0;
    for (const operation of reading().filter((each) => !isOpen(each))) {
      for (const asker of kudus) {
        const replies = await Promise.all(
          attacks(operation, KUDUS, DEMAK).map((address) => look(asker, address, leaks)),
        );
        answers += replies.length;
        for (const { status } of replies) statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    }
    expect(leaks).toEqual([]);
    // Refused are most; but if nothing were answered, nothing would have been looked at.
    expect(statuses.get(200)).toBeGreaterThan(50);
    report(context, {
      uji: 'A1-A3, A10',
      dicoba: 'jawaban diperiksa',
      jumlah: answers,
      terlarang: 'baris asing',
      ditemukan: leaks.length,
    });
  });

  it('among pairs of instansi, many at once on few connections (A2, A7)', async (context) => {
    const roll = dice(36);
    const leaks: string[] = [];
    const askers = await Promise.all(OFFICES.map((instansi) => enter(portal, instansi, 'pengelola')));
    const pairs = OFFICES.flatMap((own) =>
      OFFICES.filter((other) => other !== own).map((other) => [own, other] as const),
    );
    const wanted = sized(500, pairs.length * 16);
    const closed = reading().filter((each) => !isOpen(each));
    let answers = 0;
    const ask = async (turn: number): Promise<void> => {
      const [own, foreign] = pairs[(turn * 1009) % pairs.length] ?? [KUDUS, DEMAK];
      const operation = closed[roll(closed.length)];
      const asker = askers[OFFICES.indexOf(own)];
      if (!operation || !asker) return;
      const addresses = attacks(operation, own, foreign);
      await look(asker, addresses[roll(addresses.length)] ?? '', leaks);
      answers += 1;
    };
    for (let start = 0; start < wanted; start += 100)
      await Promise.all(Array.from({ length: 100 }, (_, index) => ask(start + index)));
    expect(leaks).toEqual([]);
    report(context, {
      uji: 'A2, A7',
      dicoba: 'jawaban antar-instansi, serentak',
      jumlah: answers,
      terlarang: 'baris asing',
      ditemukan: leaks.length,
    });
  });

  it('to change anything of theirs (A2, A5)', async (context) => {
    const elsewhere = `t.instansi_id <> ${KUDUS}`;
    const before = await stateOf(portal, elsewhere);
    let tried = 0;
    const accepted: string[] = [];
    for (const operation of operations.filter(({ method, tindakan }) => method !== 'GET' && tindakan !== 'terbuka')) {
      for (const asker of kudus) {
        // What goes without a parameter is about oneself; a body may still name others.
        const addresses = attacks(operation, KUDUS, DEMAK).slice(operation.parameters.length > 0 ? 1 : 0);
        for (const address of addresses) {
          const body = operation.body ? (bodyOf(operation.body, { instansi: DEMAK, sandi: 'x' }) as object) : undefined;
          const reply = await asker.browser.ask(operation.method, address, body);
          tried += 1;
          if (reply.status < 300 && operation.parameters.length > 0)
            accepted.push(`${asker.role} ${operation.key} ${address}`);
          expect([address, foreignIn(reply.text, asker), reply.status < 500]).toEqual([address, [], true]);
        }
      }
    }
    expect(await stateOf(portal, elsewhere)).toEqual(before);
    expect(accepted).toEqual([]);
    report(context, {
      uji: 'A2, A5',
      dicoba: 'perubahan atas milik lain',
      jumlah: tried,
      terlarang: 'baris asing berubah',
      ditemukan: 0,
    });
  });

  it('nor learns that a thing is there: a foreign one is answered as a missing one (A1, A9)', async () => {
    const missing: Readonly<Record<string, string>> = {
      orang: '1',
      kiriman: '00000000-0000-4000-8000-000000000000',
      penggunaId: '00000000-0000-4000-8000-000000000000',
      instansi: '9999',
    };
    const telling: unknown[] = [];
    const say = ({ status, body }: Reply): string => {
      const { rujukan: _, ...rest } = (body ?? {}) as Readonly<Record<string, unknown>>;
      return `${status} ${JSON.stringify(rest)}`;
    };
    for (const operation of operations.filter(({ parameters }) =>
      parameters.some(({ in: place }) => place === 'path'),
    )) {
      for (const { name } of operation.parameters.filter(({ name: each }) => each in missing)) {
        for (const { browser, role } of kudus) {
          const ask = (value: string | undefined) =>
            browser.ask(
              operation.method,
              addressOf(operation, { ...ownValues(KUDUS), [name]: value ?? '' }),
              operation.body ? (bodyOf(operation.body, { sandi: SAMPLE_PASSWORD }) as object) : undefined,
            );
          const [there, not] = [await ask(foreignValues(name, DEMAK)[0]), await ask(missing[name])];
          if (say(there) !== say(not)) telling.push([role, operation.key, name, say(there), say(not)]);
        }
      }
    }
    expect(telling).toEqual([]);
  });

  it('in the database itself: no row of another, read or written, in any table (A6)', async (context) => {
    const tables = await runSql<{ nama: string }>(
      portal.url,
      `SELECT format('%I.%I', table_schema, table_name) AS nama FROM information_schema.columns
       WHERE column_name = 'instansi_id' AND table_schema NOT LIKE 'pg\\_%'
         AND (table_schema, table_name) NOT IN (('identity', 'instansi'), ('identity', 'nama_masuk')) ORDER BY 1`,
    );
    const found: string[] = [];
    let statements = 0;
    const attempt = async (sql: string, instansi: number): Promise<number> => {
      statements += 1;
      try {
        const rows = await portal.database.withContext({ lingkup: 'instansi', instansi }, (transaction) =>
          transaction.query(sql),
        );
        return rows.length;
      } catch {
        return 0;
      }
    };
    const some = OFFICES.filter((_, index) => index % sized(9, 1) === 0);
    for (const { nama } of tables) {
      for (const instansi of some) {
        const other = `instansi_id <> ${instansi}`;
        const sql = {
          dibaca: `SELECT 1 FROM ${nama} WHERE ${other}`,
          diubah: `UPDATE ${nama} SET instansi_id = instansi_id WHERE ${other} RETURNING 1`,
          dihapus: `DELETE FROM ${nama} WHERE ${other} RETURNING 1`,
          diambil: `UPDATE ${nama} SET instansi_id = ${instansi} WHERE ${other} RETURNING 1`,
          diberikan: `UPDATE ${nama} SET instansi_id = ${instansi === KUDUS ? DEMAK : KUDUS} RETURNING 1`,
          ditambah: `INSERT INTO ${nama} SELECT (jsonb_populate_record(t, '{"instansi_id": ${instansi === KUDUS ? DEMAK : KUDUS}}')).* FROM ${nama} t LIMIT 1 RETURNING 1`,
        };
        for (const [how, statement] of Object.entries(sql))
          if ((await attempt(statement, instansi)) > 0) found.push(`${nama} ${how} oleh ${instansi}`);
      }
      for (const lingkup of ['acuan', 'provinsi'] as const) {
        const rows = await portal.database
          .withContext({ lingkup }, (transaction) => transaction.query(`DELETE FROM ${nama} RETURNING 1`))
          .catch(() => []);
        if (rows.length > 0) found.push(`${nama} dihapus dalam lingkup ${lingkup}`);
      }
      const bare = await runSql<object>(portal.url, `SET ROLE portal_aplikasi; SELECT 1 FROM ${nama}`).catch(() => []);
      if (bare.length > 0) found.push(`${nama} terbaca tanpa lingkup`);
      statements += 3;
    }
    expect(found).toEqual([]);
    expect(tables.length).toBeGreaterThan(10);
    report(context, {
      uji: 'A6',
      dicoba: 'pernyataan SQL peran aplikasi',
      jumlah: statements,
      terlarang: 'baris asing',
      ditemukan: found.length,
    });
  });

  it('leaves no number of a person in audit details or in what the portal reports of itself (H5, X6)', async () => {
    const rows = await runSql<{ semua: string }>(
      portal.url,
      "SELECT coalesce(string_agg(rincian::text || tindakan || pelaku, ' '), '') AS semua FROM platform.jejak",
    );
    expect(rows[0]?.semua).not.toMatch(/(?<!\d)\d{16}(?!\d)|(?<!\d)\d{18}(?!\d)/);
    expect(portal.faults).toEqual([]);
  });
});
