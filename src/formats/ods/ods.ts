import { MarkupRows, scanMarkup } from '../markup/markup-rows.ts';
import { type Book, bookTables, readBook } from '../sheet/book.ts';
import { fileName, type Opening, sourceOf } from '../stream/byte-source.ts';
import type { RowBlock, SourceTable } from '../types.ts';
import { openPackage } from '../zip/open-package.ts';
import { damaged, inflate, refuse, type Zip } from '../zip/zip.ts';
import { OdsSink } from './ods-sink.ts';

const CONTENT = 'content.xml';
const MANIFEST = 'meta-inf/manifest.xml';
const MAX_MANIFEST = 1_000_000;

/** Lists the tables of a spreadsheet of OpenDocument. Throws `RefusedFile`. */
export async function openOds(file: Opening): Promise<readonly SourceTable[]> {
  return await withBook(file, bookTables);
}

/** Streams the rows of one table. Throws `RefusedFile`. */
export async function* readOds(file: Opening, table: SourceTable): AsyncGenerator<RowBlock, void, undefined> {
  const zip = await openPackage(file);
  try {
    yield* readBook(bookOf(zip), table);
  } finally {
    zip.file.close();
  }
}

async function withBook<T>(file: Opening, use: (book: Book) => Promise<T>): Promise<T> {
  const zip = await openPackage(file);
  try {
    if (await isEncrypted(zip)) throw refuse('JENIS_BERSANDI', fileName(file));
    return await use(bookOf(zip));
  } finally {
    zip.file.close();
  }
}

function bookOf(zip: Zip): Book {
  const { berkas } = zip;
  const entry = zip.entries.get(CONTENT);
  if (!entry) throw damaged(berkas, CONTENT);
  return {
    berkas,
    async *scan(choose) {
      const rows = new MarkupRows(choose, berkas);
      yield* scanMarkup(sourceOf(inflate(zip, entry)), rows, new OdsSink(rows, berkas));
    },
  };
}

/** The list of parts says how each of them is encrypted. */
async function isEncrypted(zip: Zip): Promise<boolean> {
  const entry = zip.entries.get(MANIFEST);
  if (!entry || entry.uncompressedSize > MAX_MANIFEST) return false;
  let text = '';
  for await (const chunk of inflate(zip, entry)) text += chunk.toString('latin1');
  return /<(?:[\w.-]+:)?encryption-data[\s/>]/.test(text) || zip.entries.has('encrypted-package');
}
