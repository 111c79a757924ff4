import { ZipWriter } from '../zip/zip-writer.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Parts of a package in the order of writing; a name may stand twice. */
export type Parts = readonly (readonly [name: string, content: string | Uint8Array])[];

export interface SheetParts {
  readonly name?: string;
  /** What stands inside `sheetData`. */
  readonly rows: string;
  /** What follows it. */
  readonly tail?: string;
  readonly state?: string;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetParts[];
  /** Inside `sst`. */
  readonly strings?: string;
  /** Inside `styleSheet`. */
  readonly styles?: string;
  /** Attributes of `workbookPr`. */
  readonly properties?: string;
}

export async function writeZip(path: string, parts: Parts): Promise<string> {
  const zip = new ZipWriter(path);
  for (const [name, content] of parts) {
    await zip.startEntry(name);
    await zip.write(Buffer.from(content));
  }
  await zip.close();
  return path;
}

/** The parts of a workbook from hand-written XML. */
export function workbookParts({ sheets, strings, styles, properties = '' }: WorkbookParts): Parts {
  const list = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${name ?? `Lembar ${i + 1}`}" sheetId="${i + 1}" ${state ? `state="${state}"` : ''} r:id="r${i}"/>`,
  );
  const relations = [
    ...sheets.map((_, i) => relation(`r${i}`, 'worksheet', `worksheets/s${i}.xml`)),
    relation('rs', 'sharedStrings', '/xl/sharedStrings.xml'),
    relation('rt', 'styles', 'styles.xml'),
  ];
  return [
    ['_rels/.rels', relationsXml([relation('r', 'officeDocument', 'xl/workbook.xml')])],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr ${properties}/><sheets>${list.join('')}</sheets></workbook>`,
    ],
    ['xl/_rels/workbook.xml.rels', relationsXml(relations)],
    ...sheets.map(({ rows, tail }, i) => [`xl/worksheets/s${i}.xml`, sheetXml(rows, tail)] as const),
    ['xl/sharedStrings.xml', `<sst xmlns="${MAIN}">${strings ?? ''}</sst>`],
    ['xl/styles.xml', `<styleSheet xmlns="${MAIN}">${styles ?? ''}</styleSheet>`],
  ];
}

export function sheetXml(rows: string, tail = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${tail}</worksheet>`;
}

/** A row of inline texts; undefined leaves the cell out. */
export function textRow(...texts: readonly (string | undefined)[]): string {
  const cells = texts.map((text) => (text === undefined ? '<c/>' : `<c t="inlineStr"><is><t>${text}</t></is></c>`));
  return `<row>${cells.join('')}</row>`;
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}

function relationsXml(relations: readonly string[]): string {
  return `<Relationships>${relations.join('')}</Relationships>`;
}
