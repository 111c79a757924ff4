import { posix } from 'node:path';
import type { Entry } from 'yauzl';
import { type NumberKind, numberKind, PLAIN } from '../sheet/serial-dates.ts';
import { MAX_SHEETS, MAX_SMALL_PART_BYTES } from '../sheet/sheet-limits.ts';
import { tagsOf } from './xlsx-xml.ts';
import { damaged, inflate, refuse, type Zip } from '../zip/zip.ts';

const PROLOGUE_BYTES = 4096;

export interface Sheet {
  readonly name: string;
  readonly entry: Entry;
}

export interface Workbook {
  readonly zip: Zip;
  /** Visible worksheets in the order of their tabs. */
  readonly sheets: readonly Sheet[];
  /** Names of those that are hidden beside them. */
  readonly hidden: readonly string[];
  readonly strings: Entry | undefined;
  /** Kind of each cell style (`cellXfs`), by its number. */
  readonly kinds: readonly NumberKind[];
  readonly mode1904: boolean;
}

interface Relation {
  readonly id: string;
  /** Last word of the type's address: the addresses differ between the transitional and the strict standard. */
  readonly type: string;
  readonly target: string;
}

/** Finds the parts of a workbook by their relations, not by usual names. Throws `RefusedFile`. */
export async function readWorkbook(zip: Zip): Promise<Workbook> {
  const root = (await relationsOf(zip, '')).find(({ type }) => type === 'officeDocument');
  const path = root?.target ?? 'xl/workbook.xml';
  if (path.endsWith('.bin') || !zip.entries.has(path.toLowerCase())) throw refuse('XLSX_BUKAN', zip.berkas);
  const relations = await relationsOf(zip, path);
  const partOf = (type: string) =>
    zip.entries.get(relations.find((one) => one.type === type)?.target.toLowerCase() ?? '');
  const styles = partOf('styles');
  return {
    zip,
    ...sheetsOf(zip, await readText(zip, path), relations),
    strings: partOf('sharedStrings'),
    kinds: styles ? kindsOf(await readEntry(zip, styles)) : [],
  };
}

function sheetsOf(
  zip: Zip,
  xml: string,
  relations: readonly Relation[],
): Pick<Workbook, 'sheets' | 'hidden' | 'mode1904'> {
  const worksheets = new Map(
    relations.filter(({ type }) => type === 'worksheet').map(({ id, target }) => [id, target]),
  );
  const found: { readonly sheet: Sheet; readonly visible: boolean }[] = [];
  let mode1904 = false;
  for (const { name, attributes } of tagsOf(xml)) {
    if (name === 'workbookPr') mode1904 = /^(?:1|true)$/.test(attributes.get('date1904') ?? '');
    if (name !== 'sheet') continue;
    const target = worksheets.get([...attributes].find(([key]) => key.endsWith(':id'))?.[1] ?? '');
    if (target === undefined) continue; // a chart or macro sheet
    const entry = zip.entries.get(target.toLowerCase());
    if (!entry) throw damaged(zip.berkas, target);
    found.push({
      sheet: { name: attributes.get('name') ?? '', entry },
      visible: !attributes.get('state')?.includes('idden'),
    });
  }
  if (found.length > MAX_SHEETS) throw refuse('XLSX_TERLALU_BANYAK', zip.berkas, { batas: MAX_SHEETS, hal: 'lembar' });
  const visible = found.filter((one) => one.visible);
  const shown = visible.length > 0 ? visible : found;
  const hidden = found.flatMap((one) => (shown.includes(one) ? [] : [one.sheet.name]));
  return { sheets: shown.map(({ sheet }) => sheet), hidden, mode1904 };
}

function kindsOf(xml: string): NumberKind[] {
  const codes = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let inCells = false;
  for (const { name, attributes } of tagsOf(xml)) {
    const id = Number(attributes.get('numFmtId') ?? 0);
    if (name === 'numFmt') codes.set(id, attributes.get('formatCode') ?? '');
    if (name === 'xf' && inCells) kinds.push(numberKind(id, codes.get(id)));
    if (name === 'cellXfs') inCells = true;
    if (name === 'cellStyles' || name === 'dxfs') inCells = false;
  }
  return kinds.some((kind) => kind !== PLAIN) ? kinds : [];
}

/** Relations of a part; of the package for the empty path. Targets are paths from the root of the package. */
async function relationsOf(zip: Zip, path: string): Promise<Relation[]> {
  const folder = posix.dirname(path);
  const name = posix.join(folder, '_rels', `${posix.basename(path)}.rels`);
  if (!zip.entries.has(name.toLowerCase())) return [];
  const relations: Relation[] = [];
  for (const { name: tag, attributes } of tagsOf(await readText(zip, name))) {
    if (tag !== 'Relationship' || attributes.get('TargetMode') === 'External') continue;
    relations.push({
      id: attributes.get('Id') ?? '',
      type: posix.basename(attributes.get('Type') ?? ''),
      target: posix.resolve('/', folder, attributes.get('Target') ?? '').slice(1),
    });
  }
  return relations;
}

async function readText(zip: Zip, path: string): Promise<string> {
  const entry = zip.entries.get(path.toLowerCase());
  if (!entry) throw damaged(zip.berkas, path);
  return await readEntry(zip, entry);
}

async function readEntry(zip: Zip, entry: Entry): Promise<string> {
  const part = entry.fileNameRaw.toString('utf8');
  if (entry.uncompressedSize > MAX_SMALL_PART_BYTES) {
    throw refuse('XLSX_TERLALU_BESAR', zip.berkas, { bagian: part, batas: MAX_SMALL_PART_BYTES / 1_000_000 });
  }
  const chunks: Buffer[] = [];
  for await (const chunk of inflate(zip, entry)) chunks.push(chunk);
  const xml = Buffer.concat(chunks);
  checkPrologue(zip, part, xml);
  return xml.toString('utf8');
}

/**
 * Refuses a part that declares a document type (external entities, "billion laughs") or that is not XML in UTF-8. `start`
 * is the beginning of the part; nothing in it is ever fetched or expanded anyway.
 */
export function checkPrologue(zip: Zip, part: string, start: Uint8Array): void {
  const text = Buffer.from(start.buffer, start.byteOffset, Math.min(start.length, PROLOGUE_BYTES)).toString('utf8');
  if (/<!DOCTYPE/i.test(text)) throw refuse('XLSX_TIDAK_AMAN', zip.berkas, { temuan: `DOCTYPE (${part})` });
  const encoding = /^\uFEFF?<\?xml[^>]*\sencoding=["']([\w-]+)/.exec(text)?.[1]?.toLowerCase() ?? 'utf-8';
  if (!/^\uFEFF?\s*</.test(text) || (encoding !== 'utf-8' && encoding !== 'us-ascii')) throw damaged(zip.berkas, part);
}
