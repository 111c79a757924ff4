import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeUp } from '../testing/synthetic-values.ts';
import { ColumnFacts } from './column-facts.ts';
import { findSecrets, isSecretName } from './secret-columns.ts';

const PEOPLE = Array.from({ length: 40 }, (_, index) => makeUp(index));
const hex = (algorithm: string, text: string): string => createHash(algorithm).update(text).digest('hex');

describe('a name', () => {
  it.each([
    'kecap_konci',
    'KecapKonci',
    'tembung_sandi',
    'tembungsandi',
    'tembung wadi',
    'kata_rahasia',
    'kode_konci',
    'sandi',
    'SANDHI',
    'pwd',
    'usr_pswd',
    'kode_otp',
    'hash_sandi',
  ])('%s is secret', (name) => {
    expect(isSecretName(name)).toBe(true);
  });

  it.each(['kecap', 'konci_lemari', 'tengah', 'nama_tengah', 'kecamatan', 'kata_pengantar', 'tmt_jabatan'])(
    '%s is not',
    (name) => {
      expect(isSecretName(name)).toBe(false);
    },
  );
});

describe('values', () => {
  const nips = new ColumnFacts(
    'nip',
    0,
    '',
    PEOPLE.map(({ nip }) => nip),
  );
  const isFound = (write: (nip: string, index: number) => string): boolean => {
    const column = new ColumnFacts(
      'kolom_9',
      1,
      '',
      PEOPLE.map(({ nip }, index) => write(nip, index)),
    );
    return findSecrets([nips, column]).has(column);
  };

  it.each<readonly [what: string, write: (nip: string, index: number) => string]>([
    ['bcrypt', (nip) => `$2y$10$${hex('sha512', nip).slice(0, 53)}`],
    ['bcrypt, cut short by its column', (nip) => `$2a$10$${hex('md5', nip).slice(0, 13)}`],
    ['argon2', (nip) => `$argon2id$v=19$m=65536,t=4,p=1$${hex('sha1', nip)}`],
    ['MD5 with a salt in crypt', (nip) => `$1$${hex('md5', nip).slice(0, 8)}$${hex('md5', nip).slice(0, 22)}`],
    ['phpass', (nip) => `$P$B${hex('md5', nip).slice(0, 30)}`],
    ['SHA-1 of LDAP', (nip) => `{SSHA}${Buffer.from(hex('sha1', nip), 'hex').toString('base64')}`],
    ['Django', (nip) => `pbkdf2_sha256$260000$${hex('md5', nip).slice(0, 12)}$${hex('sha1', nip)}`],
    ['MD5 and its salt', (nip, index) => `${hex('md5', nip)}:s${index}`],
    ['SHA-512', (nip) => hex('sha512', nip)],
    ['old MySQL', (nip) => `5${hex('md5', nip).slice(0, 14)}a`],
    ['MD5 of the NIP', (nip) => hex('md5', nip)],
    ['MD5 of the day of birth', (nip) => hex('md5', nip.slice(6, 8) + nip.slice(4, 6) + nip.slice(0, 4))],
    ['MD5 of one password for nearly all', (nip, index) => hex('md5', index % 5 === 0 ? `${nip}x` : '123456')],
  ])('of %s are secret whatever their column is called', (_, write) => {
    expect(isFound(write)).toBe(true);
  });

  it.each<readonly [what: string, write: (nip: string, index: number) => string]>([
    ['ids of BKN', (nip) => hex('md5', `${nip} id`).toUpperCase()],
    ['NIK', (nip) => nip.slice(0, 16)],
    ['UUIDs', (nip) => hex('md5', nip).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')],
    ['decrees', (_, index) => `821.2/${index}/BKD/2019`],
  ])('that are %s are not', (_, write) => {
    expect(isFound(write)).toBe(false);
  });
});
