import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MESSAGES } from '#kernel/messages.ts';
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
