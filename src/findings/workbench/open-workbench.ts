import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cellText, readTable } from '#formats';
import { problem } from '#kernel/problem.ts';
import { type ColumnMapping, type Recipe, sourcesOf } from '#mapping';
import { RefusedRequest } from '#platform';
import { openPreview, type Preview } from '#reconcile';
import type { Reference } from '#reference';
import { SAMPLE_FILES } from './keep-sample.ts';
import { SAMPLE_TABLE, type Workbench } from './lay-out.ts';

/** What a check laid out of a delivery; undefined where it has none. */
export function readWorkbench(folder: string): Workbench | undefined {
  const path = join(folder, SAMPLE_FILES.isi);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Workbench) : undefined;
}

/** A workbench with its sample, ready to be read again and again. */
export interface OpenWorkbench {
  readonly workbench: Workbench;
  readonly preview: Preview;
}

/** Workbenches that stay open: somebody works on one for minutes, and few do at a time. */
const MOST_OPEN = 6;

export type WorkbenchShelf = (folder: string) => Promise<OpenWorkbench>;

/** Opens workbenches, and keeps the last ones open. Refuses with 409 a delivery that was not checked yet. */
export function createShelf(reference: Reference, acuan: string | undefined): WorkbenchShelf {
  const open = new Map<string, Promise<OpenWorkbench>>();
  return async (folder) => {
    // a new check, or another recipe that is taken over, lays out another workbench in the same folder
    const files = [SAMPLE_FILES.isi, SAMPLE_FILES.simpeg].map((name) => statSync(join(folder, name), ABSENT));
    const key = [folder, ...files.map((file) => `${file?.mtimeMs} ${file?.size}`)].join(' ');
    const made = open.get(key) ?? openSample(folder, reference, acuan);
    made.catch(() => open.delete(key));
    open.delete(key);
    open.set(key, made);
    for (const oldest of [...open.keys()].slice(0, -MOST_OPEN)) open.delete(oldest);
    return made;
  };
}

const ABSENT = { throwIfNoEntry: false } as const;

async function openSample(folder: string, reference: Reference, acuan: string | undefined): Promise<OpenWorkbench> {
  const workbench = readWorkbench(folder);
  if (!workbench) throw new RefusedRequest(409, problem('PEMETAAN_BELUM_ADA'));
  const simpeg = join(folder, SAMPLE_FILES.simpeg);
  const pairs = workbench.contoh.map(({ bkn }) => bkn);
  const preview = await openPreview({ simpeg, bkn: join(folder, SAMPLE_FILES.bkn), pairs, reference, acuan });
  if (!preview.ok) throw new RefusedRequest(409, preview.error);
  return { workbench, preview: preview.value };
}

/** A recipe as the sample is read by it: histories lie beside it, and nobody is left out. */
export function forSample(recipe: Recipe): Recipe {
  return { ...recipe, tabel: SAMPLE_TABLE, saring: [], susun: undefined, satu_per: undefined };
}

/** What stands in the columns that a line of the recipe reads, row by row of the sample. */
export async function cellsOfLine(
  { preview }: OpenWorkbench,
  recipe: Recipe,
  line: Pick<ColumnMapping, 'sumber' | 'pembaca'>,
): Promise<readonly string[]> {
  const names = sourcesOf(line);
  const show = (cellOf: (name: string) => string): string =>
    names
      .map(cellOf)
      .filter((text, at) => text !== '' || (at === 0 && names.length === 1))
      .join(' | ');
  const source = await preview.joined(forSample(recipe));
  const columns = source.tables.find(({ name }) => name === SAMPLE_TABLE)?.columns ?? [];
  const rows: string[] = [];
  for await (const block of readTable(source, SAMPLE_TABLE)) {
    for (let row = 0; row < block.rows; row++) {
      rows.push(show((name) => (columns.includes(name) ? cellText(block, row, columns.indexOf(name)) : '')));
    }
  }
  return rows;
}

/** Whether a row of the sample is somebody at BKN; where nobody is, all rows have to do. */
export function isShown({ contoh }: Workbench, baris: number): boolean {
  return (contoh[baris - 1]?.bkn ?? 0) > 0 || contoh.every(({ bkn }) => bkn === 0);
}

/** Columns that a recipe for this delivery may read: the people's own, and those of tables beside them. */
export function readableColumns({ kolom, riwayat = [], recipe }: Workbench): ReadonlySet<string> {
  const beside = riwayat.flatMap(({ tabel, kolom: names }) => {
    const prefix = recipe.gabung.find((one) => one.tabel === tabel)?.sebagai ?? tabel;
    return names.map((name) => `${prefix}.${name}`);
  });
  return new Set([...kolom.filter(({ rahasia }) => !rahasia).map(({ nama }) => nama), ...beside]);
}
