import { describe, expect, it } from 'vitest';
import type { ColumnDemands, Source } from '#formats';
import { refuseColumn } from './check-cell.ts';

const PLAIN: ColumnDemands = {
  name: 'a',
  type: 'varchar(5)',
  notNull: false,
  filled: false,
  generated: false,
  touched: false,
  charset: '',
};
const source = (container: 'sql' | 'csv', backslash = true): Source => ({
  path: 'a',
  container,
  gzipped: false,
  encoding: 'utf-8',
  dialect: container === 'sql' ? { kind: 'sql', backslash } : { kind: 'plain' },
  tables: [{ name: 't', columns: ['a'], types: ['varchar(5)'], sample: [] }],
});
const place = { tabel: 't', column: 0, join: -1 };

describe('a cell of a database column', () => {
  it.each<readonly [what: string, demands: Partial<ColumnDemands>, baru: string | null, code: string | undefined]>([
    ['what fits', {}, 'abc', undefined],
    ['too much', {}, 'abcdef', 'TULIS_JENIS_KOLOM'],
    ['a sign that no text holds', {}, 'a\0', 'TULIS_JENIS_KOLOM'],
    ['NULL', {}, null, undefined],
    ['NULL where something must stand', { notNull: true }, null, 'TULIS_KOLOM_WAJIB'],
    ['anything in a column that the database writes', { generated: true }, 'abc', 'TULIS_KOLOM_OTOMATIS'],
    ['letters of another set', { charset: 'latin1' }, 'ł', 'TULIS_HURUF'],
    ['a moment that time zones shift', { type: 'timestamp' }, '2020-01-01 00:00:00', 'TULIS_ZONA_WAKTU'],
    ['a value that is not listed', { type: "enum('L','P')" }, 'X', 'TULIS_JENIS_KOLOM'],
  ])('takes or refuses %s', (_, demands, baru, code) => {
    expect(refuseColumn(source('sql'), place, { ...PLAIN, ...demands }, baru)?.code).toBe(code);
  });

  it('is a moment without a zone in PostgreSQL', () => {
    const demands = { ...PLAIN, type: 'timestamp without time zone' };
    expect(refuseColumn(source('sql', false), place, demands, '2020-01-01 00:00:00')).toBeUndefined();
  });

  it('is looked at by its declared type where the dump tells no more, and not at all in other files', () => {
    expect(refuseColumn(source('sql'), place, undefined, 'abcdef')?.code).toBe('TULIS_JENIS_KOLOM');
    expect(refuseColumn(source('csv'), place, undefined, 'abcdef')).toBeUndefined();
  });
});
