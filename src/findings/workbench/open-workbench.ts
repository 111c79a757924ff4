import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problem } from '#kernel/problem.ts';
import type { Recipe } from '#mapping';
import { RefusedRequest } from '#platform';
import { openPreview, type Preview } from '#reconcile';
import type { Reference } from '#reference';
import { SAMPLE_TABLE, type Workbench, WORKBENCH } from './lay-out.ts';

/** What a check laid out of a delivery; undefined where it has none. */
export function readWorkbench(folder: string): Workbench | undefined {
  const path = join(folder, WORKBENCH.isi);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Workbench) : undefined;
}

/** A workbench with its sample, ready to be read again and again. */
export interface OpenWorkbench {
  readonly workbench: Workbench;
  readonly preview: Preview;
  /** Cells of the sample by column, row for row. */
  readonly cells: readonly Readonly<Record<string, string>>[];
}

/** Workbenches that stay open: somebody works on one for minutes, and few do at a time. */
const MOST_OPEN = 6;

export type WorkbenchShelf = (folder: string) => Promise<OpenWorkbench>;

/** Opens workbenches, and keeps the last ones open. Refuses with 409 a delivery that was not checked yet. */
export function createShelf(reference: Reference, acuan: string | undefined): WorkbenchShelf {
  const open = new Map<string, Promise<OpenWorkbench>>();
  return async (folder) => {
    const workbench = readWorkbench(folder);
    if (!workbench) throw new RefusedRequest(409, problem('PEMETAAN_BELUM_ADA'));
    // a new check lays out another sample in the same folder
    const key = `${folder} ${JSON.stringify(workbench.contoh.slice(0, 20))} ${workbench.baris}`;
    const known = open.get(key);
    if (known) {
      open.delete(key);
      open.set(key, known);
      return { ...(await known), workbench };
    }
    const made = openSample(folder, workbench, reference, acuan);
    open.set(key, made);
    made.catch(() => open.delete(key));
    for (const oldest of [...open.keys()].slice(0, -MOST_OPEN)) {
      const gone = open.get(oldest);
      open.delete(oldest);
      void gone?.then(({ preview }) => preview.close()).catch(() => undefined);
    }
    return made;
  };
}

async function openSample(
  folder: string,
  workbench: Workbench,
  reference: Reference,
  acuan: string | undefined,
): Promise<OpenWorkbench> {
  const simpeg = join(folder, WORKBENCH.simpeg);
  const pairs = workbench.contoh.map(({ bkn }) => bkn);
  const preview = await openPreview({ simpeg, bkn: join(folder, WORKBENCH.bkn), pairs, reference, acuan });
  if (!preview.ok) throw new RefusedRequest(409, preview.error);
  const tables = JSON.parse(readFileSync(simpeg, 'utf8')) as Record<string, readonly Record<string, string>[]>;
  return { workbench, preview: preview.value, cells: tables[SAMPLE_TABLE] ?? [] };
}

/** A recipe as the sample is read by it: current rows of histories stand beside the person already, and nobody is left out. */
export function forSample(recipe: Recipe): Recipe {
  return { ...recipe, tabel: SAMPLE_TABLE, gabung: [], saring: [], susun: undefined, satu_per: undefined };
}
