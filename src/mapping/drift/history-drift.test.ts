import { describe, expect, it } from 'vitest';
import { changesOf, confirmFile, readingsOf, recogniseFile } from '../testing/recognised.ts';
import { dmy, iso, makeUp, mdy, valueOf } from '../testing/synthetic-values.ts';
import { csvOf } from '../testing/temp-file.ts';

const PEOPLE = Array.from({ length: 60 }, (_, index) => makeUp(index));
type Row = Readonly<Record<string, string>>;
const quote = (cell: string): string => `'${cell.replaceAll("'", "''")}'`;

function table(name: string, rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const create = `CREATE TABLE \`${name}\` (\n${columns.map((column) => `  \`${column}\` varchar(100)`).join(',\n')}\n);\n`;
  const values = rows.map((row) => `(${columns.map((column) => quote(row[column] ?? '')).join(',')})`).join(',\n');
  return `${create}INSERT INTO \`${name}\` VALUES\n${values};\n`;
}

const BARE = ['nama', 'agama', 'no_hp', 'status_perkawinan', 'npwp', 'email', 'nik', 'alamat', 'golongan_darah'];
const people = PEOPLE.map((person): Row => {
  const facts = BARE.map((field) => [field, valueOf(field, person)] as const);
  return { pegawai_id: String(700 + person.index), nip_baru: person.nip, ...Object.fromEntries(facts) };
});

/** Ranks of a person four years apart, the last two on one day where decrees tell them apart. */
const ranks = PEOPLE.flatMap(({ cpns, index }) =>
  [0, 4, 8].map((years, step): Row => {
    const day = { year: cpns.year + years, month: 1 + (index % 12), day: 2 + (index % 26) };
    return {
      pangkat_riwayat_id: String(index * 3 + step + 1),
      pegawai_id: String(700 + index),
      pangkat: ['II/c', 'III/a', 'III/b'][step] ?? '',
      no_sk: `823/${index}/${step}`,
      tanggal_sk: iso({ ...day, day: 1 }),
      tmt_pangkat: dmy(day),
    };
  }),
);

const dump = (history: readonly Row[]): string =>
  `-- MySQL dump\n${table('pegawai', people)}${table('pangkat_riwayat', history)}`;
const turn = (text: string): string => {
  const [day, month, year] = text.split('-').map(Number);
  return mdy({ year: year ?? 0, month: month ?? 0, day: day ?? 0 });
};

const version = await confirmFile('lama.sql', dump(ranks), (recipe) => ({
  ...recipe,
  gabung: recipe.gabung.map((join) => ({ ...join, seri: 'tanggal_sk' })),
}));
const renamed = (from: string, to: string): readonly Row[] =>
  ranks.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name === from ? to : name, cell])));
const without = (name: string): readonly Row[] =>
  ranks.map((row) => Object.fromEntries(Object.entries(row).filter(([other]) => other !== name)));

async function drift(history: readonly Row[]) {
  const recognition = await recogniseFile('baru.sql', dump(history), version);
  const readings = readingsOf(recognition);
  expect(recognition.keadaan).not.toBe('tidak_dikenal');
  return {
    changes: changesOf(recognition),
    sentences: recognition.changes.map(({ kalimat }) => kalimat).join('\n'),
    gabung: recognition.recipe.gabung,
    people: readings.filter((line) => !line.startsWith('pangkat_riwayat.')),
    history: readings.filter((line) => line.startsWith('pangkat_riwayat.')),
  };
}

describe('a delivery whose history drifted', () => {
  it('is read as before where nothing changed', async () => {
    const { changes, history, gabung } = await drift(ranks);
    expect(changes).toEqual([]);
    expect(history.length).toBeGreaterThan(1);
    expect(gabung).toMatchObject([{ kunci: 'pegawai_id', terbesar: 'tmt_pangkat', seri: 'tanggal_sk' }]);
  });

  it.each(['pegawai_id', 'tmt_pangkat', 'tanggal_sk'])(
    'without %s, which finds the current row: nothing of the history is read, the people are, one question names the column',
    async (name) => {
      const { changes, sentences, history, gabung, people: rest } = await drift(without(name));
      expect(rest).toEqual((await drift(ranks)).people);
      expect([history, gabung]).toEqual([[], []]);
      expect(changes).toEqual(['gabung_hilang?']);
      expect(sentences).toMatch(new RegExp(`pangkat_riwayat.*${name}.*golongan`));
    },
  );

  it('is joined by its columns under new names', async () => {
    const { gabung, history } = await drift(renamed('tanggal_sk', 'tgl_sk'));
    expect(gabung).toMatchObject([{ kunci: 'pegawai_id', terbesar: 'tmt_pangkat', seri: 'tgl_sk' }]);
    expect(history).toHaveLength((await drift(ranks)).history.length);
  });

  it('is not read where the order of the dates that find the current row is in doubt', async () => {
    const { changes, history, gabung } = await drift(
      ranks.map((row) => ({ ...row, tmt_pangkat: turn(row['tmt_pangkat'] ?? '') })),
    );
    expect(changes).toContain('urutan_tanggal_ragu?');
    expect([history, gabung]).toEqual([[], []]);
  });
});

describe('a history without a table of people', () => {
  const HEADINGS = ['nip', 'nama', 'pangkat', 'no_sk', 'tanggal_sk', 'tmt_pangkat'];
  const textOf = (headings: readonly string[]): string => {
    const rows = ranks.map((row) => {
      const person = PEOPLE[Number(row['pegawai_id']) - 700];
      return [
        person?.nip ?? '',
        person ? valueOf('nama', person) : '',
        ...HEADINGS.slice(2).map((name) => row[name] ?? ''),
      ];
    });
    return csvOf(headings, rows);
  };

  it('is recognised and read by its last rows again, also under other headings', async () => {
    const own = await confirmFile('riwayat.csv', textOf(HEADINGS));
    expect(own.pemetaan.satu_per).toBe('nip');
    const same = await recogniseFile('riwayat.csv', textOf(HEADINGS), own);
    expect([same.keadaan, changesOf(same)]).toEqual(['dikenal', []]);
    expect(same.recipe).toMatchObject({ satu_per: 'nip', gabung: own.pemetaan.gabung });
    const others = HEADINGS.map((name) => (name === 'tmt_pangkat' ? 'tmt_pkt' : name === 'nip' ? 'nip_baru' : name));
    const drifted = await recogniseFile('riwayat.csv', textOf(others), own);
    expect(drifted.recipe).toMatchObject({
      satu_per: 'nip_baru',
      gabung: [{ kunci: 'nip_baru', ke: 'nip_baru', terbesar: 'tmt_pkt' }],
    });
    expect(readingsOf(drifted)).toHaveLength(readingsOf(same).length);
  });
});
