import { describe, expect, it } from 'vitest';
import { readCatalogue, writingRights } from './mysql-catalogue.ts';

describe('the rights of an account', () => {
  it.each([
    [['GRANT USAGE ON *.* TO `p`@`%`', 'GRANT SELECT ON `simpeg`.* TO `p`@`%`'], undefined],
    [['GRANT SELECT (`nip`, `nama`), SHOW VIEW ON `simpeg`.`pegawai` TO `p`@`%`'], undefined],
    [["GRANT SELECT, LOCK TABLES ON *.* TO `p`@`%` IDENTIFIED BY PASSWORD '*X'"], undefined],
    [['GRANT SELECT, INSERT, UPDATE (`nip`, `a`) ON `simpeg`.* TO `p`@`%`'], 'INSERT, UPDATE'],
    [['GRANT ALL PRIVILEGES ON *.* TO `root`@`localhost` WITH GRANT OPTION'], 'ALL PRIVILEGES, GRANT OPTION'],
    [['GRANT FILE, SUPER ON *.* TO `p`@`%`'], 'FILE, SUPER'],
    [['GRANT `pembaca` TO `p`@`%`'], undefined],
  ])('%j', (grants, expected) => expect(writingRights(grants)).toBe(expected));
});

describe('the question for the rows of a table', () => {
  it('leaves out secrets and pictures, cuts endless texts, and keeps the order of the key', () => {
    const column = (name: string, type: string, length = ''): string[] => ['p`x', 'InnoDB', name, type, type, length];
    const [table] = readCatalogue(
      [
        column('nip', 'bigint'),
        column('password', 'varchar'),
        column('foto', 'longblob'),
        column('aktif', 'bit'),
        column('isi', 'longtext'),
      ],
      [['p`x', 'nip']],
      (name) => name === 'password',
    );
    expect(table?.query).toBe('SELECT `nip`, NULL, NULL, `aktif` + 0, LEFT(`isi`, 1048577) FROM `p``x` ORDER BY `nip`');
    expect(table?.columns).toEqual(['nip', 'password', 'foto', 'aktif', 'isi']);
  });
});
