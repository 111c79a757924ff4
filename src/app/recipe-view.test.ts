import { describe, expect, it } from 'vitest';
import { parseRecipe } from '#mapping';
import { formatRecipeView } from './recipe-view.ts';

const many = Array.from({ length: 40 }, (_, n) => ({ sumber: `KOLOM_LAIN_${n}`, kanonik: null }));
const written = await parseRecipe(
  JSON.stringify({
    berkas: 'kudus.xlsx',
    tabel: 'pegawai',
    baris: 11042,
    kolom: [
      { sumber: 'NIP Baru', kanonik: 'nip', tingkat: 'pasti', bukti: 'x'.repeat(300) },
      { sumber: 'k'.repeat(90), kanonik: 'agama', tingkat: 'lemah' },
      ...many,
    ],
    rahasia: ['password'],
  }),
);

describe('the view of a proposed recipe', () => {
  it.each([185, 100])('keeps to a screen of %d columns and names every column', (width) => {
    const text = written.ok ? formatRecipeView(written.value, width) : '';
    const lines = text.split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    expect(text).toContain('11.042 baris: 2 dari 42 kolom dipakai');
    expect(text).toMatch(/^NIP Baru +nip +pasti +x+…$/m);
    for (const { sumber } of many) expect(text).toContain(sumber);
    expect(text).toContain('tidak pernah dibaca (1): password');
    expect(text).toMatch(/buktinya lemah \(1\):\s+k+ = agama/);
  });
});
