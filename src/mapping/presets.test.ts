import { FIELDS } from '#canonical';
import { describe, expect, it } from 'vitest';
import { findPreset } from './presets.ts';
import { makeUp } from './testing/synthetic-values.ts';
import { csvOf, propose } from './testing/temp-file.ts';

const SIASN = FIELDS.flatMap(({ judulSiasn, nama }) => (judulSiasn === undefined ? [] : [[judulSiasn, nama] as const]));
const PUPNS = FIELDS.flatMap(({ kolomPupns }) => kolomPupns ?? []);

describe('findPreset', () => {
  it('knows the export by its 67 headings, in any order, with columns missing or added', () => {
    const headings = SIASN.map(([heading]) => heading);
    expect(headings).toHaveLength(67);
    expect(findPreset(headings)?.nama).toBe('siasn');
    expect(findPreset(headings.filter((heading) => !['NAMA SEKOLAH', 'FLAG IKD'].includes(heading)))?.nama).toBe(
      'siasn',
    );
    expect(findPreset([...headings.toReversed(), 'ESELON NAMA', 'CATATAN'])?.nama).toBe('siasn');
  });

  it('knows the PUPNS extract', () => {
    expect(findPreset(PUPNS)?.nama).toBe('pupns');
  });

  it("does not take an office's own sheet for an export", () => {
    expect(findPreset(['NIP', 'NAMA', 'TEMPAT LAHIR', 'TANGGAL LAHIR', 'JENIS KELAMIN'])).toBeUndefined();
  });
});

describe('the recipe of an export', () => {
  it('maps every heading to the field that the catalogue gives it', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => {
      const { nip, lahir } = makeUp(index);
      const birth = `${String(lahir.day).padStart(2, '0')}-${String(lahir.month).padStart(2, '0')}-${lahir.year}`;
      return SIASN.map(([, nama]) => (nama === 'nip' ? `'${nip}` : nama === 'tanggal_lahir' ? birth : 'null'));
    });
    const recipe = await propose(
      'bkn.csv',
      csvOf(
        SIASN.map(([heading]) => heading),
        rows,
      ),
    );
    expect(recipe.kolom.map(({ kanonik }) => kanonik)).toEqual(SIASN.map(([, nama]) => nama));
    expect(new Set(recipe.kolom.map(({ tingkat }) => tingkat))).not.toContain('tidak');
  });
});
