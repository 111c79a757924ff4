import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MESSAGES, type ProblemCode } from '#kernel/messages.ts';
import type { Command } from '../src/app/command.ts';

const root = join(import.meta.dirname, '..');
const manual = readFileSync(join(root, 'docs', 'operator', 'baris-perintah.md'), 'utf8');

function listPapers(): string[] {
  const below = (folder: string): string[] =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
  return [...readdirSync(root), ...below('docs'), ...below('src')].filter((path) => path.endsWith('.md'));
}

/** The anchor that a heading gets where Markdown is shown. */
function toAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

function listAnchors(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/^#+ (.+)$/gm)].map((match) => toAnchor(match[1] ?? '')));
}

/** Links of a paper that lead nowhere. `read` gives the text of a file, or undefined where there is none. */
function findDeadLinks(path: string, text: string, read: (path: string) => string | undefined): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap((match) => {
    const link = match[1] ?? '';
    if (/^https?:/.test(link)) return [];
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? text : read(join(dirname(path), file));
    const isAlive = target !== undefined && (anchor === undefined || listAnchors(target).has(anchor));
    return isAlive ? [] : [`${path}: ${link}`];
  });
}

function readPaper(path: string): string | undefined {
  const full = join(root, path);
  if (!existsSync(full)) return undefined;
  return full.endsWith('.md') ? readFileSync(full, 'utf8') : '';
}

/** Problem codes that a text names and the list of sentences does not have. */
function findUnknownCodes(text: string): string[] {
  const named = text.match(/(?<=`)[A-Z]{3,}(?:_[A-Z]+)+(?=`)/g) ?? [];
  return named.filter((code) => !(code in MESSAGES));
}

/** What a sentence tells its reader to do, at the beginning of a clause. */
const REMEDY = new RegExp(
  `[.;,:}] (${`apit atau bagi bentuknya beri bila bongkar buat buka coba ekspor ganti gunakan hapus hentikan isi jalankan keluarkan kemas kembali
  kembalikan kirim lanjutkan lihat masuk masukkan matikan minta mintalah muat mulai mulailah pakai pasang pastikan pecah periksa perbaiki
  persempit petakan pilih pindahkan pisahkan pulihkan salin sampaikan sebutkan simpan terbitkan teruskan tulis tunggu tutup ubah ulangi unduh`
    .split(/\s+/)
    .join('|')})\\b`,
  'i',
);

/** Codes of the groups of the list of sentences that somebody meets who sends, publishes or reads in the portal. */
function listPortalCodes(): ProblemCode[] {
  const source = readFileSync(join(root, 'src', 'kernel', 'messages.ts'), 'utf8');
  return source
    .split(/\n\n {2}\/\/ /)
    .filter((group) => /^(the portal|reading of files|workbooks)/.test(group))
    .flatMap((group) => [...group.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, code]) => code as ProblemCode));
}

/** Sentences without a remedy, of which `manual` says nothing in the first column of its tables either. */
function findHelpless(codes: readonly ProblemCode[], manual_: string): string[] {
  const explained = [...manual_.matchAll(/^\| ([A-Z][^|]+?) +\|/gm)].map(
    ([, told = '']) => new RegExp(`^${told.replaceAll(/[^\w ]+/g, '.+')}`),
  );
  return codes.filter((code) => {
    const sentence = MESSAGES[code];
    // One that only hands on another.
    if (/^\{\w+\}$/.test(sentence) || REMEDY.test(sentence)) return false;
    return !explained.some((told) => told.test(sentence));
  });
}

function isCommand(value: unknown): value is Command {
  return typeof value === 'object' && value !== null && 'nama' in value && 'opsi' in value;
}

async function listCommands(): Promise<Command[]> {
  const folder = join(root, 'src', 'app', 'commands');
  const modules = await Promise.all(
    readdirSync(folder).map((name): Promise<Record<string, unknown>> => import(join(folder, name))),
  );
  return modules.flatMap((module) => Object.values(module).filter(isCommand));
}

describe('the papers of the repository', () => {
  it('link only to what exists', () => {
    const dead = listPapers().flatMap((path) => findDeadLinks(path, readPaper(path) ?? '', readPaper));
    expect(dead).toEqual([]);
  });

  it.each(['[a](missing.md)', '[a](there.md#missing)', '[a](#missing)'])('are caught with a dead link: %s', (text) => {
    expect(findDeadLinks('x.md', text, (path) => (path === 'there.md' ? '# There' : undefined))).toHaveLength(1);
  });

  it('name only problem codes that exist', () => {
    expect(findUnknownCodes(manual)).toEqual([]);
    expect(findUnknownCodes('`NIP_TERLALU_BAGUS`')).toEqual(['NIP_TERLALU_BAGUS']);
  });

  it('leave nobody without a remedy who is refused in the portal', () => {
    const codes = listPortalCodes();
    const help = readFileSync(join(root, 'docs', 'operator', 'bila-gagal.md'), 'utf8');
    expect(codes.length).toBeGreaterThan(60);
    expect(findHelpless(codes, help)).toEqual([]);
    expect(findHelpless(['KIRIMAN_TANPA_SEBELUMNYA'], '')).toEqual(['KIRIMAN_TANPA_SEBELUMNYA']);
  });

  it('explain every command with every option', async () => {
    const commands = await listCommands();
    const missing = commands.flatMap(({ nama, opsi }) => {
      const own = manual.split(/^## /m).filter((part) => part.includes(`portal -- ${nama}`));
      if (own.length === 0) return [nama];
      return Object.keys(opsi)
        .filter((name) => !own.some((part) => part.includes(`--${name}`)))
        .map((name) => `${nama} --${name}`);
    });
    expect(commands.length).toBeGreaterThan(0);
    expect(missing).toEqual([]);
  });

  it('give every room of src/ a line in the table of rooms', () => {
    const architecture = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
    const rooms = readdirSync(join(root, 'src'));
    expect(rooms.filter((room) => !new RegExp(`^\\| \\d+ +\\| \\[?${room}\\b`, 'm').test(architecture))).toEqual([]);
  });
});
