import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSql, startTestServer, type TestServer } from '../support/portal-database.ts';
import { type Violation, VIOLATIONS } from './catalogue.ts';

/** A tenant table as it should be, on which each planted violation changes one thing. */
const GOOD = `CREATE SCHEMA uji;
CREATE TABLE uji.baik (instansi_id integer, id integer, PRIMARY KEY (instansi_id, id));
ALTER TABLE uji.baik ENABLE ROW LEVEL SECURITY;
ALTER TABLE uji.baik FORCE ROW LEVEL SECURITY;
CREATE POLICY milik_instansi ON uji.baik USING (false);`;

describe('catalogue of the database', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ isOwn: true });
  });
  afterAll(() => server.stop());

  it('holds no table, view, function or role that gets past the isolation of instansi', async () => {
    expect(await runSql<Violation>(await server.createPortalDatabase(), VIOLATIONS)).toEqual([]);
  });

  it.each([
    ['nothing', '', []],
    ['no row-level security', 'ALTER TABLE uji.baik DISABLE ROW LEVEL SECURITY', ['tanpa row-level security']],
    ['not forced', 'ALTER TABLE uji.baik NO FORCE ROW LEVEL SECURITY', ['row-level security tidak dipaksakan']],
    ['no policy', 'DROP POLICY milik_instansi ON uji.baik', ['tanpa kebijakan']],
    ['no primary key', 'ALTER TABLE uji.baik DROP CONSTRAINT baik_pkey', ['tanpa kunci utama']],
    [
      'a key that another column leads',
      'ALTER TABLE uji.baik ADD UNIQUE (id)',
      ['baik_id_key tidak diawali instansi_id', 'uji.baik_id_key tidak diawali instansi_id'],
    ],
    ['a unique index alone', 'CREATE UNIQUE INDEX nip ON uji.baik (id)', ['uji.nip tidak diawali instansi_id']],
    ['a view of its owner', 'CREATE VIEW uji.lihat AS SELECT * FROM uji.baik', ['view tanpa security_invoker']],
    [
      'a materialized view',
      'CREATE MATERIALIZED VIEW uji.beku AS SELECT 1 AS x; GRANT SELECT ON uji.beku TO portal_aplikasi',
      ['materialized view terbaca aplikasi'],
    ],
    [
      'a function of its owner',
      "CREATE FUNCTION uji.bocor() RETURNS integer LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
      ['fungsi security definer terbuka bagi aplikasi'],
    ],
    ['a table of the application', 'ALTER TABLE uji.baik OWNER TO portal_aplikasi', ['milik peran aplikasi']],
  ])('finds a planted violation: %s', async (_, change, expected) => {
    const url = await server.createPortalDatabase();
    await runSql(url, `${GOOD}${change}`);
    const found = await runSql<Violation>(url, VIOLATIONS);
    expect(found.map(({ pelanggaran }) => pelanggaran)).toEqual(expected);
  });

  it.each(['SUPERUSER', 'BYPASSRLS', 'CREATEROLE', 'CREATEDB'])('finds an application role with %s', async (right) => {
    const url = await server.createPortalDatabase();
    await runSql(url, `ALTER ROLE portal_aplikasi ${right}`);
    const found = await runSql<Violation>(url, VIOLATIONS);
    await runSql(url, `ALTER ROLE portal_aplikasi NO${right}`);
    expect(found.map(({ pelanggaran }) => pelanggaran)).toContain('peran aplikasi terlalu berkuasa');
  });
});
