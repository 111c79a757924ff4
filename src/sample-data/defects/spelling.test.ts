import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareGelar } from '#rules/gelar.ts';
import { compareNama } from '#rules/nama.ts';
import { compareTeks } from '#rules/teks.ts';
import { parseTelepon, teleponAgrees } from '#rules/telepon.ts';
import { misspell } from './name-variants.ts';
import { addBlanks, respellPhone, respellPost, respellTitles, respellUnit } from './spelling.ts';

const seed = fc.integer({ min: 0, max: 0xffff_ffff });
const NAMES = ['SITI AMINAH', 'MUHAMMAD CHOIRUL ANAM', 'SRI WAHYUNI', 'DJOKO SOETRISNO', 'TRI HANDAYANI', 'SUGENG'];
const POSTS = [
  'KEPALA SEKSI PENGENDALIAN',
  'Guru Ahli Muda',
  'KEPALA SUB BAGIAN UMUM DAN KEPEGAWAIAN',
  'PENGADMINISTRASI UMUM',
];
const UNITS = ['SD NEGERI 3 CANDI', 'DINAS KESEHATAN', 'KECAMATAN AMPEL', 'PUSKESMAS BOJA', 'BAGIAN HUKUM'];
const TITLES = ['S.Pd.', 'S.Kep., Ners', 'dr.', 'A.Md.Kep.', 'S.E., M.M.', 'Drs.'];

describe('spellings of one and the same thing', () => {
  it('misspells a name so that people still see the same name, never the same or another one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), seed, (name, chance) => {
        const variant = misspell(name, chance);
        if (variant !== undefined) expect(compareNama(variant, name).kelas).toBe('mirip');
      }),
    );
    expect(NAMES.filter((name) => misspell(name, 7) !== undefined).length).toBeGreaterThan(4);
  });

  it.each([
    ['titles', TITLES, respellTitles, compareGelar],
    ['posts', POSTS, respellPost, compareTeks],
    ['units', UNITS, respellUnit, compareTeks],
  ] as const)('writes %s differently with the same meaning', (_, values, respell, compare) => {
    fc.assert(
      fc.property(fc.constantFrom(...values), seed, (value, chance) => {
        const form = respell(value, chance);
        if (form === undefined) return;
        expect(form).not.toBe(value);
        expect(compare(form, value).kelas).toBe('sama');
      }),
    );
  });

  it('writes a telephone number in a form that still names it', () => {
    fc.assert(
      fc.property(seed, (chance) => {
        const [form, plain] = [parseTelepon(respellPhone('081200001234', chance)), parseTelepon('081200001234')];
        expect(form.ok && plain.ok && teleponAgrees(form.value ?? [], plain.value ?? [])).toBe(true);
      }),
    );
  });

  it('adds blanks and nothing else', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), seed, (name, chance) => {
        const dirty = addBlanks(name, chance);
        expect(dirty).not.toBe(name);
        expect(dirty.trim().replaceAll(/ +/g, ' ')).toBe(name);
      }),
    );
  });
});
