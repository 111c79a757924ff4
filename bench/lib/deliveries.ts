import { spawnSync } from 'node:child_process';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openSource } from '../../src/formats/index.ts';
import { columnNames } from '../../src/mapping/index.ts';
import { HASIL } from './figures.ts';

const CLI = join(import.meta.dirname, '..', '..', 'src', 'app', 'cli.ts');
const BENIH = 'bench';

/** Made deliveries of 36 instansi and BKN's export. */
export interface Deliveries {
  readonly folder: string;
  readonly bkn: string;
  readonly simpeg: readonly { readonly instansi: string; readonly berkas: string }[];
}

/** The same people for the same size, made once by the portal's own command and kept. */
export function makeDeliveries(pegawai: number, wadah: 'csv' | 'campuran'): Deliveries {
  const folder = join(HASIL, 'data', `${pegawai}-${wadah}`);
  const mark = join(folder, 'selesai');
  if (!existsSync(mark)) {
    process.stderr.write(`Making ${pegawai} people (${wadah}), once ...\n`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const form = wadah === 'csv' ? ['--wadah', 'csv'] : [];
    const words = ['data-contoh', '--pegawai', String(pegawai), '--benih', BENIH, ...form, '--keluar', folder];
    const { status } = spawnSync(process.execPath, [CLI, ...words], { stdio: 'inherit' });
    if (status !== 0) throw new Error('data-contoh failed');
    // The truth ledger is larger than the deliveries, and nothing here reads it.
    rmSync(join(folder, 'kebenaran'), { recursive: true });
    writeFileSync(mark, '');
  }
  return listMade(folder);
}

/** Deliveries that lie in a folder. */
export function listMade(folder: string): Deliveries {
  const simpeg = readdirSync(join(folder, 'simpeg'))
    .filter((name) => /^\d{4}\.[^-]+$/.test(name))
    .toSorted()
    .map((name) => ({ instansi: name.slice(0, 4), berkas: join(folder, 'simpeg', name) }));
  return { folder, bkn: join(folder, 'bkn.csv'), simpeg };
}

/** Words that run the whole job of the portal. */
export function reconcileWords({ bkn, simpeg }: Deliveries, keluar: string): string[] {
  const sources = simpeg.flatMap(({ instansi, berkas }) => ['--simpeg', `${instansi}=${berkas}`]);
  return [CLI, 'rekonsiliasi', '--bkn', bkn, ...sources, '--keluar', keluar, '--timpa'];
}

/** How one CSV is to be read: the peers are told, so that they spend nothing on finding out. */
export interface CsvForm {
  readonly instansi: string;
  /** UTF-8, which is all that the peers read. */
  readonly path: string;
  readonly delimiter: string;
  readonly columns: readonly string[];
  /** Byte, and line, at which the rows below the heading begin. */
  readonly dataStart: number;
  readonly headLines: number;
}

/** The forms of all CSV files, in a file of the folder. A file in Windows-1252 is put beside in UTF-8, uncounted. */
export async function writeCsvForms({ folder, bkn, simpeg }: Deliveries): Promise<string> {
  const forms: CsvForm[] = [];
  for (const { instansi, berkas } of [{ instansi: 'bkn', berkas: bkn }, ...simpeg]) {
    const path = (await isUtf8(berkas)) ? berkas : await copyAsUtf8(berkas, join(folder, 'utf8'));
    forms.push(await describeCsv(instansi, path));
  }
  const file = join(folder, 'bentuk-csv.json');
  writeFileSync(file, JSON.stringify(forms));
  return file;
}

async function describeCsv(instansi: string, path: string): Promise<CsvForm> {
  const source = await openSource(path);
  const [table] = source.ok ? source.value.tables : [];
  if (!source.ok || !table || source.value.dialect.kind !== 'csv') throw new Error(`${path} is no CSV`);
  const { delimiter, dataStart } = source.value.dialect;
  return {
    instansi,
    path,
    delimiter: String.fromCharCode(delimiter),
    columns: columnNames(table.columns),
    dataStart,
    headLines: await countLines(path, dataStart),
  };
}

async function countLines(path: string, end: number): Promise<number> {
  const file = await open(path);
  const { buffer } = await file.read(Buffer.alloc(end), 0, end, 0);
  await file.close();
  return buffer.reduce((lines, byte) => lines + (byte === 10 ? 1 : 0), 0);
}

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of createReadStream(path)) decoder.decode(piece as Uint8Array, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

async function copyAsUtf8(path: string, folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const copy = join(folder, basename(path));
  const decode = new TextDecoderStream('windows-1252');
  if (!existsSync(copy)) await pipeline(createReadStream(path), decode, createWriteStream(copy));
  return copy;
}
