import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Role, SAMPLE_PASSWORD } from '#identity';
import { runSql, startTestServer, type TestServer } from '../support/portal-database.ts';
import { openTestPortal, type TestPortal } from '../support/portal-http.ts';
import { addressOf, bodyOf, type Operation, readOperations } from './operations.ts';
import { report } from './size.ts';
import { enter, fillWorld, markOf, stateOf } from './world.ts';

const KUDUS = 6410;

/** What leaves no event of its own, and why that is right. */
const UNRECORDED: Readonly<Record<string, string>> = {
  'PATCH /api/kiriman/{instansi}/{kiriman}/isi': 'a part of a file; opening it and its check are recorded',
  'POST /api/pekerjaan/dilihat': 'that its owner was told how a job ended',
  'POST /api/saya/faktor-kedua/siapkan': 'a secret that counts for nothing until it was confirmed',
};

/** Counts of what somebody tried to take: they stand also where nothing came of it. */
const COUNTS = 'identity.pengambilan';

const BREAK = `CREATE FUNCTION public.tolak() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''jejak rusak''; END';
  CREATE TRIGGER aa_tolak BEFORE INSERT ON platform.jejak FOR EACH ROW EXECUTE FUNCTION public.tolak()`;
const MEND = 'DROP TRIGGER aa_tolak ON platform.jejak; DROP FUNCTION public.tolak()';

/** Values with which a change succeeds, by name of the parameter or property. */
const BODY = {
  bidang: 'nik',
  sandi: SAMPLE_PASSWORD,
  sandiLama: SAMPLE_PASSWORD,
  sandiBaru: 'sandi baru yang cukup panjang',
  sidikJari: 'ab'.repeat(32),
  peran: 'verifikator',
} as const;

describe('a change and its audit event', () => {
  let postgres: TestServer;
  let portal: TestPortal;
  let changes: readonly Operation[];

  beforeAll(async () => {
    postgres = await startTestServer();
    portal = await openTestPortal(postgres);
    await fillWorld(portal);
    const { browser } = await enter(portal, KUDUS, 'pengelola');
    const all = await readOperations(browser);
    changes = all.filter(({ method, tindakan }) => method !== 'GET' && tindakan !== 'terbuka');
  });
  afterAll(async () => {
    await portal?.close();
    await postgres?.stop();
  });

  const events = async (): Promise<number> => {
    const [row] = await runSql<{ n: number }>(portal.url, 'SELECT count(*)::integer AS n FROM platform.jejak');
    return row?.n ?? 0;
  };

  /** One change by somebody who may make it, signed in for it alone: some of them end sessions. */
  async function change({ method, tindakan, ...operation }: Operation): Promise<number> {
    const role: Role = tindakan.startsWith('pengguna.') ? 'admin-instansi' : 'pengelola';
    const { browser } = await enter(portal, KUDUS, role);
    const address = addressOf(
      { method, tindakan, ...operation },
      {
        instansi: String(KUDUS),
        orang: markOf.orang(KUDUS, 1),
        // One that is still arriving can be cancelled.
        kiriman: markOf.kiriman(KUDUS, 3),
        penggunaId: markOf.pengguna(KUDUS, 'pimpinan'),
      },
    );
    const body = operation.body ? (bodyOf(operation.body, BODY) as object) : undefined;
    return (await browser.ask(method, address, body)).status;
  }

  it('stand or fall together, on every route that changes something (H1)', async (context) => {
    const wrong: string[] = [];
    let accepted = 0;
    for (const operation of changes) {
      await runSql(portal.url, 'DELETE FROM identity.percobaan_masuk; DELETE FROM identity.sesi');
      await runSql(portal.url, BREAK);
      const { [COUNTS]: _before, ...before } = await stateOf(portal, 'true');
      const broken = await change(operation);
      await runSql(portal.url, 'DELETE FROM identity.sesi');
      const { [COUNTS]: _after, ...after } = await stateOf(portal, 'true');
      await runSql(portal.url, MEND);
      const { key } = operation;
      if (!(key in UNRECORDED) && JSON.stringify(after) !== JSON.stringify(before)) {
        const tables = Object.keys(after).filter((name) => after[name] !== before[name]);
        wrong.push(`${key} changed ${tables.join(', ')} without an event (${broken})`);
      }
      const count = await events();
      const status = await change(operation);
      if (status >= 300) continue;
      accepted += 1;
      const added = (await events()) - count;
      if (added === 0 && !(key in UNRECORDED)) wrong.push(`${key} left no event`);
      if (broken < 300 && !(key in UNRECORDED)) wrong.push(`${key} was confirmed although its event was not kept`);
    }
    expect(wrong).toEqual([]);
    expect(accepted).toBeGreaterThan(5);
    report(context, {
      uji: 'H1',
      dicoba: `rute pengubah, ${accepted} berhasil`,
      jumlah: changes.length,
      terlarang: 'perubahan tanpa jejak',
      ditemukan: wrong.length,
    });
  });
});
