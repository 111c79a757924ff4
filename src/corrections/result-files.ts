import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { cellText, isAddress, openSource, readTable, splitTablePath } from '#formats';
import { type LocalDate, parseIsoDate } from '#kernel/local-date.ts';
import type { LearnedMeaning } from '#mapping';

/** Where a person of BKN stands in the delivery. */
export interface PairedRow {
  /** 1-based data row. */
  readonly baris: number;
  /** The number that stood there when the pair was made. */
  readonly nipSimpeg: string;
}

/**
 * The rows of the people asked for, by BKN's number, from the pasangan.csv beside selisih.csv; undefined for a number that
 * has several pairs. Without that file nothing is known and people are found by their number.
 */
export async function readPairedRows(
  path: string,
  instansi: string,
  nips: ReadonlySet<string>,
): Promise<ReadonlyMap<string, PairedRow | undefined> | undefined> {
  const source = existsSync(path) ? await openSource(path) : undefined;
  const table = source?.ok === true ? source.value.tables[0] : undefined;
  const at = ['instansi', 'baris_simpeg', 'nip_simpeg', 'nip_bkn'].map((name) => table?.columns.indexOf(name) ?? -1);
  if (source?.ok !== true || !table || at.includes(-1)) return undefined;
  const [office = 0, row = 0, own = 0, theirs = 0] = at;
  const found = new Map<string, PairedRow | undefined>();
  for await (const block of readTable(source.value, table.name)) {
    for (let i = 0; i < block.rows; i++) {
      const nip = cellText(block, i, theirs);
      if (!nips.has(nip) || cellText(block, i, office) !== instansi) continue;
      const pair = { baris: Number(cellText(block, i, row)), nipSimpeg: cellText(block, i, own) };
      found.set(nip, found.has(nip) ? undefined : pair);
    }
  }
  return found;
}

/** What perbaikan takes from the ringkasan.json of a reconciliation. */
export interface ResultSummary {
  readonly berkas: readonly { readonly instansi: string; readonly berkas: string }[];
  readonly learned: (instansi: string) => ReadonlyMap<string, readonly LearnedMeaning[]>;
  /** Day for which the data were read; undefined where none was given. */
  readonly per: LocalDate | undefined;
}

/** Reads ringkasan.json beside selisih.csv; what is not there or not understood is simply not known. */
export function readResultSummary(path: string): ResultSummary {
  const data = readJson(path);
  const berkas = listOf(data, 'berkas').flatMap((each) => {
    const [instansi, file] = [textIn(each, 'instansi'), textIn(each, 'berkas')];
    return instansi === '' || instansi === 'bkn' || file === '' ? [] : [{ instansi, berkas: file }];
  });
  // codes that people explained in a crosswalk stand beside those that were learned
  const codes = [...listOf(data, 'kode_silang'), ...listOf(data, 'kode_dipelajari')];
  return {
    berkas,
    per: parseIsoDate(textIn(data, 'per')),
    learned: (instansi) =>
      Map.groupBy(
        codes
          .filter((each) => textIn(each, 'instansi') === instansi)
          .map((each) => ({ kolom: textIn(each, 'kolom'), kode: textIn(each, 'kode'), arti: textIn(each, 'arti') })),
        ({ kolom }) => kolom,
      ),
  };
}

/**
 * The delivery that a recipe belongs to, where nobody named it: by the summary of the reconciliation (as it was given
 * there), or a file of the recipe's name beside the recipe.
 */
export function findDelivery(
  { berkas }: ResultSummary,
  instansi: string | undefined,
  namaBerkas: string,
  pemetaan: string,
): { readonly instansi: string | undefined; readonly berkas: string } | undefined {
  const listed = berkas.filter(
    (each) => (instansi === undefined || each.instansi === instansi) && basename(plainPath(each.berkas)) === namaBerkas,
  );
  const [only] = listed;
  if (only && listed.length === 1 && (isAddress(only.berkas) || existsSync(plainPath(only.berkas)))) {
    return { instansi: only.instansi, berkas: plainPath(only.berkas) };
  }
  const beside = isAbsolute(namaBerkas) ? namaBerkas : join(dirname(pemetaan), namaBerkas);
  return existsSync(beside) ? { instansi: instansi ?? only?.instansi, berkas: beside } : undefined;
}

/** A file without its table: the recipe itself names the table. */
export const plainPath = (path: string): string => splitTablePath(path).berkas;

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function valueIn(data: unknown, key: string): unknown {
  return typeof data === 'object' && data !== null
    ? Object.entries(data).find(([name]) => name === key)?.[1]
    : undefined;
}

function listOf(data: unknown, key: string): readonly unknown[] {
  const list = valueIn(data, key);
  return Array.isArray(list) ? list : [];
}

function textIn(data: unknown, key: string): string {
  const text = valueIn(data, key);
  return typeof text === 'string' ? text : '';
}
