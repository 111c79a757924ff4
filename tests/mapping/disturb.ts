import { type FilledTable, fillStructure } from './fill.ts';
import { below, throwOf } from './lot.ts';
import { quote, type Filling } from './people.ts';
import type { Structure, StructureColumn } from './structures.ts';

/**
 * What can be worse about a delivery than about those that proposals were tuned on: `hilang` lacks columns, so that another one
 * tempts in their place; of `tanpa-nama` no name says anything, of `setengah-nama` half of them; beside `basi` BKN was left behind.
 */
const DISTURBANCES = ['hilang', 'tanpa-nama', 'setengah-nama', 'basi'] as const;
export type Disturbance = (typeof DISTURBANCES)[number];

export function chooseDisturbance(gangguan: string): Disturbance {
  const known = DISTURBANCES.find((each) => each === gangguan);
  if (known === undefined) throw new Error(`--gangguan: ${DISTURBANCES.join(', ')}`);
  return known;
}

interface Variant {
  readonly structure: Structure;
  readonly filled: FilledTable;
}

/** Each column is absent from one of so many deliveries. */
const FOLDS = 4;

/** The structure's table as it is delivered, once or in several disturbed forms. */
export function disturbTable(
  disturbance: Disturbance | undefined,
  structure: Structure,
  office: readonly Filling[],
  seed: string,
): readonly Variant[] {
  const fill = (each: Structure): Variant => ({ structure: each, filled: fillStructure(each, office, seed) });
  if (disturbance === 'hilang')
    return Array.from({ length: FOLDS }, (_, fold) => {
      const isLeft = ({ name, canonical }: StructureColumn): boolean =>
        STAYS.has(canonical ?? '') || below(`${seed}/${structure.slug}/${name}/hilang`, FOLDS) !== fold;
      return fill({ ...structure, columns: structure.columns.filter(isLeft) });
    });
  if (disturbance === 'tanpa-nama') return [silence(fill(structure), () => true)];
  if (disturbance === 'setengah-nama')
    return [silence(fill(structure), (name) => throwOf(`${seed}/${structure.slug}/${name}/nama`) < 0.5)];
  return [fill(structure)];
}

/** Without the number of its people a table is none of people. */
const STAYS: ReadonlySet<string> = new Set(['nip', '@pegawai_key']);

/** The same cells below headings that say nothing; values were written by the old ones. Secrets are known by their names only. */
function silence({ structure, filled }: Variant, isSilent: (name: string) => boolean): Variant {
  const truths = filled.truths.map((truth, at) =>
    isSilent(truth.name) && !truth.secret ? { ...truth, name: `kolom_${at + 1}` } : truth,
  );
  const support = new Map(
    filled.truths.flatMap(({ name }, at) => {
      const counts = filled.support.get(name);
      return counts ? [[truths[at]?.name ?? name, counts] as const] : [];
    }),
  );
  const lines = [truths.map(({ name }) => name), ...filled.cells];
  const csv = `${lines.map((line) => line.map(quote).join(',')).join('\n')}\n`;
  return { structure, filled: { ...filled, csv, truths, support } };
}
