import { describe, expect, it } from 'vitest';
import { MAX_CELL } from '../limits.ts';
import { columnsQuery, firstOf, quoteName, readCatalogue, writingRights } from './sqlserver-catalogue.ts';

const isSecret = (column: string): boolean => column === 'password';
const column = (name: string, type: string, length = '8'): string[] => [
  'dbo',
  'pegawai',
  name,
  type,
  length,
  '12',
  '2',
];
const queryOf = (columns: readonly string[][], keys: readonly string[][] = []): string =>
  readCatalogue(columns, keys, isSecret)[0]?.query ?? '';

describe('the catalogue of SQL Server', () => {
  it.each([
    ['nvarchar', '80', '[k]'],
    ['varchar', '20', '[k]'],
    ['varchar', '-1', `LEFT(CONVERT(nvarchar(max), [k]), ${MAX_CELL + 1})`],
    ['ntext', '16', `LEFT(CONVERT(nvarchar(max), [k]), ${MAX_CELL + 1})`],
    ['xml', '-1', `LEFT(CONVERT(nvarchar(max), [k]), ${MAX_CELL + 1})`],
    ['bigint', '8', 'CONVERT(varchar(20), [k])'],
    ['bit', '1', 'CONVERT(varchar(20), [k])'],
    ['decimal', '17', 'CONVERT(varchar(41), [k])'],
    ['money', '8', 'CONVERT(varchar(30), [k], 2)'],
    ['float', '8', '[k]'],
    ['date', '3', 'CONVERT(char(10), [k], 23)'],
    ['datetime', '8', 'CONVERT(varchar(40), [k], 121)'],
    ['datetimeoffset', '10', 'CONVERT(varchar(40), [k], 121)'],
    ['uniqueidentifier', '16', 'CONVERT(char(36), [k])'],
    ['binary', '16', 'CONVERT(varchar(510), [k], 2)'],
    ['varbinary', '-1', 'NULL'],
    ['varbinary', '8000', 'NULL'],
    ['image', '16', 'NULL'],
    ['timestamp', '8', 'NULL'],
    ['geography', '-1', 'NULL'],
    ['', '-1', 'NULL'],
  ])('asks for a column of type %s(%s) as text made by the server', (type, length, expected) => {
    expect(queryOf([column('k', type, length)])).toBe(`SELECT ${expected} FROM [dbo].[pegawai] OPTION (MAXDOP 1)`);
  });

  it('never asks for a secret, keeps the order of the rows, and cuts no name', () => {
    const columns = [column('id', 'int'), column('password', 'varchar', '40'), column('a]b', 'varchar', '5')];
    expect(queryOf(columns, [['dbo', 'pegawai', 'id', 'DESC']])).toBe(
      'SELECT CONVERT(varchar(20), [id]), NULL, [a]]b] FROM [dbo].[pegawai] ORDER BY [id] DESC OPTION (MAXDOP 1)',
    );
    // A key that the account may not read cannot be sorted by.
    expect(queryOf(columns, [['dbo', 'pegawai', 'rahasia', '']])).not.toContain('ORDER BY');
    expect(queryOf(columns, [['arsip', 'pegawai', 'id', '']])).not.toContain('ORDER BY');
    expect(firstOf(queryOf([column('SELECT', 'varchar', '5')]), 200)).toMatch(/^SELECT TOP \(200\) \[SELECT\] FROM/);
    expect(quoteName('x]; DROP TABLE y')).toBe('[x]]; DROP TABLE y]');
  });

  it('names tables with their schema and columns with their type', () => {
    const [table] = readCatalogue(
      [
        column('nip', 'varchar', '18'),
        column('nama', 'nvarchar', '80'),
        column('gaji', 'decimal', '9'),
        column('ket', 'nvarchar', '-1'),
        column('lahir', 'date'),
      ],
      [],
      isSecret,
    );
    expect([table?.name, table?.types]).toEqual([
      'dbo.pegawai',
      ['varchar(18)', 'nvarchar(40)', 'decimal(12,2)', 'nvarchar(max)', 'date'],
    ]);
  });

  it.each([
    [['CONNECT', 'SELECT', 'VIEW DEFINITION', 'VIEW ANY COLUMN MASTER KEY DEFINITION', 'UNMASK'], undefined],
    [[], undefined],
    [['CONNECT', 'SELECT', 'INSERT'], 'INSERT'],
    [['SELECT', 'EXECUTE'], 'EXECUTE'],
    [['CONTROL', 'ALTER', 'UPDATE', 'DELETE', 'INSERT'], 'ALTER, CONTROL, DELETE, INSERT, ...'],
  ])('of the rights %j finds those that change something', (rights, expected) => {
    expect(writingRights(rights)).toBe(expected);
  });

  it('leaves out masked and encrypted columns where a server has them', () => {
    expect(columnsQuery(true)).toContain('is_masked = 0');
    expect(columnsQuery(false)).not.toMatch(/is_masked|encryption_type/);
  });
});
