import { type Problem, type ProblemCode, problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import type { TextEncoding } from './types.ts';

/** Kinds that are told apart by their first bytes; 'json' may turn out to be one object a line. */
export type Kind = 'csv' | 'sql' | 'dbf' | 'json' | 'zip' | 'xls' | 'html' | 'spreadsheetml' | 'mdb';

interface Signature {
  readonly at: number;
  readonly bytes: string;
  readonly code: ProblemCode;
  readonly jenis: string;
}

/** What is no table, or not read, by its first bytes. */
const REFUSED: readonly Signature[] = [
  { at: 0, bytes: '%PDF', code: 'JENIS_BUKAN_DATA', jenis: 'PDF' },
  { at: 0, bytes: 'MZ', code: 'JENIS_BUKAN_DATA', jenis: 'program Windows' },
  { at: 0, bytes: '\x7fELF', code: 'JENIS_BUKAN_DATA', jenis: 'program' },
  { at: 0, bytes: '\x89PNG', code: 'JENIS_BUKAN_DATA', jenis: 'gambar' },
  { at: 0, bytes: '\xff\xd8\xff', code: 'JENIS_BUKAN_DATA', jenis: 'gambar' },
  { at: 0, bytes: 'GIF8', code: 'JENIS_BUKAN_DATA', jenis: 'gambar' },
  { at: 0, bytes: '{\\rtf', code: 'JENIS_BUKAN_DATA', jenis: 'dokumen RTF' },
  { at: 0, bytes: 'Rar!', code: 'ARSIP_BELUM_DIDUKUNG', jenis: 'arsip RAR' },
  { at: 0, bytes: '7z\xbc\xaf', code: 'ARSIP_BELUM_DIDUKUNG', jenis: 'arsip 7z' },
  { at: 0, bytes: 'PAR1', code: 'JENIS_BELUM_DIDUKUNG', jenis: 'Parquet' },
  { at: 0, bytes: 'SQLite format 3', code: 'JENIS_BELUM_DIDUKUNG', jenis: 'basis data SQLite' },
];

/** The container of Office up to 2003; encrypted workbooks of any age lie in it too. */
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

export function isGzip(head: Buffer): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** Access databases, .mdb and .accdb. */
function isDatabase(start: string): boolean {
  return start.startsWith('Standard Jet DB', 4) || start.startsWith('Standard ACE DB', 4);
}

/** Whether the file is no text at all, so that zeros between letters say nothing about an encoding. */
function isBinaryContainer(head: Buffer): boolean {
  const start = head.toString('latin1', 0, 32);
  return isDatabase(start) || start.startsWith(OLE) || start.startsWith('PK') || isBareWorkbook(head);
}

/** How text is stored: by the byte order mark, or by the zeros that UTF-16 puts beside every Latin letter. */
export function findEncoding(head: Buffer): TextEncoding {
  if (isBinaryContainer(head)) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const length = Math.min(head.length, 4_096) & ~1;
  const zeros: [number, number] = [0, 0];
  for (let i = 0; i < length; i++) if (head[i] === 0) zeros[i & 1 ? 1 : 0]++;
  const pairs = length / 2;
  if (pairs < 4) return 'utf-8';
  if (zeros[1] > pairs * 0.7 && zeros[0] < pairs * 0.1) return 'utf-16le';
  return zeros[0] > pairs * 0.7 && zeros[1] < pairs * 0.1 ? 'utf-16be' : 'utf-8';
}

/** Recognises a file by its first bytes (inflated and decoded), never by its name. */
export function detectKind(head: Buffer, berkas: string): Result<Kind, Problem> {
  const start = head.toString('latin1', 0, 65_536);
  const refused = REFUSED.find(({ at, bytes }) => start.startsWith(bytes, at));
  if (refused) return fail(problem(refused.code, { berkas, jenis: refused.jenis }));
  if (start.startsWith(OLE) || isBareWorkbook(head)) return ok('xls');
  if (isGzip(head)) return fail(problem('GZIP_BERLAPIS', { berkas }));
  if (isDatabase(start)) return ok('mdb');
  // the second: a ZIP without anything in it
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return ok('zip');
  if (looksLikeDbf(head)) return ok('dbf');
  if (isBinary(head)) return fail(problem('JENIS_TIDAK_DIKENAL', { berkas }));
  const text = start.replace(/^\xef\xbb\xbf/, '').replace(/^\s*(?:<!--[^]*?-->\s*)*/, '');
  if (text.startsWith('<')) {
    if (/<(?:\w+:)?Workbook[\s>]/.test(text) && text.includes('office:spreadsheet')) return ok('spreadsheetml');
    if (/<table[\s>]/i.test(text) || /<(?:!doctype\s+)?html\b/i.test(text)) return ok('html');
    if (/^<(?:\?xml|!doctype|[a-z][\w:.-]*[\s>])/i.test(text)) {
      return fail(problem('JENIS_BELUM_DIDUKUNG', { berkas, jenis: 'XML atau halaman web tanpa tabel' }));
    }
  }
  if (/^MIME-Version:/i.test(text)) {
    return fail(problem('JENIS_BELUM_DIDUKUNG', { berkas, jenis: 'arsip halaman web (.mht)' }));
  }
  if (/^[[{]\s*(["[{}\]\d-]|true|false|null)/.test(text)) return ok('json');
  return ok(looksLikeSql(text) ? 'sql' : 'csv');
}

/** The stream of an .xls without its container, as small PHP applications write it: a first record of a known shape. */
function isBareWorkbook(head: Buffer): boolean {
  if (head.length < 12 || head.readUInt16LE(0) !== 0x0809) return false;
  return [8, 16].includes(head.readUInt16LE(2)) && [0x05, 0x10].includes(head.readUInt16LE(6));
}

/** A DBF header has no signature: a known version, a plausible date and lengths that fit each other. */
function looksLikeDbf(head: Buffer): boolean {
  if (head.length < 65 || ![0x02, 0x03, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8b, 0xcb, 0xf5].includes(head[0] ?? 0)) {
    return false;
  }
  const header = head.readUInt16LE(8);
  const record = head.readUInt16LE(10);
  return (head[2] ?? 99) <= 12 && (head[3] ?? 99) <= 31 && header >= 65 && record > 1;
}

/** More control characters than damage explains. */
function isBinary(head: Buffer): boolean {
  const length = Math.min(head.length, 65_536);
  let controls = 0;
  for (let i = 0; i < length; i++) {
    const byte = head[i] ?? 0;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 26) controls++;
  }
  return controls > 8 && controls > length * 0.05;
}

const SQL_START = /^(--|#|\/\*|(set|create|insert|replace|drop|use|begin|start|lock|copy|alter|delimiter|truncate)\s)/i;
const SQL_TABLE = /\b(insert\s+(ignore\s+)?into|replace\s+into|create\s+table|copy\s+\S+[^;\n]*\bfrom\s+stdin)\b/i;

function looksLikeSql(text: string): boolean {
  return SQL_START.test(text) && SQL_TABLE.test(text);
}
