import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeEvent, isDescribed } from './events.ts';

const root = join(import.meta.dirname, '..');

/** Every kind of event that a file records, read from its text. */
function kindsIn(text: string): readonly string[] {
  const recorded = [...text.matchAll(/recordEvent\([^;]*?tindakan:([^\n]*)/g)].map(([, rest = '']) => rest);
  const own = [...text.matchAll(/\brecord\(transaction, user, ([^\n]*)\)/g)].map(([, rest = '']) => rest);
  return [...recorded, ...own].flatMap((rest) => {
    const kinds = [...rest.matchAll(/'([a-z.-]+)'/g)].map(([, kind = '']) => kind);
    // A kind that is put together cannot be looked up here, so it counts as one that nobody described.
    return kinds.length > 0 ? kinds : [rest.trim()];
  });
}

describe('events of the audit trail', () => {
  it('are described in words, each kind that the portal records', () => {
    const kinds = globSync('**/*.ts', { cwd: root, exclude: ['**/*.test.ts'] }).flatMap((name) =>
      kindsIn(readFileSync(join(root, name), 'utf8')),
    );
    expect(new Set(kinds).size).toBeGreaterThan(20);
    // A comparison inside the same line (`job.jenis === 'kembalikan'`) is no kind of event.
    expect([...new Set(kinds)].filter((kind) => kind !== 'kembalikan' && !isDescribed(kind))).toEqual([]);
  });

  it('that nobody described are found', () => {
    const planted =
      "await recordEvent(transaction, {\n  pelaku,\n  tindakan: isNew ? 'hantu.muncul' : 'hantu.pergi',\n});";
    expect(kindsIn(planted)).toEqual(['hantu.muncul', 'hantu.pergi']);
    expect(isDescribed('hantu.muncul')).toBe(false);
    const joined = 'await recordEvent(transaction, {\n  tindakan: `${daftar}.hantu`,\n});';
    expect(kindsIn(joined)).toEqual(['`${daftar}.hantu`,']);
  });

  it.each([
    ['masuk', {}, 'Masuk ke portal'],
    ['masuk.gagal', {}, 'Gagal masuk dengan kata sandi'],
    ['masuk.gagal', { cara: 'kunci-sandi' }, 'Gagal masuk dengan kunci sandi'],
    [
      'pengguna.ubah',
      { aktifSebelum: true, aktifSesudah: false, peranSebelum: 'pengelola', peranSesudah: 'pengelola' },
      'Menutup akun',
    ],
    [
      'pengguna.ubah',
      {
        aktifSebelum: true,
        aktifSesudah: true,
        peranSebelum: 'pengelola',
        peranSesudah: 'pimpinan',
        surelDiubah: true,
      },
      'Mengubah peran dari pengelola ke pimpinan, mengubah surel dinas',
    ],
    ['audit.periksa', { peristiwa: 48_213, putus: 0 }, 'Memeriksa rantai jejak: 48.213 peristiwa, utuh'],
    ['kelak.ada', {}, 'kelak.ada'],
  ])('%s %o: %s', (tindakan, rincian, words) => expect(describeEvent(tindakan, rincian)).toBe(words));
});
