import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#kernel/local-date.ts';
import { findInconsistencies } from '../consistency.ts';
import { createPopulation } from '../population.ts';
import { classifyPelaksana, classifyProgram } from './classify.ts';
import { OWN_LISTS } from './lists.ts';
import { loadLists } from './load-lists.ts';

const folder = fileURLToPath(new URL('../../../../shared/data', import.meta.url));

describe('classifying titles and programmes', () => {
  it.each([
    ['PRAMU TAMU', 'd'],
    ['PENGADMINISTRASI UMUM', 'm'],
    ['PENGELOLA DATA KETERAMPILAN', 'p'],
    ['ANALIS DATA', 's'],
    ['GURU TERAMPIL', undefined],
    ['ANALIS KEBIJAKAN AHLI PERTAMA', undefined],
    ['TEKNISI GIGI PENYELIA', undefined],
  ])('%s: %s', (nama, expected) => {
    expect(classifyPelaksana(nama)).toBe(expected);
  });

  it.each([
    ['40', 'S-1 PENDIDIKAN KIMIA', { bidang: 'guru', gelar: 'S.Pd.' }],
    ['45', 'S-2 TEKNIK SIPIL', { bidang: 'teknik', gelar: 'M.T.' }],
    ['40', 'S-1 KEDOKTERAN UMUM', undefined],
    ['40', '#DELETE#', undefined],
    ['30', 'D-III AKUNTANSI', undefined],
  ])('%s %s', (tingkat, nama, expected) => {
    expect(classifyProgram(tingkat, nama)).toEqual(expected);
  });
});

describe('the project’s own lists', () => {
  it('name every thing once', () => {
    for (const ids of [
      OWN_LISTS.program.map(({ tingkat, nama, bidang }) => `${tingkat} ${nama} ${bidang}`),
      OWN_LISTS.pelaksana.map(([, id]) => id),
      OWN_LISTS.fungsional.flatMap(({ jenjang }) => Object.values(jenjang)),
      OWN_LISTS.daerah.map(({ lokasiId }) => lokasiId),
    ]) {
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

describe('the large lists', () => {
  it.skipIf(!existsSync(folder))(
    'carry a sound population (needs the folder shared/data beside the checkout)',
    async () => {
      const lists = await loadLists(folder);
      expect(lists.pelaksana.length).toBeGreaterThan(50_000);
      expect(lists.daerah.flatMap(({ kecamatan }) => kecamatan)).toHaveLength(576);
      const per = 20251001 as LocalDate;
      const population = createPopulation({ pegawai: 500, benih: 'acuan', per, lists });
      for (const { kode } of population.instansi) {
        for (const person of population.people(kode)) expect(findInconsistencies(person, per)).toEqual([]);
      }
    },
  );

  it('are refused with the name of the file where one is missing', async () => {
    await expect(loadLists(fileURLToPath(new URL('.', import.meta.url)))).rejects.toThrow('pendidikan.csv');
  });
});
