import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mendEncoding } from './mojibake.ts';

const WINDOWS_1252 = new TextDecoder('windows-1252');

/** UTF-8 read as Windows-1252, as a careless import does. */
function damage(text: string): string {
  return WINDOWS_1252.decode(new TextEncoder().encode(text));
}

describe('mendEncoding', () => {
  it.each([
    ['MAâ€™RUF', 'MA’RUF'],
    ['JosÃ©', 'José'],
    ['Laki â€“ Laki', 'Laki – Laki'],
    ['SITIÂ\u00a0AMINAH', 'SITI\u00a0AMINAH'],
    ['SITIÂ AMINAH', 'SITI AMINAH'],
    ['SITI AMINAH', 'SITI AMINAH'],
    ['José', 'José'],
    ['', ''],
  ])('%s becomes %s', (text, expected) => {
    expect(mendEncoding(text)).toBe(expected);
  });

  it('undoes one and two rounds of damage to Latin text and common marks', () => {
    const text = fc.string({
      unit: fc.constantFrom('A', 'b', ' ', 'é', 'ü', '’', '“', '–', '…', '\u00a0'),
      maxLength: 20,
    });
    fc.assert(
      fc.property(text, (original) => {
        expect(mendEncoding(damage(original))).toBe(original);
        expect(mendEncoding(damage(damage(original)))).toBe(original);
      }),
    );
  });

  it('leaves text alone that is not damaged', () => {
    const text = fc.string({ unit: fc.constantFrom('A', 'b', ' ', '-', "'", '1', 'é', '’', 'N', '–'), maxLength: 20 });
    fc.assert(
      fc.property(text, (original) => {
        expect(mendEncoding(original)).toBe(original);
      }),
    );
  });
});
