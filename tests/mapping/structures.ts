import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A table of a Simpeg with the right answer for each column. */
export interface Structure {
  readonly slug: string;
  /** The system that the table comes from: what is learned from it must not count when it is tested. */
  readonly source: string;
  readonly entity: string;
  readonly table: string;
  readonly columns: readonly StructureColumn[];
  /** What it is written as, where that belongs to the structure. */
  readonly container?: string;
}

export interface StructureColumn {
  readonly name: string;
  readonly type?: string;
  /** Canonical field, or null: must stay unmapped. */
  readonly canonical: string | null;
  /** How values are written, in words; see `write-values.ts` for what is understood. */
  readonly encoding?: string;
  readonly secret?: boolean;
  /** Other fields in the same cells, where several share them. */
  readonly further?: readonly FurtherField[];
}

export interface FurtherField {
  readonly field: string;
  /** A mapping without it is incomplete; else it is only no mistake. */
  readonly isNeeded: boolean;
}

/** The public structures, which are not part of the repository. */
export const STRUCTURES_FOLDER = fileURLToPath(new URL('../../../shared/structures/', import.meta.url));

/** The structures of a folder, by slug; none where the folder is absent. */
export function loadStructures(folder = STRUCTURES_FOLDER): readonly Structure[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Structure);
}
