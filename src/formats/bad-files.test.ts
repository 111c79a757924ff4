import { isUtf8 } from 'node:buffer';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { describeProblem, type Problem, RefusedFile } from '#kernel/problem.ts';
import { openSource } from './open-source.ts';
import { readTable } from './read-table.ts';
import { makeDbf } from './testing/dbf.ts';
import { tempFolder } from './testing/files.ts';
import type { RowBlock, Source } from './types.ts';

/**
 * Some hundred damaged files of every kind. Whatever the damage, a file is either refused with a sentence, or every row
 * number is delivered or reported exactly once; never another error, never broken text, never an endless loop.
 */

const folder = tempFolder();
afterAll(() => folder.remove());

const ROWS = 400;
const people = Array.from({ length: ROWS }, (_, row) => ({
  nip: `19920101201801${1 + (row % 2)}${String(row % 1000).padStart(3, '0')}`,
  nama: row % 7 === 0 ? `MA'RUF "${row}", Désirée` : `SITI ${row}`,
  tanggal: `0${1 + (row % 9)}-12-1992`,
  unit: `Dinas Pendidikan; Bidang ${row % 12}`,
}));
const lists = people.map((one) => Object.values(one));
const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const sqlText = (text: string): string => `'${text.replaceAll("'", "\\'")}'`;
const csv = (delimiter: string, lineEnd: string): string =>
  ['nip,nama,tanggal,unit'.replaceAll(',', delimiter), ...lists.map((row) => row.map(quote).join(delimiter))].join(
    lineEnd,
  );
const plain = `nip|nama|tanggal|unit\n${lists.map((row) => row.join('|')).join('\n')}\n`;
const create = 'CREATE TABLE `pegawai` (`nip` varchar(18), `nama` text, `tanggal` text, `unit` text) ENGINE=InnoDB;\n';
const tuples = lists.map((row) => `(${row.map(sqlText).join(',')})`);

const BASES: Readonly<Record<string, Buffer>> = {
  'csv quoted': Buffer.from(csv(',', '\r\n')),
  'csv semicolon': Buffer.from(csv(';', '\n')),
  'csv CR': Buffer.from(csv(',', '\r')),
  'csv plain': Buffer.from(plain),
  'csv latin1': Buffer.from(plain, 'latin1'),
  'csv utf-16': Buffer.from(`\uFEFF${plain}`, 'utf16le'),
  'csv gzip': gzipSync(plain),
  'sql many': Buffer.from(
    `-- MySQL dump\n${create}INSERT INTO \`pegawai\` VALUES ${tuples.join(',\n')};\nUNLOCK TABLES;\n`,
  ),
  'sql single': Buffer.from(
    `${create}${tuples.map((row) => `INSERT INTO \`pegawai\` (nip,nama,tanggal,unit) VALUES ${row};`).join('\n')}\n`,
  ),
  'sql copy': Buffer.from(
    `-- PostgreSQL database dump\nCOPY pegawai (nip, nama, tanggal, unit) FROM stdin;\n${lists.map((row) => row.join('\t')).join('\n')}\n\\.\n`,
  ),
  'sql gzip': gzipSync(`${create}INSERT INTO pegawai VALUES ${tuples.join(',')};\n`),
  dbf: makeDbf({
    fields: [18, 40, 10, 40].map((length, at) => ({ name: `KOLOM${at}`, type: 'C', length })),
    records: lists.map((cells) => ({ cells })),
  }),
  json: Buffer.from(JSON.stringify({ status: 'ok', data: people })),
  ndjson: Buffer.from(people.map((one) => JSON.stringify(one)).join('\n')),
  'json gzip': gzipSync(JSON.stringify(people)),
};

/** A small generator of numbers, so that every run damages the same bytes. */
function randomOf(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

type Damage = (bytes: Buffer, random: (limit: number) => number) => Buffer;

const DAMAGES: Readonly<Record<string, Damage>> = {
  cut: (bytes, random) => bytes.subarray(0, 1 + random(bytes.length - 1)),
  'beginning lost': (bytes, random) => bytes.subarray(1 + random(bytes.length - 1)),
  'bytes flipped': (bytes, random) => {
    const copy = Buffer.from(bytes);
    for (let count = 1 + random(8); count > 0; count--) copy[random(copy.length)] = random(256);
    return copy;
  },
  'a quote put in': (bytes, random) => splice(bytes, random(bytes.length), 0, Buffer.from('"')),
  'NUL put in': (bytes, random) => splice(bytes, random(bytes.length), 0, Buffer.alloc(1 + random(3))),
  'a piece lost': (bytes, random) => splice(bytes, random(bytes.length), 1 + random(300), Buffer.alloc(0)),
  'a piece twice': (bytes, random) => {
    const at = random(bytes.length - 300);
    return splice(bytes, at, 0, bytes.subarray(at, at + random(300)));
  },
  'noise put in': (bytes, random) =>
    splice(bytes, random(bytes.length), 0, Buffer.from(Array.from({ length: 1 + random(40) }, () => random(256)))),
  'line ends put in': (bytes, random) =>
    splice(bytes, random(bytes.length), 0, Buffer.from('\n'.repeat(1 + random(3)))),
  'latin1 put in': (bytes, random) =>
    splice(bytes, random(bytes.length), 0, Buffer.from('D\xe9\x93\xed\xa0\x80', 'latin1')),
};

function splice(bytes: Buffer, at: number, lost: number, added: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at + lost)]);
}

function checkSentence(problem: Problem): void {
  const sentence = describeProblem(problem);
  expect(sentence).not.toMatch(/[{}]/);
  expect(sentence.length).toBeGreaterThan(20);
}

/** Fails as `expect` would, but costs nothing where it holds: it is asked of every cell. */
function must(holds: boolean, promise: string): void {
  if (!holds) expect.fail(promise);
}

/** Texts of the delivered rows by number; every promise about a block is checked on the way. */
function checkBlock(block: RowBlock, seen: Map<number, string[] | 'reported'>): void {
  for (let row = 0; row < block.rows; row++) {
    const texts: string[] = [];
    for (let at = 2 * row * block.columns; texts.length < block.columns; at += 2) {
      const [start = -1, end = -1] = block.cells.subarray(at, at + 2);
      must(start >= 0 && start <= end && end <= block.bytes.length, 'a cell lies inside its block');
      const cell = block.bytes.subarray(start, end);
      must(isUtf8(cell) && !cell.includes(0), 'a cell is whole text');
      texts.push(Buffer.from(cell).toString());
    }
    const number = block.rowNumbers[row] ?? 0;
    must(!seen.has(number), 'a row number comes once');
    seen.set(number, texts);
  }
  for (const { row, column, problem } of block.problems) {
    checkSentence(problem);
    must(column < block.columns, 'a problem names a column of the table');
    if (column < 0) {
      must(!seen.has(row), 'a row number comes once');
      seen.set(row, 'reported');
    }
  }
}

async function readChecked(source: Source, table: string): Promise<Map<number, string[] | 'reported'>> {
  const seen = new Map<number, string[] | 'reported'>();
  try {
    for await (const block of readTable(source, table)) checkBlock(block, seen);
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    checkSentence(error.problem);
  }
  // No number is left out: rows read = rows delivered + rows reported.
  const numbers = [...seen.keys()].toSorted((a, b) => a - b);
  expect(numbers.filter((number, at) => number !== at + 1)).toEqual([]);
  return seen;
}

describe.each(Object.keys(BASES))('%s', (base) => {
  const bytes = BASES[base] ?? Buffer.alloc(0);

  it('whole, gives every row', async () => {
    const result = await openSource(folder.write('utuh', bytes));
    if (!result.ok) throw new Error(describeProblem(result.error));
    const table = result.value.tables[0]?.name ?? '';
    const seen = await readChecked(result.value, table);
    expect([...seen.values()]).toEqual(lists);
  });

  it.each(Object.entries(DAMAGES).flatMap(([name, damage]) => [1, 2, 3].map((seed) => [name, seed, damage] as const)))(
    'damaged: %s (%i)',
    async (name, seed, damage) => {
      const random = randomOf(seed * 7_919 + base.length * 104_729 + name.length);
      const result = await openSource(folder.write('rusak', damage(bytes, random)));
      if (!result.ok) return checkSentence(result.error);
      for (const table of result.value.tables) {
        const seen = await readChecked(result.value, table.name);
        if (name === 'cut') checkPrefix(seen);
      }
    },
  );

  it.each([0.1, 0.5, 0.9])('cut at %f keeps the rows before the cut', async (share) => {
    const result = await openSource(folder.write('potong', bytes.subarray(0, Math.floor(bytes.length * share))));
    if (!result.ok) throw new Error(describeProblem(result.error));
    const seen = await readChecked(result.value, result.value.tables[0]?.name ?? '');
    checkPrefix(seen);
    // Packed bytes and records of equal width do not lie where the rows lie.
    expect(seen.size).toBeGreaterThan(ROWS * share * (base.endsWith('gzip') ? 0.3 : 0.8) - 12);
  });
});

/** Rows before a cut are the rows of the whole file; only the last may have lost its end. */
function checkPrefix(seen: ReadonlyMap<number, string[] | 'reported'>): void {
  const wrong = [...seen].filter(
    ([number, texts]) =>
      texts !== 'reported' && number < seen.size && JSON.stringify(texts) !== JSON.stringify(lists[number - 1]),
  );
  expect(wrong).toEqual([]);
}

it('a damaged member of gzip keeps the rows before the damage', async () => {
  const packed = gzipSync(Array.from({ length: 80_000 }, (_, row) => `${row},${(row * 7_919) % 10_007}`).join('\n'));
  packed.fill(0x55, packed.length - 2_000, packed.length - 1_900);
  expect(() => gunzipSync(packed)).toThrow();
  const result = await openSource(folder.write('anggota.gz', packed));
  if (!result.ok) throw new Error(describeProblem(result.error));
  const seen = await readChecked(result.value, 'anggota');
  expect(seen.size).toBeGreaterThan(70_000);
  expect(seen.get(seen.size)).toBe('reported');
});
