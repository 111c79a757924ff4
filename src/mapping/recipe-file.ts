import { readFileSync, statSync } from 'node:fs';
import { absentFile } from '#formats';
import { fileProblem } from '#kernel/file-problem.ts';
import { type Problem, problem } from '#kernel/problem.ts';
import { fail, type Result } from '#kernel/result.ts';
import type { Recipe } from './recipe.ts';
import { parseRecipe } from './recipe-json.ts';

/** Reads a recipe from its file, or says in one sentence why it cannot be used; `nama` is the file as it is called there. */
export async function readRecipe(path: string, nama = path): Promise<Result<Recipe, Problem>> {
  let json: string;
  try {
    if (statSync(path).size > LARGEST) return fail(problem('PEMETAAN_TERLALU_BESAR', { berkas: nama, batas: '16 MB' }));
    json = decode(readFileSync(path));
  } catch (error) {
    const found = fileProblem(error);
    if (!found) throw error;
    return fail(found.code === 'JALUR_TIDAK_ADA' ? absentFile(path, nama) : problem(found.code, { nama }));
  }
  return parseRecipe(json, nama);
}

/** A recipe of 2,000 columns with all their codes is smaller by far. */
const LARGEST = 16 * 1024 * 1024;

/** Notepad also stores texts as UTF-16, with a mark in front. */
function decode(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return bytes.toString('utf8');
}
