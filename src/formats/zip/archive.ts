import { basename } from 'node:path';
import { type Problem, type ProblemCode, problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { MAX_INFLATED, MAX_MEMBERS, MAX_TABLES, sizeText } from '../limits.ts';
import { freeName, plainName } from '../plain-name.ts';
import type { Opening } from '../stream/byte-source.ts';
import type { Source, SourceTable } from '../types.ts';
import { refuse, type Zip } from './zip.ts';

/** Members that hold no table; a letter beside the data is no reason to refuse the data. */
const ASIDE: ReadonlySet<ProblemCode> = new Set([
  'JENIS_BUKAN_DATA',
  'JENIS_TIDAK_DIKENAL',
  'TANPA_TABEL',
  'HALAMAN_WEB',
  'BERKAS_KOSONG',
]);

/** What file managers leave in archives, and Office beside a file that is open ("~$daftar.xlsx"). */
export const LITTER = /(?:^|\/)(?:__MACOSX\/|\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

type OpenMember = (member: Opening) => Promise<Result<Source, Problem>>;

interface Member {
  readonly name: string;
  readonly source: Source;
}

/**
 * The tables of all members as one source. A member with one table gives it its own name; tables of a dump or a workbook keep
 * theirs, with the member before it where two are alike. Members without a table are passed over; what is damaged, encrypted or
 * past a cap refuses the archive, so that no table is missed in silence.
 */
export async function openArchive(zip: Zip, path: string, open: OpenMember): Promise<Result<Source, Problem>> {
  const files = memberNames(zip).map((member): NamedFile => [member, { path, member, ...PLAIN }]);
  return await gatherFiles(files, open, path, problem('ZIP_TANPA_TABEL', { berkas: zip.berkas }));
}

/** A file beside others, under the name that its table may take. */
export type NamedFile = readonly [name: string, file: Opening];

export const PLAIN = { gzipped: false, encoding: 'utf-8' } as const;

/** The tables of several files that belong together, as one source; `nothing` is said where none of them holds a table. */
export async function gatherFiles(
  files: readonly NamedFile[],
  open: OpenMember,
  path: string,
  nothing: Problem,
): Promise<Result<Source, Problem>> {
  const members: Member[] = [];
  const problems: Problem[] = [];
  for (const [name, file] of files) {
    const source = await open(file);
    if (source.ok) members.push({ name, source: source.value });
    else if (ASIDE.has(source.error.code)) problems.push(source.error);
    else return source;
  }
  const [only] = members;
  if (!only) {
    const [reason] = problems;
    return fail(reason && files.length === 1 ? reason : nothing);
  }
  const tables = nameTables(members);
  if (tables.length > MAX_TABLES) return fail(problem('BATAS_TABEL', { berkas: basename(path), batas: MAX_TABLES }));
  const container = members.length === 1 ? only.source.container : 'zip';
  return ok({ path, container, ...PLAIN, dialect: { kind: 'plain' }, tables });
}

/** @throws RefusedFile where there are too many members, or where they are too large together */
function memberNames({ berkas, entries }: Zip): readonly string[] {
  const members = [...entries.values()]
    .map((entry) => ({ name: entry.fileNameRaw.toString('utf8'), size: entry.uncompressedSize }))
    .filter(({ name }) => !name.endsWith('/') && !LITTER.test(name));
  if (members.length > MAX_MEMBERS) {
    throw refuse('XLSX_TERLALU_BANYAK', berkas, { batas: MAX_MEMBERS, hal: 'berkas' });
  }
  if (members.reduce((sum, { size }) => sum + size, 0) > MAX_INFLATED) {
    throw refuse('BATAS_KEMBANG', berkas, { batas: sizeText(MAX_INFLATED) });
  }
  return members.map(({ name }) => name);
}

function nameTables(members: readonly Member[]): SourceTable[] {
  const found = members.flatMap(({ name, source }) =>
    source.tables.map((table) => {
      const member = plainName(basename(name));
      const own = source.tables.length === 1 ? member : table.name;
      return { own, full: source.tables.length === 1 ? plainName(name) : `${member}/${table.name}`, source, table };
    }),
  );
  const counts = new Map<string, number>();
  for (const { own } of found) counts.set(own, (counts.get(own) ?? 0) + 1);
  const taken = new Set<string>();
  return found.map(({ own, full, source, table }) => {
    const name = freeName(counts.get(own) === 1 ? own : full, taken);
    taken.add(name);
    return { ...table, name, inside: { source, name: table.name } };
  });
}
