import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseIsoDate } from '#kernel/local-date.ts';
import { describeProblem } from '#kernel/problem.ts';
import { openSource } from '#formats';
import { generateSampleData } from '#sample-data';
import { readOut } from '../../src/formats/testing/files.ts';
import type { DeliveryDetail } from '../../src/intake/contract.ts';
import { parseCsvRecords } from '../support/csv-records.ts';
import { startTestServer, type TestServer } from '../support/portal-database.ts';
import { type Browser, openTestPortal, type TestPortal } from '../support/portal-http.ts';
import { type BadFile, csvOf, makeBadFiles, TRIGGERS } from './bad-files.ts';
import { childrenOf } from './server-process.ts';
import { dice, isLarge, report, sized } from './size.ts';

const KUDUS = 6410;
const PART = 16 * 1024 * 1024;
const MOST_MEMORY = 512 * 1024 * 1024;
/** Those that go through the whole portal in every run, where each is a process of its own; the others are read only. */
const ALWAYS = ['judul-saja.csv', 'kolom-20000.csv', 'bom-sel.xlsx', 'xxe-lembar.xlsx', 'tautan.zip', 'pemicu.csv'];
/** A number is no formula, whatever sign it bears. */
const NUMBER = /^[+-]?\d[\d.,/: -]*%?$/;
/** What a sentence to a sender never holds: places in the program or on this machine, and words of the language. */
const INSIDE = /\.ts:\d|node_modules|\/tmp\/|at async|undefined|\[object|[{}]|ENOENT|Error:/;

describe('files that nobody should send', { timeout: isLarge ? 3_000_000 : 600_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'uji-berkas-'));
  let postgres: TestServer;
  let portal: TestPortal;
  let kudus: Browser;
  let files: readonly BadFile[];
  /** The most that any process of a check has held. */
  let memory = 0;
  let watch: NodeJS.Timeout;

  beforeAll(async () => {
    files = await makeBadFiles(folder, isLarge);
    const per = parseIsoDate('2025-10-01');
    if (per === undefined) throw new Error('No such day');
    await generateSampleData(
      { pegawai: 200, benih: 'buruk', per, keluar: folder, kiriman: 0, wadah: 'csv', instansi: [String(KUDUS)] },
      () => undefined,
    );
    postgres = await startTestServer();
    portal = await openTestPortal(postgres);
    kudus = await portal.signIn('pengelola.kudus');
    const bkn = await portal.signIn('petugas.bkn');
    const { address } = await send(bkn, 1, 'bkn.csv', readFileSync(join(folder, 'bkn.csv')));
    await settle(bkn, address);
    await bkn.ask('POST', `${address}/terbitkan`, {});
    await settle(bkn, address);
    watch = setInterval(() => {
      for (const pid of childrenOf(process.pid)) memory = Math.max(memory, memoryOf(pid));
    }, 50);
  }, 600_000);
  afterAll(async () => {
    clearInterval(watch);
    await portal?.close();
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function send(who: Browser, instansi: number, namaBerkas: string, bytes: Buffer) {
    const sidikJari = createHash('sha256').update(bytes).digest('hex');
    const opened = await who.ask('POST', '/api/kiriman', {
      namaBerkas,
      besarByte: bytes.length,
      sidikJari,
      per: '2025-10-01',
    });
    if (opened.status !== 200) throw new Error(opened.text);
    const { kiriman } = opened.body as { readonly kiriman: string };
    const address = `/api/kiriman/${instansi}/${kiriman}`;
    for (let at = 0; at < bytes.length; at += PART) {
      const headers = { 'content-type': 'application/octet-stream', 'unggah-letak': String(at) };
      const reply = await who.ask('PATCH', `${address}/isi`, bytes.subarray(at, at + PART), headers);
      if (reply.status !== 200) throw new Error(reply.text);
    }
    return { address, kiriman };
  }

  async function settle(who: Browser, address: string): Promise<DeliveryDetail> {
    for (;;) {
      const detail = (await who.ask('GET', address)).body as DeliveryDetail;
      const isOpen = ['antre', 'berjalan'].includes(detail.pekerjaan?.keadaan ?? '');
      if (!isOpen && !['diterima', 'memeriksa', 'menerbitkan'].includes(detail.keadaan)) return detail;
      await wait(50);
    }
  }

  /** Sends a file and looks at what came of it; what is wrong with that, or undefined. */
  async function tryFile({ nama, bytes, hasil, kalimat }: BadFile): Promise<string | undefined> {
    const before = portal.faults.length;
    const { address, kiriman } = await send(kudus, KUDUS, nama, bytes);
    const detail = await settle(kudus, address);
    if (portal.faults.length > before) return `a crash: ${portal.faults.slice(before).join(' ').slice(0, 600)}`;
    const { keadaan, pesan, baris, namaBerkas } = detail;
    if (keadaan !== 'ditolak' && keadaan !== 'diperiksa') return `it came to ${keadaan}`;
    if (hasil !== undefined && (hasil === 'ditolak') !== (keadaan === 'ditolak')) return `${keadaan}: ${pesan}`;
    if (keadaan === 'ditolak' && (pesan === null || pesan.length < 30 || INSIDE.test(pesan)))
      return `no sentence: ${pesan}`;
    if (kalimat && !kalimat.test(pesan ?? '')) return `another sentence: ${pesan}`;
    if (keadaan === 'diperiksa' && baris?.dibaca !== (baris?.diterima ?? 0) + (baris?.dikarantina ?? 0))
      return 'rows are missing';
    if (JSON.stringify(detail).includes('KENARI')) return 'a foreign file was read';
    // oxlint-disable-next-line no-control-regex -- names with such signs are what is tried
    if (/[\u0000-\u001f/\\]/.test(namaBerkas)) return `a name that leads elsewhere: ${namaBerkas}`;
    const quarantine = await kudus.ask('GET', `${address}/karantina.csv`);
    if (quarantine.status === 200) {
      const cells = parseCsvRecords(quarantine.text).flatMap((record) => Object.values(record));
      const live = cells.filter((cell) => !NUMBER.test(cell) && /^[=+\-@\t\r\n＝＋－＠]|^[\s"]+[=+\-@]/.test(cell));
      if (live.length > 0) return `cells that reckon: ${JSON.stringify(live.slice(0, 3))}`;
    }
    if (keadaan === 'diperiksa') await kudus.ask('POST', `${address}/batalkan`);
    const partial = join(portal.files, 'unggah', kiriman);
    return existsSync(partial) ? 'a part of it was left behind' : undefined;
  }

  it('are refused in a sentence or read without harm, and the portal goes on (B1-B10, B14, X1)', async (context) => {
    const tried = files.filter(({ nama }) => isLarge || ALWAYS.includes(nama));
    const wrong: string[] = [];
    for (const file of tried) {
      const reason = await tryFile(file);
      if (reason !== undefined) wrong.push(`${file.uji} ${file.nama.slice(0, 40)}: ${reason}`);
    }
    expect(wrong).toEqual([]);
    expect(memory).toBeGreaterThan(0);
    expect(memory).toBeLessThan(MOST_MEMORY);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('h-keluar'))).toEqual([]);
    expect((await portal.browse().ask('GET', '/healthz')).status).toBe(200);
    const megabytes = Math.ceil(memory / 1024 / 1024);
    report(context, {
      uji: 'B, X1',
      dicoba: `berkas buruk lewat unggahan, paling banyak ${megabytes} MB`,
      jumlah: tried.length,
      terlarang: 'proses mati',
      ditemukan: wrong.length,
    });
  });

  it('are read or refused by the readers alone (B1-B10)', async (context) => {
    const wrong: string[] = [];
    for (const { uji, bytes, hasil } of files) {
      const path = join(folder, 'buruk');
      writeFileSync(path, bytes);
      const said = await readWhole(path).catch((error: unknown) => `a crash: ${String(error)}`);
      if (said !== undefined && INSIDE.test(said.replaceAll(path, ''))) wrong.push(`${uji}: ${said}`);
      if (hasil === 'dibaca' && said !== undefined) wrong.push(`${uji}: ${said}`);
    }
    expect(wrong).toEqual([]);
    report(context, {
      uji: 'B1-B10',
      dicoba: 'berkas buruk, pembaca saja',
      jumlah: files.length,
      terlarang: 'proses mati',
      ditemukan: wrong.length,
    });
  });

  it('cut or with bytes changed at random, are refused in a sentence or read (B4)', async (context) => {
    const roll = dice(7);
    const bases = files
      .filter(
        ({ nama, bytes }) =>
          bytes.length < 100_000 && !nama.startsWith('bom') && !nama.includes('/') && nama.length < 60,
      )
      .map(({ bytes }) => bytes);
    bases.push(csvOf(Array.from({ length: 40 }, (_, n) => [`1985031220100110${n}`, `UJI ${n}`])));
    const wrong: string[] = [];
    const count = sized(250, 10_000);
    for (let turn = 0; turn < count; turn++) {
      const base = bases[turn % bases.length] ?? Buffer.alloc(1);
      let bytes = Buffer.from(base);
      if (turn % 2 === 0) bytes = bytes.subarray(0, 1 + roll(bytes.length));
      else for (let flips = 1 + roll(8); flips > 0; flips--) bytes[roll(bytes.length)] = roll(256);
      const path = join(folder, 'acak');
      writeFileSync(path, bytes);
      try {
        const said = await readWhole(path);
        if (said !== undefined && /[{}]|undefined|\.ts:/.test(said)) wrong.push(`${turn}: ${said}`);
      } catch (error) {
        wrong.push(`${turn}: ${String(error)}`);
      }
    }
    expect(wrong).toEqual([]);
    report(context, {
      uji: 'B4',
      dicoba: 'berkas terpotong atau rusak acak',
      jumlah: count,
      terlarang: 'proses mati',
      ditemukan: wrong.length,
    });
  });

  it.runIf(isLarge)('cut or damaged on their way, through the upload itself (B4)', async (context) => {
    const roll = dice(8);
    const base = csvOf(
      Array.from({ length: 40 }, (_, n) => [
        `19850312201001100${n % 10}`,
        `UJI ${n}`,
        'KUDUS',
        '1985-03-12',
        'III/a',
        'Guru',
        'Dinas',
      ]),
    );
    const wrong: string[] = [];
    for (let turn = 0; turn < 60; turn++) {
      const bytes = Buffer.from(turn % 2 === 0 ? base.subarray(0, 30 + roll(base.length - 30)) : base);
      for (let flips = turn % 2 === 0 ? 0 : 8; flips > 0; flips--) bytes[roll(bytes.length)] = roll(256);
      const reason = await tryFile({ uji: 'B4', nama: `acak-${turn}.csv`, bytes });
      if (reason !== undefined) wrong.push(`${turn}: ${reason}`);
    }
    expect(wrong).toEqual([]);
    report(context, {
      uji: 'B4',
      dicoba: 'berkas rusak acak lewat unggahan',
      jumlah: 60,
      terlarang: 'proses mati',
      ditemukan: wrong.length,
    });
  });

  it('knows every sign with which a spreadsheet begins to reckon', () => {
    expect(TRIGGERS).toHaveLength(14);
  });
});

/** Reads the first table of a file to its end; the sentence of the refusal where there is one. */
async function readWhole(path: string): Promise<string | undefined> {
  const source = await openSource(path);
  return source.ok ? (await readOut(source.value)).refused : describeProblem(source.error);
}

/** Bytes that a process has held at the most; 0 where it is gone. */
function memoryOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
