import { describe, expect, it } from 'vitest';
import { BULAN } from '#rules/tanggal.ts';
import type { ColumnMapping, Recipe } from '../recipe.ts';
import { changesOf, confirmFile, readingsOf, recogniseFile } from '../testing/recognised.ts';
import { type Day, dmy, iso, type MadeUp, makeUp, valueOf } from '../testing/synthetic-values.ts';
import { csvOf } from '../testing/temp-file.ts';

const PEOPLE = Array.from({ length: 150 }, (_, index) => makeUp(index));
const inWords = ({ day, month, year }: Day): string => `${day} ${BULAN[month - 1] ?? ''} ${year}`;

type Columns = Readonly<Record<string, (person: MadeUp) => string>>;
const field =
  (nama: string) =>
  (person: MadeUp): string =>
    valueOf(nama, person);
const BASE: Columns = {
  nip: field('nip'),
  nama: field('nama'),
  agama: field('agama'),
  no_hp: field('no_hp'),
  status_kawin: field('status_perkawinan'),
  npwp: field('npwp'),
  email: field('email'),
  nik: field('nik'),
  kode_pos: field('kode_pos'),
  gelar_depan: field('gelar_depan'),
  alamat: field('alamat'),
  kelamin: field('jenis_kelamin'),
  tmt_cpns: field('tmt_cpns'),
  gol_darah: field('golongan_darah'),
};
const BASE_COLUMNS = Object.keys(BASE).length;
const textOf = (columns: Columns): string =>
  csvOf(
    Object.keys(columns),
    PEOPLE.map((person) => Object.values(columns).map((value) => value(person))),
  );

/** A confirmed table with these columns beside the usual ones, and what becomes of a delivery with those columns. */
async function drift(before: Columns, now: Columns, change?: (recipe: Recipe) => Recipe) {
  const version = await confirmFile('lama.csv', textOf({ ...BASE, ...before }), change);
  const recognition = await recogniseFile('baru.csv', textOf({ ...BASE, ...now }), version);
  const readings = readingsOf(recognition);
  const isOwn = (line: string): boolean => Object.keys(BASE).some((name) => line.startsWith(`${name}:`));
  expect(readings.filter(isOwn), 'the other columns are read as before').toHaveLength(BASE_COLUMNS);
  return {
    recognition,
    changes: changesOf(recognition),
    sentences: recognition.changes.map(({ kalimat }) => kalimat).join('\n'),
    readings: readings.filter((line) => !isOwn(line)),
    fields: recognition.recipe.kolom.flatMap(({ sumber, kanonik }) =>
      kanonik !== null && !(sumber in BASE) ? [kanonik] : [],
    ),
  };
}

const mapped =
  (...kolom: readonly Pick<ColumnMapping, 'sumber' | 'kanonik' | 'pembaca'>[]) =>
  (recipe: Recipe): Recipe => ({
    ...recipe,
    kolom: [
      ...recipe.kolom.filter(({ sumber }) => !kolom.some((one) => one.sumber === sumber)),
      ...kolom.map((one): ColumnMapping => ({ ...one, keyakinan: 1, tingkat: 'pasti', kandidat: [], bukti: '' })),
    ],
  });

const birth = (person: MadeUp): string => `${valueOf('tempat_lahir', person)}, ${inWords(person.lahir)}`;
const study = (mark: string) => (person: MadeUp) =>
  [['SMA', 'S1', 'S2'][person.index % 3], 'Manajemen', 'UNDIP', String(person.cpns.year - 1)].join(mark);

describe('a column that holds several values', () => {
  it('is read on where it only turned its parts round, for it is read that way too', async () => {
    const turned = await drift({ TTL: birth }, { TTL: (one) => `${iso(one.lahir)} ${valueOf('tempat_lahir', one)}` });
    expect(turned.changes).toEqual([]);
    expect(turned.fields).toEqual(['tempat_lahir', 'tanggal_lahir']);
    const rank = await drift(
      { gol: (one) => `Penata Muda (${valueOf('golongan', one)})` },
      { gol: (one) => `${valueOf('golongan', one)} - Penata Muda` },
    );
    expect(rank.changes).toEqual([]);
    expect(rank.fields).toEqual(['golongan']);
  });

  it('keeps the part that is still there, while the other is asked for', async () => {
    const { changes, fields, sentences } = await drift(
      { TTL: birth },
      { TTL: field('tempat_lahir'), TGL_LHR: ({ lahir }) => dmy(lahir) },
    );
    expect(fields[0]).toBe('tempat_lahir');
    expect(changes).toEqual(['kosong', 'kolom_baru?']);
    expect(sentences).toContain('TGL_LHR');
    expect(sentences).toContain('tanggal_lahir');
  });

  it('is asked about once where its cells can no longer be taken apart, with what is proposed now', async () => {
    const { changes, fields, sentences } = await drift({ Pendidikan: study(' - ') }, { Pendidikan: study('/') });
    expect(fields).toEqual([]);
    expect(changes).toEqual(['bentuk_gabungan?']);
    for (const kanonik of ['pendidikan_tingkat', 'pendidikan_nama', 'pendidikan_lembaga', 'pendidikan_tahun_lulus']) {
      expect(sentences).toContain(kanonik);
    }
    expect(sentences).toContain('A9/A/A/9999');
  });

  it.each<readonly [what: string, now: (person: MadeUp) => string]>([
    ['turned round', (one) => study(' - ')(one).split(' - ').toReversed().join(' - ')],
    [
      'of which two took the place of each other',
      (one) => {
        const [level, programme, school, year] = study(' - ')(one).split(' - ');
        return [level, school, programme, year].join(' - ');
      },
    ],
  ])('is not read where its pieces are the same in number, but %s', async (_, now) => {
    const { changes, recognition } = await drift({ Pendidikan: study(' - ') }, { Pendidikan: now });
    expect(changes).toContain('isi_lain?');
    const places = readingsOf(recognition).filter((line) => line.includes('"ambil":2') || line.includes('"ambil":3'));
    expect(places).toEqual([]);
  });

  it('reads the date in it the other way round where the NIP proves it', async () => {
    const { changes, readings } = await drift(
      { TTL: (one) => `${valueOf('tempat_lahir', one)}, ${dmy(one.lahir, '/')}` },
      {
        TTL: ({ lahir, ...one }) =>
          `${valueOf('tempat_lahir', { lahir, ...one })}, ${lahir.month}/${lahir.day}/${lahir.year}`,
      },
    );
    expect(changes).toEqual(['urutan_tanggal']);
    expect(readings.find((line) => line.includes('tanggal_lahir'))).toContain('"urutan":"mdy"');
  });

  it('is read on under another name', async () => {
    const { changes, fields } = await drift({ TTL: birth }, { TTL_PEGAWAI: birth });
    expect(changes).toEqual(['ganti_nama']);
    expect(fields).toEqual(['tempat_lahir', 'tanggal_lahir']);
  });
});

describe('a value over several columns', () => {
  const thirds = (day: string, month: string, year: string): Columns => ({
    [day]: ({ lahir }) => String(lahir.day),
    [month]: ({ lahir }) => String(lahir.month),
    [year]: ({ lahir }) => String(lahir.year),
  });
  const OLD = thirds('TGL_LAHIR', 'BLN_LAHIR', 'THN_LAHIR');

  it('is put together from its columns under their new names', async () => {
    const { changes, readings } = await drift(OLD, thirds('TGL_LHR', 'BULAN_LHR', 'TAHUN_LHR'));
    expect(changes).toEqual(['ganti_nama', 'ganti_nama', 'ganti_nama']);
    expect(readings).toHaveLength(3);
    expect(readings[0]).toContain(
      '{"jenis":"tanggal_terpisah","hari":"TGL_LHR","bulan":"BULAN_LHR","tahun":"TAHUN_LHR"}',
    );
  });

  it('is left out and asked about once where one of its columns is gone, with the columns by name', async () => {
    const { BLN_LAHIR: _, ...rest } = OLD;
    const { changes, fields, sentences } = await drift(OLD, rest);
    expect(fields).toEqual([]);
    expect(changes).toEqual(['bagian_hilang?']);
    expect(sentences).toMatch(/tanggal_lahir.*TGL_LAHIR, BLN_LAHIR, THN_LAHIR.*BLN_LAHIR tidak ditemukan/);
  });

  it('takes day and month from each other where the NIP proves that they changed places', async () => {
    const { changes, readings } = await drift(OLD, { ...thirds('BLN_LAHIR', 'TGL_LAHIR', 'THN_LAHIR') });
    expect(changes.filter((kind) => kind !== 'urutan_kolom')).toEqual(['urutan_tanggal']);
    expect(readings[0]).toContain('"hari":"BLN_LAHIR","bulan":"TGL_LAHIR"');
  });

  const unit = (place: number) => (person: MadeUp) =>
    ['01', `0${1 + (person.index % 4)}`, `1${person.index % 7}`][place] ?? '';
  const CODES: Columns = { KDU1: unit(0), KDU2: unit(1), KDU3: unit(2) };
  const joined = mapped(
    ...Object.keys(CODES).map((sumber) => ({
      sumber,
      kanonik: 'unit_kerja_id',
      pembaca: { jenis: 'sambung', kolom: Object.keys(CODES), pemisah: '.' } as const,
    })),
  );

  it('joined of codes is asked about where a column of it is gone: a shorter code would be another one', async () => {
    const { KDU3: _, ...rest } = CODES;
    const { changes, fields } = await drift(CODES, rest, joined);
    expect(changes).toEqual(['bagian_hilang?']);
    expect(fields).toEqual([]);
  });
});

describe('groups of columns that are rows', () => {
  const spread: Columns = {
    SMA_TAHUN: ({ cpns }) => String(cpns.year - 6),
    S1_PRODI: ({ index }) => (index % 3 === 0 ? '' : 'Manajemen'),
    S1_TAHUN: ({ index, cpns }) => (index % 3 === 0 ? '' : String(cpns.year - 1)),
    S2_PRODI: ({ index }) => (index % 3 === 2 ? 'Hukum' : ''),
    S2_TAHUN: ({ index, cpns }) => (index % 3 === 2 ? String(cpns.year + 4) : ''),
  };

  it('lose what a lost column told, and keep the rest', async () => {
    const { S2_TAHUN: _, ...rest } = spread;
    const { changes, fields } = await drift(spread, rest);
    expect(changes).toEqual(['bagian_hilang?']);
    expect(new Set(fields)).toEqual(new Set(['pendidikan_nama', 'pendidikan_tingkat']));
  });

  it('are not read at all where the highest group is gone: a lower one would pass for the highest', async () => {
    const { S2_TAHUN: _, S2_PRODI: __, ...rest } = spread;
    const { changes, fields } = await drift(spread, rest);
    expect(changes).toEqual(['bagian_hilang?']);
    expect(fields).toEqual([]);
  });
});

describe('months of service', () => {
  const months = ({ index }: MadeUp): string => String(40 + ((index * 7) % 300));
  it('that became years under the same heading are asked about', async () => {
    const { changes, fields } = await drift(
      { 'MK DALAM BULAN': months },
      { 'MK DALAM BULAN': (one) => String(Math.trunc(Number(months(one)) / 12)) },
    );
    expect(changes).toEqual(['isi_lain?']);
    expect(fields).toEqual([]);
  });
});

describe('what only the NIP tells', () => {
  it('finds people where the column that told it is lost', async () => {
    const { recognition } = await drift({ tgl_lahir: ({ lahir }) => dmy(lahir) }, {});
    expect(recognition.recipe.turunan).toContainEqual({ kanonik: 'tanggal_lahir', dari: 'nip' });
  });
});
