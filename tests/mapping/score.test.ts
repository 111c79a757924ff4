import { expect, it } from 'vitest';
import type { Recipe } from '../../src/mapping/index.ts';
import type { FilledTable } from './fill.ts';
import { f1Of, scoreTable } from './score.ts';
import type { ColumnTruth } from './write-values.ts';

const filled = (truths: readonly ColumnTruth[]): FilledTable => ({
  csv: '',
  cells: [],
  truths,
  support: new Map(),
  ids: new Map(),
});

type Told = readonly [sumber: string, kanonik: string | null, pembaca: Recipe['kolom'][number]['pembaca']];

const recipe = (columns: readonly Told[]): Recipe => ({
  berkas: 'uji.csv',
  tabel: 'uji',
  entitas: 'pegawai',
  baris: 0,
  rahasia: [],
  saring: [],
  gabung: [],
  pilihan: [],
  kolom: columns.map(([sumber, kanonik, pembaca]) => ({
    sumber,
    kanonik,
    keyakinan: 0.9,
    tingkat: 'kuat',
    kandidat: kanonik === null ? [] : [{ kanonik, keyakinan: 0.9 }],
    pembaca,
    bukti: '',
  })),
});

const BIRTH: ColumnTruth = {
  name: 'TTL',
  canonical: 'tempat_lahir',
  secret: false,
  order: 'dmy',
  further: [{ field: 'tanggal_lahir', isNeeded: true }],
};
const place: Told = ['TTL', 'tempat_lahir', { jenis: 'teks_tanggal', ambil: 'teks', urutan: 'dmy' }];
const day: Told = ['TTL', 'tanggal_lahir', { jenis: 'teks_tanggal', ambil: 'tanggal', urutan: 'dmy' }];
const counts = (truth: ColumnTruth, columns: readonly Told[]) => {
  const { right, wrong, missed, orders } = scoreTable(recipe(columns), filled([truth]));
  return { right, wrong, missed, orders };
};

it('of a cell with several fields each counts', () => {
  expect(counts(BIRTH, [place, day])).toEqual({ right: 2, wrong: 0, missed: 0, orders: { right: 1, all: 1 } });
  expect(counts(BIRTH, [day, place])).toMatchObject({ right: 2, wrong: 0, missed: 0 });
  expect(counts(BIRTH, [place])).toMatchObject({ right: 1, wrong: 0, missed: 1 });
  expect(counts(BIRTH, [day])).toMatchObject({ right: 1, wrong: 0, missed: 1 });
  expect(counts(BIRTH, [['TTL', null, { jenis: 'langsung' }]])).toMatchObject({ right: 0, wrong: 0, missed: 2 });
  expect(counts(BIRTH, [place, ['TTL', 'tmt_cpns', day[2]]])).toMatchObject({ right: 1, wrong: 1, missed: 1 });
});

it('a field that may be found in a cell is neither asked for nor wrong', () => {
  const badge: ColumnTruth = {
    name: 'BADGE',
    canonical: null,
    secret: false,
    further: [{ field: 'nip_lokal', isNeeded: false }],
  };
  const told = (kanonik: string | null): Told => ['BADGE', kanonik, { jenis: 'langsung' }];
  expect(counts(badge, [told(null)])).toMatchObject({ right: 0, wrong: 0, missed: 0 });
  expect(counts(badge, [told('nip_lokal')])).toMatchObject({ right: 0, wrong: 0, missed: 0 });
  expect(counts(badge, [told('nip')])).toMatchObject({ right: 0, wrong: 1, missed: 0 });
});

it('a column that only the reader of another names has its field', () => {
  const parts = ['HARI', 'BULAN', 'TAHUN'].map(
    (name): ColumnTruth => ({ name, canonical: 'tanggal_lahir', secret: false }),
  );
  const told: Told = [
    'TAHUN',
    'tanggal_lahir',
    { jenis: 'tanggal_terpisah', hari: 'HARI', bulan: 'BULAN', tahun: 'TAHUN' },
  ];
  expect(f1Of(scoreTable(recipe([told]), filled(parts)))).toBe(1);
  expect(f1Of(scoreTable(recipe([['TAHUN', 'tanggal_lahir', { jenis: 'langsung' }]]), filled(parts)))).toBeLessThan(1);
});
