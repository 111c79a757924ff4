import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEmail } from '#rules/email.ts';
import { parseTelepon } from '#rules/telepon.ts';
import { isPlainEmail, isPlainPhone } from './contact-cells.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const from = (letters: string, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from(letters)), maxLength }).map((text) => text.trim());

describe('a plain cell', () => {
  it('of a telephone number is one by the rule', () => {
    const text = fc.oneof(from('0128+-/. ()', 20), from('08123/,E', 18));
    fc.assert(
      fc.property(text, (phone) => {
        const reading = parseTelepon(phone);
        const bytes = encode(phone);
        return !isPlainPhone(bytes, 0, bytes.length) || (reading.ok && reading.value !== undefined);
      }),
      { numRuns: 3000 },
    );
  });

  it('of an e-mail is one by the rule', () => {
    fc.assert(
      fc.property(fc.oneof(from('ab1.-_@', 14), from('a.@ ,A', 9)), (email) => {
        const reading = parseEmail(email);
        const bytes = encode(email);
        return !isPlainEmail(bytes, 0, bytes.length) || (reading.ok && reading.value !== undefined);
      }),
      { numRuns: 3000 },
    );
  });

  it.each(['081234567890', '+62 812-3456-7890', '(024) 7471234', '081234567890/085700000001'])('is %s', (text) => {
    expect(isPlainPhone(encode(text), 0, text.length)).toBe(true);
  });

  it.each(['nama@contoh.id', 'Nama.Orang_1@dinas-a.go.id'])('is %s', (text) => {
    expect(isPlainEmail(encode(text), 0, text.length)).toBe(true);
  });
});
