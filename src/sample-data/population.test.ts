import { describe, expect, it } from 'vitest';
import { addMonths, dayNumber, type LocalDate, monthsBetween, parseIsoDate } from '#kernel/local-date.ts';
import { findInconsistencies } from './consistency.ts';
import type { Facts, Person } from './person.ts';
import { birthShares, cpnsShares, GOLONGAN_SHARES } from './plan/margins.ts';
import { createPopulation, type Population } from './population.ts';

const PER = 20251001 as LocalDate;
/** The rules at 20,000 and the margins at 50,000 people: npm run sample:people */
const PEOPLE = Number(process.env.SAMPLE_PEOPLE ?? 2000);

const population = createPopulation({ pegawai: PEOPLE, benih: 'uji', per: PER });

function* everybody(of: Population = population): Iterable<Person> {
  for (const { kode } of of.instansi) yield* of.people(kode);
}

function countBy(people: Iterable<Person>, key: (facts: Facts) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const person of people) {
    if (person.jenisAsn !== 'pns' || person.leaving) continue;
    const value = key(person.factsAt(PER));
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

const share = (counts: Map<string, number>, ...keys: string[]): number =>
  (100 * keys.reduce((sum, key) => sum + (counts.get(key) ?? 0), 0)) / PEOPLE;

/** Within two points of a hundred. */
function near(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(2);
}

describe('the population', () => {
  it('is sound in every person', () => {
    const wrong = [...everybody()].flatMap((person) => {
      const found = findInconsistencies(person, PER);
      return found.length > 0 ? [`${person.orangId}: ${found.join(', ')}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('is sound a year and a half later, with everybody who has come and gone', () => {
    const living = createPopulation({ pegawai: 2000, benih: 'uji', per: PER, months: 18 });
    const later = addMonths(PER, 18);
    const people = [...everybody(living)];
    const wrong = people.flatMap((person) => {
      const found = findInconsistencies(person, later);
      return found.length > 0 ? [`${person.orangId}: ${found.join(', ')}`] : [];
    });
    expect(wrong).toEqual([]);
    expect(people.filter(({ masuk }) => masuk > PER).length).toBeGreaterThan(30);
    const now = createPopulation({ pegawai: 2000, benih: 'uji', per: PER });
    const before = [...now.people('6410')].map((person) => [person.factsAt(PER), person.factsOfBkn(PER)]);
    const same = [...living.people('6410')].slice(0, before.length);
    expect(same.map((person) => [person.factsAt(PER), person.factsOfBkn(PER)])).toEqual(before);
  });

  it.each([20240301, 20241201, 20260315, 20271001])('is sound at the cut-off %d', (per) => {
    const other = createPopulation({ pegawai: 500, benih: 'lain', per: per as LocalDate });
    const wrong = [...everybody(other)].flatMap((person) => findInconsistencies(person, per as LocalDate));
    expect(wrong).toEqual([]);
  });

  it('decrees with numbers of their own, mostly 10 to 60 days before they take effect', () => {
    let early = 0;
    let rows = 0;
    for (const { kode } of population.instansi) {
      const numbers = new Set<string>();
      for (const { jenisAsn, riwayat } of population.people(kode)) {
        if (jenisAsn !== 'pns') continue;
        for (const { tmt, tglSk, noSk } of [...riwayat.pangkat, ...riwayat.jabatan, ...riwayat.kgb]) {
          const days = dayNumber(tmt) - dayNumber(tglSk);
          if (days >= 10 && days <= 60) early++;
          rows++;
          expect(numbers.has(noSk)).toBe(false);
          numbers.add(noSk);
        }
      }
    }
    expect(early / rows).toBeGreaterThan(0.7);
  });

  it('lets two in a thousand wait longer than two years to become PNS', () => {
    const waits = [...everybody()].flatMap((person) => {
      if (person.jenisAsn !== 'pns') return [];
      const { tmt_cpns = '', tmt_pns } = person.factsAt(PER);
      const [from, until] = [parseIsoDate(tmt_cpns), parseIsoDate(tmt_pns ?? '')];
      return from === undefined || until === undefined ? [] : [monthsBetween(from, until)];
    });
    const long = waits.filter((months) => months > 24).length / waits.length;
    expect(Math.abs(long - 0.002)).toBeLessThan(4 * Math.sqrt(0.002 / waits.length));
  });

  it('gives nobody the number of another', () => {
    const seen = new Map<string, number>();
    let people = 0;
    for (const person of everybody()) {
      const { nip, nip_lama, nik, pns_id_bkn, karpeg } = person.factsAt(PER);
      people++;
      const own = [
        person.orangId,
        nip ?? person.orangId,
        nip_lama,
        nik,
        pns_id_bkn?.toUpperCase().replaceAll('-', ''),
        karpeg,
      ];
      for (const number of new Set(own)) if (number !== undefined) seen.set(number, (seen.get(number) ?? 0) + 1);
    }
    expect(people).toBe(population.instansi.reduce((sum, { total }) => sum + total, 0));
    expect([...seen].filter(([, times]) => times > 1)).toEqual([]);
  });

  it('is the same people in the same order every time, and in any order of the offices', () => {
    const again = createPopulation({ pegawai: PEOPLE, benih: 'uji', per: PER });
    for (const kode of ['6475', '6400', '6410']) {
      const first = [...population.people(kode)].map((person) => [
        person.factsAt(PER),
        person.riwayat,
        person.factsOfBkn(PER),
      ]);
      const second = [...again.people(kode)].map((person) => [
        person.factsAt(PER),
        person.riwayat,
        person.factsOfBkn(PER),
      ]);
      expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    }
  });

  it('is other people for another seed', () => {
    const other = createPopulation({ pegawai: PEOPLE, benih: 'uji2', per: PER });
    const nips = new Set([...everybody(other)].map((person) => person.factsAt(PER).pns_id_bkn));
    expect([...population.people('6475')].some((person) => nips.has(person.factsAt(PER).pns_id_bkn))).toBe(false);
  });

  it('has the extra kinds where the families have them', () => {
    for (const { office, pns, pppk, nonAsn, mantan } of population.instansi) {
      const { keluarga } = office;
      expect(pppk).toBe('AE'.includes(keluarga) ? Math.round(pns * 0.1) : 0);
      expect(nonAsn).toBe('ACH'.includes(keluarga) ? Math.round(pns * 0.03) : 0);
      expect(mantan).toBe(Math.round(pns * 0.06));
    }
    expect(population.instansi.reduce((sum, { pns }) => sum + pns, 0)).toBe(PEOPLE);
  });

  it('knows every event by its day: yesterday’s facts come from the rows until then', () => {
    for (const person of population.people('6472')) {
      for (const row of person.riwayat.jabatan) expect(person.factsAt(row.tmt).tmt_jabatan).toBe(row.facts.tmt_jabatan);
      for (const row of person.riwayat.pangkat) expect(person.factsAt(row.tmt)).toMatchObject(row.facts);
    }
  });

  it('lets BKN lag by at most two months', () => {
    const before = 20250801 as LocalDate;
    for (const person of population.people('6403')) {
      const { golongan, unit_kerja_id } = person.factsOfBkn(PER);
      const possible = [before, 20250901 as LocalDate, PER].map((date) => person.factsAt(date));
      expect(possible.map((facts) => facts.golongan)).toContain(golongan);
      expect(possible.map((facts) => facts.unit_kerja_id)).toContain(unit_kerja_id);
    }
  });

  it('seats at most one person on a structural post', () => {
    for (const { kode } of population.instansi) {
      const seats = [...population.people(kode)]
        .filter(({ leaving, jenisAsn }) => !leaving && jenisAsn === 'pns')
        .map((person) => person.factsAt(PER))
        .flatMap(({ jenis_jabatan_id, unit_kerja_id }) => (jenis_jabatan_id === '1' ? [unit_kerja_id] : []));
      expect(new Set(seats).size).toBe(seats.length);
    }
  });
});

describe('the margins of the population', () => {
  it('are met by golongan', () => {
    const counts = countBy(everybody(), ({ golongan = '' }) => golongan);
    const labels = ['I', 'II', 'III', 'IV'].flatMap((group) => ['a', 'b', 'c', 'd'].map((step) => `${group}/${step}`));
    for (const [at, label] of labels.entries()) near(share(counts, label), GOLONGAN_SHARES[at] ?? 0);
  });

  it('are met by birth and appointment, in spans of five years', () => {
    for (const [field, shares] of [
      ['tanggal_lahir', birthShares(0)],
      ['tmt_cpns', cpnsShares(0)],
    ] as const) {
      const counts = countBy(everybody(), (facts) => String(Math.floor(Number(facts[field]?.slice(0, 4)) / 5) * 5));
      for (let year = 1965; year < 2030; year += 5) {
        const expected = shares
          .filter(([one]) => one >= year && one < year + 5)
          .reduce((sum, [, part]) => sum + part, 0);
        near(share(counts, String(year)), expected);
      }
    }
  });

  it('are met by sex, post, education, religion and titles', () => {
    near(
      share(
        countBy(everybody(), ({ jenis_kelamin = '' }) => jenis_kelamin),
        'F',
      ),
      66,
    );
    const posts = countBy(everybody(), ({ jenis_jabatan_id = '' }) => jenis_jabatan_id);
    for (const [kode, expected] of [
      ['1', 15],
      ['2', 63],
      ['4', 22],
    ] as const)
      near(share(posts, kode), expected);
    const levels = countBy(everybody(), ({ pendidikan_tingkat_id = '' }) => pendidikan_tingkat_id);
    near(share(levels, '40', '35'), 64);
    near(share(levels, '30'), 13);
    near(share(levels, '15', '17', '18'), 9.5);
    near(share(levels, '45'), 11);
    near(
      share(
        countBy(everybody(), ({ agama = '' }) => agama),
        'Islam',
      ),
      96,
    );
    near(
      share(
        countBy(everybody(), ({ gelar_depan }) => (gelar_depan ? 'ada' : '')),
        'ada',
      ),
      7,
    );
    near(
      share(
        countBy(everybody(), ({ gelar_belakang }) => (gelar_belakang ? 'ada' : '')),
        'ada',
      ),
      87,
    );
    near(
      share(
        countBy(everybody(), ({ kedudukan_hukum_id = '' }) => kedudukan_hukum_id),
        '01',
      ),
      98.3,
    );
  });
});

describe('the units of an office', () => {
  it('form one forest of unique units, parents before children', () => {
    for (const { kode } of population.instansi) {
      const units = population.units(kode);
      expect(new Set(units.map(({ id }) => id.toUpperCase())).size).toBe(units.length);
      expect(new Set(units.map(({ kode: place }) => place)).size).toBe(units.length);
      for (const [at, { induk, indukId, perangkat, tingkat }] of units.entries()) {
        expect(induk).toBeLessThan(at);
        expect(indukId).toBe(units[induk]?.id);
        expect(tingkat).toBe((units[induk]?.tingkat ?? 0) + 1);
        expect(units[perangkat]?.tingkat).toBe(1);
      }
    }
  });

  it('hold all who work there, in the area of the office', () => {
    for (const kode of ['6400', '6410', '6475']) {
      const units = new Map(population.units(kode).map((unit) => [unit.id, unit]));
      for (const person of population.people(kode)) {
        const { unit_kerja_id, unit_organisasi_induk_id, lokasi_kerja } = person.factsAt(PER);
        const unit = units.get(unit_kerja_id ?? '');
        expect(unit?.daerah.nama).toBe(lokasi_kerja);
        expect(units.get(unit_organisasi_induk_id ?? '')?.tingkat).toBe(1);
      }
    }
  });
});
