import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_PASSWORD } from '#identity';
import { runSql, startTestServer, type TestServer } from '../support/portal-database.ts';
import { openTestPortal, type Reply, type TestPortal } from '../support/portal-http.ts';
import { isLarge, report } from './size.ts';
import { type Asker, enter, fillWorld, markOf } from './world.ts';

const KUDUS = 6410;
const DEMAK = 6403;
/** Each of the two is asked so often, one after the other. */
const TURNS = 1000;
/** Milliseconds by which medians may differ; told, not demanded, for machines have other work. */
const ALIKE_MS = 5;

/** What somebody of Kudus asks to find out whether a person of Demak exists, and the same about nobody. */
const QUESTIONS: Readonly<Record<string, readonly [there: string, nobody: string]>> = {
  'a person by number': [`/api/orang/${KUDUS}/${markOf.orang(DEMAK, 1)}`, `/api/orang/${KUDUS}/7777777701`],
  'a person of another instansi': [`/api/orang/${DEMAK}/${markOf.orang(DEMAK, 1)}`, `/api/orang/${DEMAK}/7777777701`],
  'a search by NIP': [`/api/cari?q=${markOf.nip(DEMAK, 1)}`, '/api/cari?q=198001012010077771'],
  'a search by name': [`/api/cari?q=${markOf.nama(DEMAK, 1)}`, '/api/cari?q=Uji7777%20Orang1'],
  'a list filtered by NIP': [`/api/pegawai?cari=${markOf.nip(DEMAK, 1)}`, '/api/pegawai?cari=198001012010077771'],
  'a delivery': [
    `/api/kiriman/${KUDUS}/${markOf.kiriman(DEMAK, 1)}`,
    `/api/kiriman/${KUDUS}/${markOf.kiriman(7777, 1)}`,
  ],
};

describe.runIf(isLarge)('guessing whether a foreign person exists', { timeout: 600_000 }, () => {
  let postgres: TestServer;
  let portal: TestPortal;
  let kudus: Asker;

  beforeAll(async () => {
    postgres = await startTestServer();
    portal = await openTestPortal(postgres, undefined, { PORTAL_BATAS_ORANG: '0' });
    await fillWorld(portal);
    kudus = await enter(portal, KUDUS, 'pengelola');
  });
  afterAll(async () => {
    await portal?.close();
    await postgres?.stop();
  });

  /** Without what is of this one request. */
  const shapeOf = ({ status, text, headers }: Reply): unknown => [
    status,
    text.replace(/"rujukan":"\w+"/, ''),
    Object.keys(headers)
      .filter((name) => name !== 'date')
      .toSorted(),
    headers['content-length'],
  ];

  async function timed(ask: () => Promise<Reply>): Promise<readonly [ms: number, shape: unknown]> {
    const start = performance.now();
    const reply = await ask();
    return [performance.now() - start, shapeOf(reply)];
  }

  /** Medians of both in milliseconds. */
  async function compare(
    there: () => Promise<Reply>,
    nobody: () => Promise<Reply>,
  ): Promise<readonly [number, number]> {
    const times: [number[], number[]] = [[], []];
    for (let turn = 0; turn < TURNS; turn++) {
      const shapes: unknown[] = [];
      for (const which of turnsOf(turn)) {
        const [ms, shape] = await timed(which === 0 ? there : nobody);
        times[which].push(ms);
        shapes.push(shape);
      }
      expect(shapes[0]).toEqual(shapes[1]);
    }
    return [median(times[0]), median(times[1])];
  }

  it('finds out nothing: both are answered alike, and take alike (A9)', async (context) => {
    const differences: number[] = [];
    for (const [there, nobody] of Object.values(QUESTIONS)) {
      const ask = (address: string) => async () => kudus.browser.ask('GET', address);
      const [a, b] = await compare(ask(there), ask(nobody));
      differences.push(Math.abs(a - b));
    }
    const widest = Math.max(...differences);
    report(context, {
      uji: 'A9',
      dicoba: `tanya jawab tentang orang instansi lain; beda median paling lebar ${widest.toFixed(2)} ms`,
      jumlah: Object.keys(QUESTIONS).length * TURNS * 2,
      terlarang: 'jawaban lain, atau beda lebih dari 5 ms',
      ditemukan: differences.filter((ms) => ms > ALIKE_MS).length,
    });
  });

  it('finds out no login name: a wrong password and an unknown name are answered alike (A9)', async (context) => {
    const names = [`uji${DEMAK}.pengelola`, 'uji7777.pengelola'];
    const turns = 100;
    const times: [number[], number[]] = [[], []];
    const shapes = new Set<string>();
    for (let turn = 0; turn < turns; turn++) {
      for (const which of turnsOf(turn)) {
        await runSql(portal.url, 'DELETE FROM identity.percobaan_masuk');
        const [ms, shape] = await timed(async () =>
          portal.browse().ask('POST', '/api/masuk', { namaPengguna: names[which], sandi: `${SAMPLE_PASSWORD} salah` }),
        );
        times[which].push(ms);
        shapes.add(JSON.stringify(shape));
      }
    }
    expect(shapes.size).toBe(1);
    const difference = Math.abs(median(times[0]) - median(times[1]));
    report(context, {
      uji: 'A9',
      dicoba: `masuk dengan nama yang ada dan yang tidak; beda median ${difference.toFixed(2)} ms`,
      jumlah: turns * 2,
      terlarang: 'jawaban lain, atau beda lebih dari 5 ms',
      ditemukan: difference > ALIKE_MS ? 1 : 0,
    });
  });
});

/** The two take turns at being first. */
const turnsOf = (turn: number) => (turn % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const));

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
