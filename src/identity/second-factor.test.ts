import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { makeTotp, stepOfCode } from './second-factor.ts';

const NOW = Date.UTC(2026, 10, 27, 12, 0, 10);
const STEP = Math.floor(NOW / 30_000);

describe('codes of the second factor', () => {
  const { rahasia, alamat, gambar } = makeTotp('pengelola.kudus');
  const codeAt = (steps: number) =>
    new TOTP({ secret: Secret.fromBase32(rahasia) }).generate({ timestamp: NOW + steps * 30_000 });

  it.each([
    [-2, undefined],
    [-1, STEP - 1],
    [0, STEP],
    [1, STEP + 1],
    [2, undefined],
  ])('of %i steps from now belong to step %s', (steps, step) => {
    expect(stepOfCode(rahasia, codeAt(steps), NOW, 0)).toBe(step);
  });

  it('are good once, and none before one that was used', () => {
    expect(stepOfCode(rahasia, codeAt(0), NOW, STEP)).toBeUndefined();
    expect(stepOfCode(rahasia, codeAt(-1), NOW, STEP)).toBeUndefined();
    expect(stepOfCode(rahasia, codeAt(1), NOW, STEP)).toBe(STEP + 1);
  });

  it('are good again when the clock was set back behind the one that was used, once each (E6)', () => {
    expect(stepOfCode(rahasia, codeAt(0), NOW, STEP + 240)).toBe(STEP);
    expect(stepOfCode(rahasia, codeAt(0), NOW, STEP + 2)).toBeUndefined();
  });

  it('are set up by an address that names the portal and the user, and its picture', () => {
    expect(alamat).toMatch(/^otpauth:\/\/totp\/Portal%20Kepegawaian%20Jateng:pengelola\.kudus\?/);
    expect(gambar).toMatch(/^<svg[^]*<\/svg>$/);
  });
});
