import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSource, type Source } from '#formats';
import { openReference } from '#reference';
import { proposeRecipe, type ProposeOptions } from '../propose.ts';
import type { ColumnMapping, Recipe } from '../recipe.ts';

/** Opens text as a file of its own, which is gone when `use` is done. */
export async function withFile<T>(name: string, text: string, use: (source: Source) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'pemetaan-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, text);
    const source = await openSource(path);
    if (!source.ok) throw new Error(source.error.code);
    return await use(source.value);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The recipe proposed for a text file. */
export async function propose(name: string, text: string, options: Partial<ProposeOptions> = {}): Promise<Recipe> {
  return withFile(name, text, async (source) => {
    const recipe = await proposeRecipe(source, { reference: openReference(), ...options });
    if (!recipe.ok) throw new Error(recipe.error.code);
    return recipe.value;
  });
}

export function columnOf(recipe: Recipe, sumber: string): ColumnMapping {
  const column = recipe.kolom.find((each) => each.sumber === sumber);
  if (!column) throw new Error(`No column ${sumber}`);
  return column;
}

const quote = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export function csvOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${[header, ...rows].map((row) => row.map(quote).join(',')).join('\n')}\n`;
}
