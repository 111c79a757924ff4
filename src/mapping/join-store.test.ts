import { cellText } from '#formats';
import { describe, expect, it } from 'vitest';
import { openRows } from './open-rows.ts';
import { recipeSchema } from './recipe.ts';
import { withFile } from './testing/temp-file.ts';
import type { LocalDate } from '#kernel/local-date.ts';

type History = readonly (readonly [tmt: string, tglSk: string, golongan: string, aktif?: string])[];

interface Given {
  readonly per?: number;
  readonly urutan?: 'dmy' | 'mdy';
  readonly seri?: boolean;
  readonly hanya?: boolean;
}

/** The golongan that is laid beside a person with this history. */
async function currentOf(history: History, { per, urutan = 'dmy', seri = false, hanya = false }: Given = {}) {
  const rows = history.map((cells) => `('1','${[...cells, '1'].slice(0, 4).join("','")}')`).join(',');
  const dump = [
    'CREATE TABLE pegawai (nip varchar(20), nama varchar(50));',
    "INSERT INTO pegawai VALUES ('1','A');",
    'CREATE TABLE r (nip varchar(20), tmt varchar(20), tglsk varchar(20), gol varchar(5), aktif char(1));',
    `INSERT INTO r VALUES ${rows};`,
  ].join('\n');
  const recipe = recipeSchema.parse({
    berkas: 'a.sql',
    tabel: 'pegawai',
    kolom: [
      { sumber: 'r.gol', kanonik: 'golongan' },
      { sumber: 'r.tmt', kanonik: 'tmt_golongan', pembaca: { jenis: 'tanggal', urutan } },
    ],
    gabung: [
      {
        tabel: 'r',
        kunci: 'nip',
        ke: 'nip',
        terbesar: 'tmt',
        ...(seri ? { seri: 'tglsk' } : {}),
        hanya: hanya ? [{ sumber: 'aktif', nilai: ['1'] }] : [],
      },
    ],
  });
  return withFile('a.sql', dump, async (source) => {
    const { columns, blocks } = await openRows(source, recipe, per as LocalDate | undefined);
    for await (const block of blocks) return cellText(block, 0, columns.indexOf('r.gol'));
    return undefined;
  });
}

describe('the current row of a history', () => {
  it.each<readonly [what: string, history: History, given: Given, golongan: string]>([
    [
      'is the latest one, whatever the order of the rows',
      [
        ['01-04-2020', '', 'III/b'],
        ['01-04-2016', '', 'III/a'],
      ],
      {},
      'III/b',
    ],
    [
      'is the first of those that nothing tells apart',
      [
        ['01-04-2020', '02-03-2020', 'III/b'],
        ['01-04-2020', '09-03-2020', 'III/c'],
      ],
      {},
      'III/b',
    ],
    [
      'is the one of the later decree where two take effect on one day',
      [
        ['01-04-2020', '09-03-2020', 'III/c'],
        ['01-04-2020', '02-03-2020', 'III/b'],
      ],
      { seri: true },
      'III/c',
    ],
    [
      'is not one that takes effect after the day of the data',
      [
        ['01-04-2027', '', 'III/c'],
        ['01-04-2020', '', 'III/b'],
      ],
      { per: 20261101 },
      'III/b',
    ],
    [
      'is one that takes effect later where there is no other, the nearest first',
      [
        ['01-04-2028', '', 'III/b'],
        ['01-04-2027', '', 'III/a'],
      ],
      { per: 20261101 },
      'III/a',
    ],
    [
      'is found by dates in the order of their column',
      [
        ['04/01/2020', '', 'III/b'],
        ['02/10/2020', '', 'III/a'],
      ],
      { urutan: 'mdy' },
      'III/b',
    ],
    [
      'bears the marks that the recipe asks for',
      [
        ['01-04-2020', '', 'III/b', '0'],
        ['01-04-2016', '', 'III/a', '1'],
      ],
      { hanya: true },
      'III/a',
    ],
  ])('%s', async (_, history, given, golongan) => {
    expect(await currentOf(history, given)).toBe(golongan);
  });
});
