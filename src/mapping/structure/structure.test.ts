import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromRows } from '../sample/table-sample.ts';
import { makeUp, valueOf } from '../testing/synthetic-values.ts';
import { columnNames } from '../column-names.ts';
import { findYardstick } from '../propose/yardstick.ts';
import { keepableProfile, profileColumn } from './column-profile.ts';
import { compareProfiles, findContradiction } from './compare-profiles.ts';
import { fingerprintStructure, fingerprintTable, typeFamily } from './fingerprint.ts';

const columns = (headings: readonly string[]) => columnNames(headings).map((nama) => ({ nama, jenis: '' }));

describe('the fingerprint of a structure', () => {
  const heading = fc.constantFrom('nip', 'NAMA', 'Tgl Lahir', 'Nomor', '', 'kd_agama', 'Kolom', 'sk (2)');

  it('knows nothing of the order of columns, also where headings repeat or are empty', () => {
    fc.assert(
      fc.property(
        fc
          .array(heading, { minLength: 1, maxLength: 12 })
          .chain((headings) =>
            fc.tuple(fc.constant(headings), fc.shuffledSubarray(headings, { minLength: headings.length })),
          ),
        ([headings, shuffled]) => {
          expect(fingerprintTable(columns(shuffled))).toBe(fingerprintTable(columns(headings)));
        },
      ),
    );
  });

  it.each([
    ['another spelling of a heading', ['TGL_LAHIR', 'nip'], true],
    ['a renamed column', ['tanggal_lahir', 'nip'], false],
    ['a new column', ['tgl lahir', 'nip', 'nik'], false],
    ['a lost column', ['nip'], false],
    ['a heading twice', ['tgl lahir', 'nip', 'nip'], false],
  ])('with %s', (_, headings, isSame) => {
    expect(fingerprintTable(columns(headings)) === fingerprintTable(columns(['Tgl Lahir', 'NIP']))).toBe(isSame);
  });

  it('knows the family of a declared type and not its length', () => {
    expect(['varchar(20)', 'char(18)', 'c(18)', 'text'].map(typeFamily)).toEqual(Array(4).fill('teks'));
    expect(['int(11)', 'n(2)', 'numeric(10,2)', 'bigint'].map(typeFamily)).toEqual(Array(4).fill('angka'));
    expect(['date', 'd(8)', 'datetime', 'timestamp'].map(typeFamily)).toEqual(Array(4).fill('tanggal'));
  });

  it('covers the tables beside the people by their names, and the people by none', () => {
    const people = (nama: string) => ({ nama, peran: 'pegawai', kolom: columns(['nip', 'id_agama']) });
    const codes = (nama: string) => ({ nama, peran: 'kode', kolom: columns(['id', 'nama']) });
    const known = fingerprintStructure([people('pegawai'), codes('r_agama')]);
    expect(fingerprintStructure([codes('r_agama'), people('Sheet1')])).toBe(known);
    expect(fingerprintStructure([people('pegawai'), codes('r_gol')])).not.toBe(known);
    expect(fingerprintStructure([people('pegawai')])).not.toBe(known);
  });
});

const PEOPLE = Array.from({ length: 120 }, (_, index) => makeUp(index));
const FIELDS = [
  'nip',
  'nama',
  'nik',
  'npwp',
  'no_hp',
  'email',
  'alamat',
  'tanggal_lahir',
  'tmt_cpns',
  'no_sk_cpns',
  'agama',
  'golongan',
];
const SAMPLE = fromRows(
  'pegawai',
  FIELDS,
  [],
  PEOPLE.map((person) => FIELDS.map((field) => valueOf(field, person))),
  PEOPLE.length,
);

describe('the profile of a column', () => {
  const yardstick = findYardstick(SAMPLE);
  const profiles = SAMPLE.columns.map((facts) => profileColumn(facts, yardstick));

  it('holds no value of a person, known as such or not', () => {
    for (const isKnown of [true, false]) {
      for (const facts of SAMPLE.columns.slice(0, 10)) {
        const text = JSON.stringify(keepableProfile(facts, yardstick, isKnown ? facts.name : null));
        const told = [...facts.distinct.keys()].filter((value) => value.length > 3 && text.includes(value));
        expect(told, facts.name).toEqual([]);
      }
    }
  });

  it('holds a code only where five people share it', () => {
    const rows = PEOPLE.map(({ index }) => [index < 4 ? 'KHONGHUCU' : index < 9 ? 'Hindu' : 'Islam']);
    const [facts] = fromRows('a', ['agama'], [], rows, rows.length).columns;
    expect(facts && keepableProfile(facts, yardstick, 'agama').isi).toEqual({ HINDU: 0.042, ISLAM: 0.925 });
  });

  it('is most alike to itself', () => {
    for (const [i, profile] of profiles.entries()) {
      const others = profiles.map((other) => compareProfiles(profile, other)?.total ?? 0);
      expect(Math.max(...others), FIELDS[i]).toBe(others[i]);
      expect(findContradiction(profile, profile)).toBeUndefined();
    }
  });
});
