import { describe, expect, it } from 'vitest';
import { makePerson, type Person, runReconcile, toExport } from './testing/deliveries.ts';

const [KUDUS, LAIN] = ['6410', '6411'];

describe('a person whose NIP has a slip, where a row of somebody who left bears the right one', () => {
  const people = Array.from({ length: 30 }, (_, n) => makePerson(n, KUDUS));
  const others = Array.from({ length: 30 }, (_, n) => makePerson(100 + n, LAIN));
  const nobody = { pns_id_bkn: 'null', nip_lama: 'null', nik: 'null' } as const;
  const person = people[7] as Person;
  const slip: Person = { ...person, ...nobody, nip: person.nip?.replace('2010', '2011') ?? '', tmt_cpns: '01-01-2011' };
  const gone: Person = { ...person, ...nobody, kedudukan_hukum_id: '77', kedudukan_hukum: 'Pensiun' };
  const own = [...people.filter((each) => each !== person), slip];

  const run = async (kudus: readonly Person[], lain: readonly Person[]) => {
    const outcome = await runReconcile(toExport([...people, ...others]), {
      [KUDUS]: toExport(kudus),
      [LAIN]: toExport(lain),
    });
    const likely = outcome.rows('pasangan.csv').filter(({ cara }) => cara === 'probabilistik').length;
    return [likely, outcome.rows('hanya-simpeg.csv').filter(({ dugaan }) => dugaan?.startsWith('mungkin sama')).length];
  };

  it.each([
    ['nowhere: both are one', own, others, [1, 0]],
    ['in the same Simpeg: a person decides', [...own, gone], others, [0, 1]],
    ['in the Simpeg of the former instansi: both are one', own, [...others, gone], [1, 0]],
    ['in both: a person decides', [...own, gone], [...others, gone], [0, 1]],
  ])('%s', async (_where, kudus, lain, expected) => {
    expect(await run(kudus, lain)).toEqual(expected);
  });
});
