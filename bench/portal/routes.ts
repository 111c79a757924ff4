import type { Ask, RunningPortal } from './portal-process.ts';
import { serverCpu } from './usage.ts';

/** What one route took for one reader. */
export interface RouteFigures {
  readonly name: string;
  readonly requests: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  /** Milliseconds of processor time a request, of the server and of PostgreSQL. */
  readonly cpu: number;
}

interface Person {
  readonly instansi: number;
  readonly orang: string;
  readonly nama: string;
  readonly nip: string;
}

/** What people look for: people of many places of the list. */
export async function pickPeople(ask: Ask, own: number | undefined): Promise<readonly Person[]> {
  const people: Person[] = [];
  let after = '';
  for (let page = 0; page < 8; page++) {
    const { text } = await ask('GET', `/api/pegawai?${own === undefined ? '' : `instansi=${own}&`}${after}`);
    const { baris, lanjut } = JSON.parse(text) as { baris: Person[]; lanjut: string | null };
    // what is looked for are whole NIPs and parts of words
    people.push(...baris.filter(({ nip, nama }, at) => at % 7 === 0 && nip.length === 18 && longest(nama).length > 3));
    if (lanjut === null) break;
    after = `sesudah=${lanjut}`;
  }
  return people;
}

/** Every kind of page by the address that the browser asks; `turn` counts the requests. */
export function routesFor(people: readonly Person[]): Readonly<Record<string, (turn: number) => string>> {
  const one = (turn: number): Person => {
    const person = people[turn % people.length];
    if (!person) throw new Error('Nobody is there');
    return person;
  };
  const word = (turn: number): string => longest(one(turn).nama);
  const find = (text: string): string => encodeURIComponent(text);
  return {
    Beranda: () => '/api/beranda',
    Selisih: () => '/api/selisih',
    'Selisih, one cause': () => '/api/selisih?sebab=pangkat_gol.beda',
    'Selisih, one field': (turn) => `/api/selisih?bidang=${FIELDS[turn % FIELDS.length]}`,
    'Selisih, one class': (turn) => `/api/selisih?kelas=${CLASSES[turn % CLASSES.length]}`,
    'Selisih, causes': () => '/api/selisih/sebab',
    'Selisih of a name': (turn) => `/api/selisih?cari=${find(word(turn))}`,
    'Selisih of part of a name': (turn) => `/api/selisih?cari=${find(word(turn).slice(1, 5))}`,
    'Selisih of a name and field': (turn) =>
      `/api/selisih?bidang=${FIELDS[turn % FIELDS.length]}&cari=${find(word(turn).slice(0, 3))}`,
    Pegawai: () => '/api/pegawai',
    'Pegawai only at BKN': () => '/api/pegawai?keadaan=hanya-bkn',
    'Pegawai by part of a name': (turn) => `/api/pegawai?cari=${find(word(turn).slice(1, 5))}`,
    Orang: (turn) => `/api/orang/${one(turn).instansi}/${one(turn).orang}`,
    'Cari a name': (turn) => `/api/cari?q=${find(one(turn).nama)}`,
    'Cari part of a name': (turn) => `/api/cari?q=${find(word(turn).slice(1, 6))}`,
    'Cari two letters': (turn) => `/api/cari?q=${find(word(turn).slice(0, 2))}`,
    'Cari a NIP': (turn) => `/api/cari?q=${one(turn).nip}`,
    'Cari part of a NIP': (turn) => `/api/cari?q=${one(turn).nip.slice(0, 8)}`,
    'Cari nobody': (turn) => `/api/cari?q=xq${find(word(turn))}zz`,
  };
}

const FIELDS = ['nama', 'tmt_golongan', 'gelar_belakang', 'no_hp', 'agama', 'jabatan'];
const CLASSES = ['beda', 'mirip', 'kosong_simpeg', 'kosong_bkn'];

const longest = (nama: string): string => nama.split(' ').toSorted((a, b) => b.length - a.length)[0] ?? nama;

/** Asks one route over and over, one request after the other, after some that do not count. */
export async function measureRoute(
  portal: RunningPortal,
  data: string,
  ask: Ask,
  name: string,
  path: (turn: number) => string,
  most: { readonly requests: number; readonly seconds: number },
): Promise<RouteFigures> {
  const times: number[] = [];
  for (let turn = 0; turn < 5; turn++) await ask('GET', path(turn));
  const cpu = async (): Promise<number> => (await portal.usage()).cpu + serverCpu(data);
  const before = await cpu();
  const end = performance.now() + most.seconds * 1000;
  for (let turn = 0; turn < most.requests && performance.now() < end; turn++) {
    const { status, ms, text } = await ask('GET', path(turn));
    if (status !== 200) throw new Error(`${path(turn)}: ${status} ${text.slice(0, 300)}`);
    times.push(ms);
  }
  const used = (await cpu()) - before;
  return {
    name,
    requests: times.length,
    p50: percentile(times, 50),
    p95: percentile(times, 95),
    cpu: (used / times.length) * 1000,
  };
}

export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * share) / 100) - 1)] ?? Number.NaN;
}
