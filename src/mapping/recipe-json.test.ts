import { describe, expect, it } from 'vitest';
import { formatRecipe, parseRecipe } from './recipe-json.ts';
import { makeUp } from './testing/synthetic-values.ts';
import { csvOf, propose } from './testing/temp-file.ts';

describe('a recipe as JSON', () => {
  it('comes back as it was', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => [makeUp(index).nip, `ORANG ${'A'.repeat(1 + index)}`]);
    const recipe = await propose('a.csv', csvOf(['nip', 'nama'], rows), { tabel: 'a' });
    const parsed = await parseRecipe(formatRecipe(recipe));
    expect(parsed).toEqual({ ok: true, value: recipe });
  });

  it('may be shortened by hand to names and fields', async () => {
    const parsed = await parseRecipe('{"berkas":"a.csv","tabel":"a","kolom":[{"sumber":"NIP","kanonik":"nip"}]}');
    expect(parsed.ok && parsed.value.kolom[0]).toMatchObject({ kanonik: 'nip', pembaca: { jenis: 'langsung' } });
  });

  it.each([
    ['no JSON at all', 'PEMETAAN_BUKAN_JSON'],
    ['{"berkas":"a","tabel":"b","kolom":[{"sumber":1}]}', 'PEMETAAN_SALAH'],
    ['[]', 'PEMETAAN_SALAH'],
  ])('%s is refused with the place of the fault', async (text, code) => {
    expect(await parseRecipe(text, 'p.json')).toMatchObject({ ok: false, error: { code } });
  });
});
