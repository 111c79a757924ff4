import { type Problem, problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { inflate, type Zip } from './zip.ts';

/** What a ZIP is: one of the workbooks that are ZIPs inside, or an archive of files. */
export type PackageKind = 'xlsx' | 'ods' | 'archive';

const SPREADSHEET = /^application\/vnd\.oasis\.opendocument\.spreadsheet(?:-template)?\s*$/;
const LONGEST_TYPE = 200;

/** Tells a ZIP by the parts it holds. Throws `RefusedFile` where they cannot be read. */
export async function packageKind(zip: Zip): Promise<Result<PackageKind, Problem>> {
  const names = [...zip.entries.keys()];
  const has = (start: string): boolean => names.some((name) => name.startsWith(start));
  const { berkas } = zip;
  if (has('word/') || has('ppt/'))
    return fail(problem('JENIS_BUKAN_DATA', { berkas, jenis: 'dokumen Word atau slide' }));
  if (has('xl/') || zip.entries.has('_rels/.rels') || zip.entries.has('[content_types].xml')) return ok('xlsx');
  const type = await openDocumentType(zip);
  if (type === undefined) return ok(zip.entries.has('meta-inf/manifest.xml') && has('content.xml') ? 'ods' : 'archive');
  return SPREADSHEET.test(type)
    ? ok('ods')
    : fail(problem('JENIS_BUKAN_DATA', { berkas, jenis: 'dokumen OpenDocument tanpa lembar kerja' }));
}

async function openDocumentType(zip: Zip): Promise<string | undefined> {
  const entry = zip.entries.get('mimetype');
  if (!entry || entry.uncompressedSize > LONGEST_TYPE) return undefined;
  let text = '';
  for await (const chunk of inflate(zip, entry)) text += chunk.toString('latin1');
  return text.startsWith('application/vnd.oasis.') ? text : undefined;
}
