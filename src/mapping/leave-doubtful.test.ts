import { describe, expect, it } from 'vitest';
import { describeDoubts, leaveDoubtful } from './leave-doubtful.ts';
import { recipeSchema } from './recipe.ts';

function leave(kolom: readonly object[], pilihan: readonly object[] = []) {
  return leaveDoubtful(recipeSchema.parse({ berkas: '', tabel: 't', kolom, pilihan }));
}

const SURAT = { sumber: 'surat', kanonik: 'email', tingkat: 'lemah', bukti: 'nama kolom mirip' };

describe('columns that are only suspected', () => {
  it('are not read, stay among the candidates and are named', () => {
    const kandidat = [{ kanonik: 'email', keyakinan: 0.6 }];
    const { recipe, kolom } = leave([
      { ...SURAT, kandidat },
      { ...SURAT, sumber: 'nip', kanonik: 'nip', tingkat: 'pasti' },
    ]);
    expect(recipe.kolom.map(({ kanonik }) => kanonik)).toEqual([null, 'nip']);
    expect(recipe.kolom[0]).toMatchObject({
      kandidat,
      bukti: expect.stringContaining('tidak dipakai sebelum') as string,
    });
    expect(kolom).toEqual([{ kolom: 'surat', kanonik: 'email' }]);
    expect(describeDoubts(kolom, '6410')).toMatch(/^1 kolom baru dugaan .* surat \(email\?\)\..*--pemetaan 6410=/);
  });

  it.each([
    ['of fields that are not compared', { kanonik: 'jenis_pensiun' }, []],
    [
      'that are parts of a code',
      { kanonik: 'unit_kerja', pembaca: { jenis: 'sambung', kolom: ['surat'], pemisah: '' } },
      [],
    ],
    ['among which a kind chooses', {}, [{ kanonik: 'email', menurut: 'jenis', bila: { 1: 'surat' } }]],
    ['that are more than a suspicion', { tingkat: 'kuat' }, []],
  ])('stay: %s', (_, changes, pilihan) => {
    expect(leave([{ ...SURAT, ...changes }], pilihan).kolom).toEqual([]);
  });
});
