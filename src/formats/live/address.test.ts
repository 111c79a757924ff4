import { describe, expect, it } from 'vitest';
import { describeProblem } from '#kernel/problem.ts';
import { formatAddress, isAddress, parseAddress, passwordVariable } from './address.ts';

const codeOf = (text: string): string => {
  const address = parseAddress(text);
  return address.ok ? 'ok' : address.error.code;
};

describe('the address of a database', () => {
  it.each([
    ['mysql://pembaca@10.1.2.3/simpeg', 'mysql://pembaca@10.1.2.3:3306/simpeg', true],
    ['mariadb://pembaca@DB.Kudus.go.id:3307/simpeg', 'mysql://pembaca@db.kudus.go.id:3307/simpeg', true],
    ['postgresql://pembaca@localhost/simpeg', 'postgresql://pembaca@localhost:5432/simpeg', false],
    ['postgres://pembaca@[::1]:5433/simpeg', 'postgresql://pembaca@[::1]:5433/simpeg', false],
    ['sqlserver://pembaca@10.1.2.3/simpeg', 'sqlserver://pembaca@10.1.2.3:1433/simpeg', true],
    ['mssql://pembaca@db:1533/simpeg?potret=tanpa', 'sqlserver://pembaca@db:1533/simpeg', true],
    ['mysql://pembaca@127.0.0.1/simpeg?tls=wajib', 'mysql://pembaca@127.0.0.1:3306/simpeg', true],
    ['mysql://pembaca@db/simpeg?tls=mati', 'mysql://pembaca@db:3306/simpeg', false],
  ])('%s is read, encrypted unless it stays on this computer', (text, plain, tls) => {
    const address = parseAddress(text);
    expect(address.ok && [formatAddress(address.value), address.value.tls]).toEqual([plain, tls]);
  });

  it.each(['C:\\data\\simpeg.sql', 'data/simpeg.sql', '/srv/mysql/simpeg.csv', 'mysql.sql', 'http://x/y'])(
    '%s is the name of a file',
    (text) => expect(isAddress(text)).toBe(false),
  );

  it.each([
    ['mysql://host/simpeg', 'ALAMAT_SALAH'],
    ['mysql://pembaca@/simpeg', 'ALAMAT_SALAH'],
    ['mysql://pembaca@host', 'ALAMAT_SALAH'],
    ['mysql://pembaca@host/', 'ALAMAT_SALAH'],
    ['mysql://pembaca@host/a/b', 'ALAMAT_SALAH'],
    ['mysql://pembaca@host/simpeg?ssl=0', 'ALAMAT_SALAH'],
    ['mysql://pembaca@host/simpeg?tls=mungkin', 'ALAMAT_SALAH'],
    ['mysql://pembaca@host:99999/simpeg', 'ALAMAT_SALAH'],
    ['mysql://pembaca@host/%zz', 'ALAMAT_SALAH'],
    ['mysql://pembaca@host/simpeg?potret=tanpa', 'ALAMAT_SALAH'],
    ['sqlserver://pembaca@host/simpeg?potret=mungkin', 'ALAMAT_SALAH'],
    ['firebird://pembaca@host/simpeg', 'ALAMAT_SERVER_LAIN'],
    ['oracle://pembaca@host/simpeg', 'ALAMAT_SERVER_LAIN'],
  ])('%s is refused with the way it should look', (text, code) => expect(codeOf(text)).toBe(code));

  it.each([
    'mysql://pembaca:rahasia9@host/simpeg',
    'mysql://pembaca:rahasia9@host:3306/simpeg',
    'mysql://pembaca:ra/ha@sia9@host/simpeg',
    'mysql://:rahasia9@host/simpeg',
    'mysql://pembaca:ra?rahasia9@host/simpeg',
    'mysql://pembaca@host/simpeg?password=rahasia9',
    'mysql://pembaca:rahasia9',
    'mysql://pembaca:ra#rahasia9@host/simpeg',
  ])('with a password is refused, and the sentence does not repeat it: %s', (text) => {
    const address = parseAddress(text);
    expect(address.ok).toBe(false);
    if (!address.ok) expect(describeProblem(address.error)).not.toMatch(/sia9/);
  });

  it('names the variable of its password after account and host', () => {
    expect(passwordVariable({ akun: 'pembaca', host: '10.1.2.3' })).toBe('SANDI_PEMBACA_10_1_2_3');
    expect(passwordVariable({ akun: 'baca-saja', host: 'db.kudus.go.id' })).toBe('SANDI_BACA_SAJA_DB_KUDUS_GO_ID');
  });
});
