import { array, assert, integer, pre, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgePassword, makeOneTimePassword, PASSWORD_MAX, PASSWORD_MIN } from './password.ts';

const judge = (password: string): string | undefined => judgePassword(password, 'sri.rahayu');

describe('a new password', () => {
  it.each([
    // as counts of breached passwords have them, made long enough
    'password1234',
    'Password123!',
    'P@ssw0rd2026',
    'qwertyuiop123',
    'qwerty123456',
    'iloveyou1234',
    'iloveyou2026!',
    '123456789012',
    '1q2w3e4r5t6y',
    'abcdefghijkl',
    'administrator1',
    'welcome12345',
    'princess1234',
    'zxcvbnm12345',
    'football2026',
    'letmein123456',
    'superman12345',
    'asdfghjkl123',
    // whole ones that leaked often
    '123qweasdzxc',
    'unbelievable',
    'peanutbutter',
    'finalfantasy',
    // and those of here
    'bismillah123',
    'Bismillah2026!',
    'sayangku1234',
    'cintaku12345',
    'indonesia123',
    'Indonesia1945',
    'IndonesiaRaya45',
    'katasandi123',
    'rahasia12345',
    'jawatengah2026',
    'semarang2026',
    'persebaya1927',
    'doraemon1234',
    'muhammad12345',
    'alhamdulillah',
    'allahuakbar99',
    'bkdkudus2026',
    'pegawai12345',
    'simpeg123456',
    'sayangkamu123',
    'merdeka17081945',
    // numbers that others know
    '198001012010011901',
    '081234567890',
    '17-08-1945-2026',
    'sandisandisandi',
  ])('may not be %j, which is guessed', (password) => {
    expect(judge(password)).toMatch(/^(tersusun dari kata|terlalu banyak mengulang)/);
  });

  it.each([
    'empat kata yang panjang',
    'lima kata lain yang panjang',
    'kuda poni biru berlari',
    'gerobak-merah-hujan-petang',
    'sandi baru yang cukup panjang',
    'kalimat yang panjang',
    'contoh-portal-2026',
    'tebing laut kuning 4821',
    'jaka tingkir naik getek',
    'Xk7-plok-vbe2-9q',
    'pendek sekal',
  ])('may be %j', (password) => {
    expect(judge(password)).toBeUndefined();
  });

  it('of the portal itself is never refused as common', () => {
    for (let turn = 0; turn < 20_000; turn++)
      if (judge(makeOneTimePassword()) !== undefined) throw new Error('a first password is refused');
  });

  it('that chance makes is not refused for being common', () => {
    assert(
      property(array(integer({ min: 0, max: 25 }), { minLength: 20, maxLength: 40 }), (letters) => {
        const text = letters.map((n) => String.fromCodePoint(97 + n)).join('');
        pre(new Set(text).size > 8 && !/(.)\1/.test(text));
        expect(judge(text)).toBeUndefined();
      }),
      { numRuns: 200, seed: 3 },
    );
  });

  it('is judged at once, whatever is typed', () => {
    for (const sign of ['a', 'sayang', '😀', ' ', '\u0301'])
      expect(
        typeof judge(sign.repeat(PASSWORD_MAX)) === 'string' || judge(sign.repeat(PASSWORD_MAX)) === undefined,
      ).toBe(true);
    expect(judge('x'.repeat(PASSWORD_MIN - 1))).toMatch(/terlalu pendek/);
  });
});
