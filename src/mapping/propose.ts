import { basename } from 'node:path';
import { type Source, type SourceTable, tableNames } from '#formats';
import { type Problem, problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import type { Reference } from '#reference';
import { proposeColumns } from './propose/columns.ts';
import { findEntitas } from './propose/entitas.ts';
import type { Evidence } from './propose/evidence.ts';
import { findHistoryAlone, readHistoryAlone } from './propose/history-alone.ts';
import { addJoins } from './propose/joins.ts';
import { findPeopleTable } from './propose/people-table.ts';
import { deriveMissing } from './derive-missing.ts';
import type { ColumnMapping, Recipe } from './recipe.ts';
import { readEvidence } from './propose/read-evidence.ts';
import { findYardstick } from './propose/yardstick.ts';
import { stackedNames } from './tables/fit-recipe.ts';
import { readSample, sampleOf, type TableSample } from './sample/table-sample.ts';

export interface ProposeOptions {
  readonly reference: Reference;
  /** Table to map; without it the table of people is found by its contents. */
  readonly tabel?: string;
  /** BKN's export: its people who are also in the source are further evidence. */
  readonly bkn?: Source;
  /** The same evidence where BKN's people are at hand already. */
  readonly evidence?: Evidence;
  /** Read the table to its end: an even sample and the number of rows, at the price of a pass over the file. */
  readonly whole?: boolean;
}

/** Rows looked at when the whole file is read. Otherwise the first rows, which its recognition brought along, must do. */
const EVEN_ROWS = 2_500;

/**
 * Proposes how the columns of a source feed the canonical fields, from their names, their values, and BKN's people where they
 * are given. Deterministic: one source, one recipe. Refuses a source in which no table holds people.
 */
export async function proposeRecipe(source: Source, options: ProposeOptions): Promise<Result<Recipe, Problem>> {
  const people =
    options.tabel === undefined ? findPeopleTable(source) : source.tables.find(({ name }) => name === options.tabel);
  const history = options.tabel === undefined ? findHistoryAlone(source, people) : undefined;
  if (history) return proposeHistory(source, history, options);
  const table = people;
  if (!table) return fail(noTable(source, options.tabel));
  const whole = options.whole ?? false;
  const sample = whole ? await readSample(source, table, EVEN_ROWS) : sampleOf(table);
  const entitas = options.tabel === undefined ? 'pegawai' : findEntitas(table);
  const joined = entitas === 'pegawai' ? await addJoins(source, table, sample, whole) : { sample, gabung: [] };
  const evidence = options.bkn ? await readEvidence(options.bkn, nipsOf(joined.sample)) : options.evidence;
  const columns = proposeColumns(joined.sample, {
    entitas,
    tables: source.tables,
    reference: options.reference,
    gabung: joined.gabung,
    ...(evidence ? { evidence } : {}),
  });
  return ok({
    berkas: basename(source.path),
    tabel: table.name,
    ...stackedNames(table),
    entitas,
    baris: whole ? sample.total : 0,
    ...columns,
    gabung: [...joined.gabung],
    ...deriveMissing({ entitas, kolom: columns.kolom }),
  });
}

/** Of a history without a table of people the last row of each person is read. */
async function proposeHistory(
  source: Source,
  table: SourceTable,
  options: ProposeOptions,
): Promise<Result<Recipe, Problem>> {
  const whole = options.whole ?? false;
  const rows = whole ? await readSample(source, table, EVEN_ROWS) : sampleOf(table);
  const alone = await readHistoryAlone(source, table, rows, whole);
  if (!alone) return fail(problem('RIWAYAT_TANPA_URUTAN', { berkas: basename(source.path), tabel: table.name }));
  const others = await addJoins(source, table, alone.sample, whole);
  const gabung = [...alone.joins, ...others.gabung];
  const evidence = options.bkn && (await readEvidence(options.bkn, nipsOf(others.sample)));
  const columns = proposeColumns(others.sample, {
    entitas: 'pegawai',
    tables: source.tables,
    reference: options.reference,
    gabung,
    ...(evidence ? { evidence } : {}),
  });
  const left = alone.changing.map((sumber): ColumnMapping => {
    const bukti = 'berganti dari baris ke baris: dibaca di baris terakhir orangnya';
    return {
      sumber,
      kanonik: null,
      keyakinan: 0,
      tingkat: 'tidak',
      kandidat: [],
      pembaca: { jenis: 'langsung' },
      bukti,
    };
  });
  const kolom = [...columns.kolom, ...left];
  return ok({
    berkas: basename(source.path),
    tabel: table.name,
    ...stackedNames(table),
    entitas: 'pegawai',
    baris: whole ? rows.total : 0,
    ...columns,
    kolom,
    gabung,
    satu_per: alone.key,
    ...deriveMissing({ entitas: 'pegawai', kolom }),
  });
}

const nipsOf = (sample: TableSample): ReadonlySet<string> =>
  new Set([...findYardstick(sample).parts.values()].map(({ nip }) => nip));

function noTable(source: Source, tabel: string | undefined): Problem {
  const berkas = basename(source.path);
  const ada = tableNames(source, tabel ?? '');
  if (tabel !== undefined) return problem('TABEL_TIDAK_ADA', { tabel, berkas, ada });
  const [only, ...others] = source.tables;
  // Headings are not shown: of a file without any they are somebody's data.
  return only && others.length === 0
    ? problem('BERKAS_BUKAN_PEGAWAI', { berkas, ada, kolom: only.columns.length })
    : problem('TANPA_TABEL_PEGAWAI', { berkas, ada });
}
