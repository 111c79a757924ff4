import { describe, expect, it } from 'vitest';
import type { Filter } from '../recipe.ts';
import { recipeSchema } from '../recipe.ts';
import { compileFilters } from './row-filters.ts';

/** What the filter says about a row of one cell. */
function judge(filter: Partial<Filter>, value: string): string | undefined {
  const saring = [{ sumber: 'kedudukan', nilai: [], selain: false, alasan: 'tidak_aktif' as const, ...filter }];
  const bytes = new TextEncoder().encode(value);
  const recipe = recipeSchema.parse({ berkas: 'a.csv', tabel: 'a', kolom: [], saring });
  return compileFilters(recipe, ['kedudukan'])(bytes, Int32Array.of(0, bytes.length), 0);
}

describe('a row filter', () => {
  it.each([
    'Pemberhentian dengan hak pensiun',
    '  PEMBERHENTIAN dengan  hak pensiun ',
    'Pemberhentian\u00a0dengan hak pensiun',
    'Pemberhentian\u00c2\u00a0dengan hak pensiun',
    'Pemberhentian\u00c2 dengan hak pensiun',
    'Pemberhentian dengan hak pensiun.',
  ])('knows a word of leaving however it is written: %j', (value) => {
    expect(judge({ nilai: ['Pemberhentian dengan hak pensiun'] }, value)).toBe('BARIS_TIDAK_AKTIF');
  });

  it('lets other words and codes through', () => {
    expect(judge({ nilai: ['Pensiun'] }, 'Masa Persiapan Pensiun')).toBeUndefined();
    expect(judge({ nilai: ['1'] }, '01')).toBeUndefined();
    expect(judge({ nilai: ['0'] }, '')).toBeUndefined();
  });

  it('turned round, drops every value that is not listed', () => {
    expect(judge({ nilai: ['1', ''], selain: true }, ' ')).toBeUndefined();
    expect(judge({ nilai: ['1', ''], selain: true }, '7')).toBe('BARIS_TIDAK_AKTIF');
  });
});
