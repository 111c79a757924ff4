import { describe, expect, it } from 'vitest';
import type { RowBlock } from '#formats';
import { openReference } from '#reference';
import { type ColumnMapping, recipeSchema } from '../recipe.ts';
import { compilePlan } from './compile.ts';
import { createRow } from './row.ts';
import { EMPTY, getSlot, UNUSABLE } from './slots.ts';
import { createUnderstand } from './understand.ts';

const understand = createUnderstand(openReference());

function blockOf(cells: readonly string[]): RowBlock {
  const texts = cells.map((cell) => Buffer.from(cell));
  const ends = texts.map((_, index) => texts.slice(0, index + 1).reduce((sum, { length }) => sum + length, 0));
  return {
    bytes: Buffer.concat(texts),
    cells: Int32Array.from(ends.flatMap((end, index) => [ends[index - 1] ?? 0, end])),
    columns: cells.length,
    rows: 1,
    rowNumbers: Int32Array.of(1),
    problems: [],
  };
}

/** What the one cell of a column is read as: its integer, and the problems that were reported. */
function read(kanonik: 'agama' | 'golongan' | 'eselon' | 'jabatan', pembaca: ColumnMapping['pembaca'], cell: string) {
  const problems: string[] = [];
  const recipe = recipeSchema.parse({ berkas: '', tabel: '', kolom: [{ sumber: 'kode', kanonik, pembaca }] });
  const plan = compilePlan({
    recipe,
    columns: ['kode'],
    lookups: new Map(),
    understand,
    report: (_column, value, code) => problems.push(`${value} ${code}`),
  });
  const row = createRow();
  plan.readRow(blockOf([cell]), 0, row);
  const slot = getSlot(kanonik);
  const entry = row.ints[slot.int] as number;
  return { entry, problems, code: plan.dictionaries[slot.dictionary]?.entries[entry]?.code };
}

const LANGSUNG = { jenis: 'langsung' } as const;
const LOCAL = { jenis: 'kode', tabel: { '1': 'I/a', '17': 'IV/e' } } as const;

describe('the code 0', () => {
  it.each([
    ['a national list without it', 'agama', LANGSUNG, '0'],
    ['golongan', 'golongan', LANGSUNG, '0'],
    ['a dictionary without it', 'golongan', LOCAL, '0'],
    ['a column of texts', 'jabatan', LANGSUNG, '0'],
    ['a dictionary without it, in two digits', 'golongan', LOCAL, '00'],
  ] as const)('is empty in %s', (_name, kanonik, pembaca, cell) => {
    expect(read(kanonik, pembaca, cell)).toMatchObject({ entry: EMPTY, problems: [] });
  });

  it('is a value where the list has it', () => {
    expect(read('eselon', LANGSUNG, '0')).toMatchObject({ code: '00', problems: [] });
    expect(read('agama', { jenis: 'kode', tabel: { '0': 'Islam' } }, '0')).toMatchObject({ code: '1', problems: [] });
  });
});

describe('a local code without a dictionary', () => {
  it('is a value even where it is 0: what it means is learned', () => {
    expect(read('agama', { jenis: 'kode_lokal' }, '0').entry).toBeGreaterThan(EMPTY);
  });
});

describe('a code outside of a short list', () => {
  it.each([
    ['beside an empty text', ['-', '8'], 'id 8'],
    ['beside a text', ['Kejawen', '8'], 'nama Kejawen'],
    ['in the text alone', ['Kejawen', ''], 'nama Kejawen'],
  ] as const)('%s is reported with the column in which it stands', (_name, cells, expected) => {
    const problems: string[] = [];
    const kolom = [
      { sumber: 'nama', kanonik: 'agama', pembaca: LANGSUNG },
      { sumber: 'id', kanonik: 'agama_id', pembaca: LANGSUNG },
    ];
    const plan = compilePlan({
      recipe: recipeSchema.parse({ berkas: '', tabel: '', kolom }),
      columns: ['nama', 'id'],
      lookups: new Map(),
      understand,
      report: (column, value) => problems.push(`${kolom[column]?.sumber} ${value}`),
    });
    plan.readRow(blockOf(cells), 0, createRow());
    expect(problems).toEqual([expected]);
  });

  it('is reported and not used', () => {
    expect(read('agama', LANGSUNG, '8')).toMatchObject({ entry: UNUSABLE, problems: ['8 KODE_TIDAK_DIKENAL'] });
  });
});
