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
 * has several pairs. Without that file nothing is known and people are found by their number. Where an instansi sent several
 * files, only the pairs of the one that is meant count.
 */
export async function readPairedRows(
  path: string,
  { instansi, kiriman }: { readonly instansi: string; readonly kiriman: string | undefined },
  nips: ReadonlySet<string>,
): Promise<ReadonlyMap<string, PairedRow | undefined> | undefined> {
  const source = existsSync(path) ? await openSource(path) : undefined;
  const table = source?.ok === true ? source.value.tables[0] : undefined;
  const at = ['instansi', 'baris_simpeg', 'nip_simpeg', 'nip_bkn'].map((name) => table?.columns.indexOf(name) ?? -1);
  if (source?.ok !== true || !table || at.includes(-1)) return undefined;
  const [office = 0, row = 0, own = 0, theirs = 0] = at;
  const file = table.columns.indexOf('kiriman');
  const isOther = (name: string): boolean => kiriman !== undefined && name !== kiriman;
  const found = new Map<string, PairedRow | undefined>();
  for await (const block of readTable(source.value, table.name)) {
    for (let i = 0; i < block.rows; i++) {
      const nip = cellText(block, i, theirs);
      if (!nips.has(nip) || cellText(block, i, office) !== instansi) continue;
      if (file >= 0 && isOther(cellText(block, i, file))) continue;
      const pair = { baris: Number(cellText(block, i, row)), nipSimpeg: cellText(block, i, own) };
      found.set(nip, found.has(nip) ? undefined : pair);
    }
  }
  return found;
}

/** A delivery of the reconciliation; `kiriman` is its instansi, or `6413-2` where that sent several files. */
export interface ListedFile {
  readonly instansi: string;
  readonly kiriman: string;
  readonly berkas: string;
}

/** What perbaikan takes from the ringkasan.json of a reconciliation. */
export interface ResultSummary {
  readonly berkas: readonly ListedFile[];
  /** Codes that the delivery was found to mean. */
  readonly learned: (instansi: string, kiriman: string | undefined) => ReadonlyMap<string, readonly LearnedMeaning[]>;
  /** Day for which the data were read; undefined where none was given. */
  readonly per: LocalDate | undefined;
}

/** Reads ringkasan.json beside selisih.csv; what is not there or not understood is simply not known. */
export function readResultSummary(path: string): ResultSummary {
  const data = readJson(path);
  const berkas = listOf(data, 'berkas').flatMap((each) => {
    const [instansi, file] = [textIn(each, 'instansi'), textIn(each, 'berkas')];
    const kiriman = textIn(each, 'kiriman') || instansi;
    return instansi === '' || instansi === 'bkn' || file === '' ? [] : [{ instansi, kiriman, berkas: file }];
  });
  // codes that people explained in a crosswalk stand beside those that were learned
  const codes = [...listOf(data, 'kode_silang'), ...listOf(data, 'kode_dipelajari')];
  return {
    berkas,
    per: parseIsoDate(textIn(data, 'per')),
    learned: (instansi, kiriman) =>
      Map.groupBy(
        codes
          .filter((each) => textIn(each, 'instansi') === instansi)
          .filter((each) => kiriman === undefined || ['', kiriman].includes(textIn(each, 'kiriman')))
          .map((each) => ({ kolom: textIn(each, 'kolom'), kode: textIn(each, 'kode'), arti: textIn(each, 'arti') })),
        ({ kolom }) => kolom,
      ),
  };
}

/** What is known of a delivery that nobody named. */
export interface DeliverySigns {
  /** Path of the recipe; in a result it is called after its delivery. */
  readonly pemetaan: string;
  /** File that the recipe was made of, which may have been another one. */
  readonly berkas: string;
  /** Government of the differences, where they are of one only. */
  readonly instansi: string | undefined;
}

/**
 * The delivery that a recipe belongs to, where nobody named it: the one of its name in the summary of the reconciliation, else
 * the one of its file, else the only one of the government; or a file of the recipe's name beside the recipe.
 */
export function findDelivery(
  result: ResultSummary,
  { pemetaan, berkas, instansi }: DeliverySigns,
): (Partial<ListedFile> & Pick<ListedFile, 'berkas'>) | undefined {
  const kiriman = deliveryIn(pemetaan);
  const isOwn = ({ instansi: of }: ListedFile): boolean => instansi === undefined || of === instansi;
  const listed =
    onlyOne(result.berkas, (each) => each.kiriman === kiriman) ??
    onlyOne(result.berkas, (each) => isOwn(each) && basename(plainPath(each.berkas)) === berkas) ??
    onlyOne(result.berkas, isOwn);
  if (listed && (isAddress(listed.berkas) || existsSync(plainPath(listed.berkas)))) {
    return { ...listed, berkas: plainPath(listed.berkas) };
  }
  const beside = isAbsolute(berkas) ? berkas : join(dirname(pemetaan), berkas);
  if (!existsSync(beside)) return undefined;
  const known = listed?.instansi ?? kiriman?.slice(0, 4) ?? instansi;
  return { berkas: beside, ...(known === undefined ? {} : { instansi: known }) };
}

/** The name of the delivery that a recipe in a result is called after. */
export const deliveryIn = (pemetaan: string): string | undefined =>
  /^(\d{4}(?:-\d+)?)\.json$/.exec(basename(pemetaan))?.[1];

function onlyOne<T>(list: readonly T[], isWanted: (each: T) => boolean): T | undefined {
  const found = list.filter(isWanted);
  return found.length === 1 ? found[0] : undefined;
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
