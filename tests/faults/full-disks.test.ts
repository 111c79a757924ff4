import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseIsoDate } from '#kernel/local-date.ts';
import { generateSampleData } from '#sample-data';
import { runSql } from '../support/portal-database.ts';
import { fillForCrashes } from './crash-base.ts';
import { type DurablePostgres, startDurablePostgres } from './durable-postgres.ts';
import { type Moment, sendThroughCrashes } from './sender.ts';
import { startServerProcess } from './server-process.ts';
import { isLarge, report } from './size.ts';

const KUDUS = 6410;
const BASE = 'dasar';
/** Room at first; the portal takes no new files with less than a gigabyte. */
const ROOMY = '2g';
/** Milliseconds for which a disk stays full. */
const FULL_MS = 8000;

/** Lets the small publication of the test write as much as one of many people does: more than there is room for in its tables. */
const LARGE = `CREATE TABLE public.beban (isi text);
  CREATE FUNCTION public.beban() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
    INSERT INTO public.beban SELECT string_agg(md5(n || '.' || k), '') FROM generate_series(1, 40) k, generate_series(1, 16000) n GROUP BY n;
    RETURN NEW;
  END $$;
  CREATE TRIGGER beban BEFORE INSERT ON registry.terbitan FOR EACH ROW EXECUTE FUNCTION public.beban();`;

/** A disk of its own in memory, which can be made full and roomy again in a moment. */
interface SmallDisk {
  readonly folder: string;
  fill(): void;
  clear(): void;
  remove(): void;
}

/** Undefined where this machine lets nobody mount. */
function makeDisk(): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'uji-disk-'));
  const mount = (...options: readonly string[]): void =>
    void execFileSync('mount', ['-t', 'tmpfs', '-o', options.join(','), 'tmpfs', folder], { stdio: 'ignore' });
  try {
    mount(`size=${ROOMY}`, 'mode=755');
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  return {
    folder,
    fill: () => {
      const { blocks, bfree, bsize } = statfsSync(folder);
      mount('remount', `size=${(blocks - bfree) * bsize + bsize}`);
    },
    clear: () => mount('remount', `size=${ROOMY}`),
    remove: () => {
      execFileSync('umount', ['-l', folder], { stdio: 'ignore' });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Place = 'data' | 'wal' | 'berkas';

/** Which disk is full, and from which moment of a delivery. */
const CASES: readonly (readonly [Place, Moment])[] = [
  ['berkas', 'bagian'],
  ['berkas', 'memeriksa'],
  ['data', 'minta-terbit'],
  ['wal', 'minta-terbit'],
];

describe.runIf(isLarge)('a disk that is full', { timeout: 1_200_000 }, () => {
  let folder = '';
  const disks = new Map<Place, SmallDisk>();
  let postgres: DurablePostgres | undefined;
  let cookie: string;
  let bytes: Buffer;
  let base: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'uji-penuh-'));
    for (const place of ['data', 'wal', 'berkas'] as const) {
      const disk = makeDisk();
      if (disk) disks.set(place, disk);
    }
    const [data, wal] = [disks.get('data'), disks.get('wal')];
    if (!data || !wal || !disks.has('berkas')) return;
    const per = parseIsoDate('2025-10-01');
    if (per === undefined) throw new Error('No such day');
    const sample = join(folder, 'contoh');
    await generateSampleData(
      { pegawai: 500, benih: 'penuh', per, keluar: sample, kiriman: 1, wadah: 'csv', instansi: [String(KUDUS)] },
      () => undefined,
    );
    postgres = await startDurablePostgres(data.folder);
    await moveLog(postgres, data.folder, wal.folder);
    base = join(folder, 'berkas');
    mkdirSync(base);
    cookie = await fillForCrashes({ url: postgres.url, database: BASE, files: base, sample, instansi: KUDUS });
    await runSql(postgres.url.replace(/\/postgres$/, `/${BASE}`), LARGE);
    const later = join(sample, 'kiriman', '2025-11', 'simpeg');
    bytes = readFileSync(join(later, readdirSync(later).find((name) => name.startsWith(`${KUDUS}.`)) ?? ''));
  }, 600_000);
  afterAll(async () => {
    for (const disk of disks.values()) disk.clear();
    await postgres?.stop();
    for (const disk of disks.values()) disk.remove();
    if (folder !== '') rmSync(folder, { recursive: true, force: true });
  });

  /** Puts what PostgreSQL writes ahead on a disk of its own. */
  async function moveLog(server: DurablePostgres, data: string, wal: string): Promise<void> {
    const [own = ''] = readdirSync(data);
    const from = join(data, own, 'data', 'pg_wal');
    const to = join(wal, 'pg_wal');
    server.crash();
    await wait(500);
    execFileSync('cp', ['-a', from, to]);
    rmSync(from, { recursive: true });
    symlinkSync(to, from);
    execFileSync('chmod', ['755', wal]);
    await server.revive();
  }

  /** Writes until the pieces of its log that PostgreSQL keeps ready are full, and there is no room for another. */
  async function useUpLog(url: string): Promise<void> {
    for (let turn = 0; turn < 200; turn++)
      try {
        await runSql(url, "SELECT pg_logical_emit_message(false, 'uji', 'x'), pg_switch_wal()");
      } catch {
        return;
      }
    throw new Error('The log never was full');
  }

  it('is told in a sentence, leaves nothing half, and is forgotten once there is room (E5)', async (context) => {
    const database = postgres ?? context.skip('this machine lets nobody mount a disk');
    const wrong: string[] = [];
    for (const [at, [place, moment]] of CASES.entries()) {
      const disk = disks.get(place);
      const files = disks.get('berkas');
      if (!disk || !files) continue;
      const name = `penuh_${at}`;
      await runSql(database.url, `CREATE DATABASE ${name} TEMPLATE ${BASE}`);
      const own = join(files.folder, name);
      cpSync(base, own, { recursive: true });
      const url = database.url.replace(/\/postgres$/, `/${name}`);
      const server = await startServerProcess({ databaseUrl: url, folder: own });
      let isFilled = false;
      let work = Promise.resolve();
      const sent = await sendThroughCrashes({
        address: () => server.address,
        cookie,
        instansi: KUDUS,
        bytes,
        namaBerkas: 'kudus.csv',
        per: '2025-11-01',
        onMoment: async (seen) => {
          if (seen !== moment || isFilled) return;
          isFilled = true;
          disk.fill();
          if (place === 'wal') await useUpLog(url);
          const emptied = async (): Promise<void> => {
            await wait(FULL_MS);
            disk.clear();
            // A database that has no room to write ahead ends itself.
            await database.revive();
          };
          work = emptied();
        },
      });
      await work;
      const reply = await fetch(`${server.address}/healthz`);
      await server.stop();
      const told = server.said.filter((line) => /ENOSPC|No space left|53100/.test(line)).length + sent.apologies;
      const found = [
        ...sent.lost.map((what) => `lost ${what}`),
        ...sent.torn.map((what) => `torn ${what}`),
        ...(told > 0 ? [] : ['nobody was told']),
        ...(reply.status === 200 ? [] : [`not well afterwards: ${await reply.text()}`]),
        ...(existsSync(join(own, 'unggah'))
          ? readdirSync(join(own, 'unggah')).map((half) => `half a file ${half}`)
          : []),
      ];
      wrong.push(...found.map((what) => `${place}, ${moment}: ${what}`));
      rmSync(own, { recursive: true, force: true });
    }
    expect(wrong).toEqual([]);
    report(context, {
      uji: 'E5',
      dicoba: 'cakram penuh: kiriman, pemeriksaan, data, log basis data',
      jumlah: CASES.length,
      terlarang: 'hilang atau tinggal separuh',
      ditemukan: wrong.length,
    });
  });
});
