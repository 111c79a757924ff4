import { assert, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import { plainFileName } from './file-name.ts';

it.each([
  ['Simpeg Kudus.xlsx', 'Simpeg Kudus.xlsx'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Data\\kudus.csv', 'kudus.csv'],
  ['..', 'berkas'],
  ['a/..', 'berkas'],
  ['.', 'berkas'],
  ['', 'berkas'],
  ['\u202Egnp.csv', 'gnp.csv'],
  ['a\r\nX: y.csv', 'aX: y.csv'],
  [`${'é'.repeat(250)}.csv`, `${'é'.repeat(98)}.csv`],
  ['é'.repeat(250), 'é'.repeat(100)],
])('%j is kept as %j (B14)', (name, expected) => {
  expect(plainFileName(name)).toBe(expected);
});

it('is a name that a folder can hold, whatever was sent (B14)', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 255 }), (name) => {
      const plain = plainFileName(name);
      return (
        plain !== '' && plain !== '.' && plain !== '..' && !/[/\\\p{C}]/u.test(plain) && Buffer.byteLength(plain) <= 200
      );
    }),
  );
});
