import { describe, expect, it } from 'vitest';
import { iso, type MadeUp, makeUp } from '../testing/synthetic-values.ts';
import { columnOf, csvOf, propose } from '../testing/temp-file.ts';

const PEOPLE = Array.from({ length: 80 }, (_, index) => makeUp(index));
const cpns = (person: MadeUp): string => iso(person.cpns);

/** One column beside NIP and birth date: what it is taken for, and how surely. */
async function sureness(name: string, value: (person: MadeUp) => string) {
  const rows = PEOPLE.map((person) => [person.nip, iso(person.lahir), value(person)]);
  const { kanonik, tingkat } = columnOf(await propose('a.csv', csvOf(['nip', 'tgl_lahir', name], rows)), name);
  return { kanonik, tingkat };
}

describe('`pasti` asks for evidence that cannot coincide', () => {
  it('takes the dates of the NIP for the TMT CPNS where the name says so', async () => {
    expect(await sureness('tmt_cpns', cpns)).toEqual({ kanonik: 'tmt_cpns', tingkat: 'pasti' });
  });

  // duty began on the day of appointment, and the column of the appointment may be missing
  it.each(['tmt_spmt_cpns', 'tmt_unit_kerja', 'kolom_7', 'tmt_kedudukan_hukum'])(
    'never does for the same dates under "%s"',
    async (name) => {
      expect(await sureness(name, cpns)).not.toEqual({ kanonik: 'tmt_cpns', tingkat: 'pasti' });
    },
  );

  it.each([
    ['ADDRESS2', ({ index }: MadeUp) => ['KRAJAN', 'NGEMPLAK', 'SIDOMULYO'][index % 3] ?? ''],
    ['tmt2', (person: MadeUp) => iso({ ...person.cpns, year: person.cpns.year + 1 })],
  ])('is not sure of "%s", one of several', async (name, value) => {
    expect((await sureness(name, value)).tingkat).not.toBe('pasti');
  });

  it('is not sure of a place of work that holds units', async () => {
    const unit = ({ index }: MadeUp): string => `SEKSI ${'ABCDEFGHIJKL'.charAt(index % 12)} BIDANG UMUM`;
    expect((await sureness('work_location', unit)).tingkat).not.toBe('pasti');
  });

  it('does not take many programmes for levels of education', async () => {
    const programme = ({ index }: MadeUp): string =>
      `S-1 PROGRAM ${String.fromCharCode(65 + (index % 26))}${index % 2}`;
    expect((await sureness('JURUSAN PEND. AKHIR', programme)).kanonik).not.toBe('pendidikan_tingkat');
  });
});
