import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSecretBox, isSealed } from './secret-box.ts';

const SECRET = 'JBSWY3DPEHPK3PXP';

describe('a box of secrets', () => {
  const [old, young] = [randomBytes(32), randomBytes(32)];
  const box = createSecretBox(() => [old]);

  it('gives back what was put in, to whom it belongs only', () => {
    const sealed = box.seal(SECRET, 'a');
    expect(sealed).not.toContain(SECRET);
    expect(isSealed(sealed)).toBe(true);
    expect(isSealed(SECRET)).toBe(false);
    expect(box.open(sealed, 'a')).toBe(SECRET);
    expect(box.open(sealed, 'b')).toBeUndefined();
    expect(box.seal(SECRET, 'a')).not.toBe(sealed);
  });

  it.each([
    ['a changed sign', (text: string) => `${text.slice(0, -2)}${text.at(-2) === 'A' ? 'B' : 'A'}${text.slice(-1)}`],
    ['a cut end', (text: string) => text.slice(0, -6)],
    ['a short tag', (text: string) => text.replace(/[\w-]+$/, 'AAAA')],
    ['plain text', () => SECRET],
    ['nothing', () => ''],
  ])('opens nothing with %s', (_, change) => {
    expect(box.open(change(box.seal(SECRET, 'a')), 'a')).toBeUndefined();
  });

  it('takes a new key while it is open, and still opens what the old one closed', () => {
    let keys = [old];
    const running = createSecretBox(() => keys);
    const sealed = running.seal(SECRET, 'a');
    keys = [young, old];
    const byCommand = createSecretBox(() => keys);
    const anew = byCommand.seal(SECRET, 'a');
    expect([byCommand.isCurrent(sealed), byCommand.isCurrent(anew)]).toEqual([false, true]);
    expect([running.open(anew, 'a'), running.open(sealed, 'a'), byCommand.open(sealed, 'a')]).toEqual([
      SECRET,
      SECRET,
      SECRET,
    ]);
    keys = [young];
    expect(createSecretBox(() => keys).open(sealed, 'a')).toBeUndefined();
  });

  it('is not made without a key', () => {
    expect(() => createSecretBox(() => []).seal(SECRET, 'a')).toThrow();
    expect(() => createSecretBox(() => [randomBytes(16)]).seal(SECRET, 'a')).toThrow();
  });
});
