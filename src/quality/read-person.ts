import type { FieldName } from '#canonical';
import { cellText, type RowBlock } from '#formats';
import { isEmptyText } from '#kernel/text.ts';
import type { Reference } from '#reference';
import { foldBknId } from '#rules/bkn-id.ts';
import { parseBoolean } from '#rules/boolean.ts';
import { parseDigit } from '#rules/digit.ts';
import { type Given, type IkdPerson, UNKNOWN_PERSON } from '#rules/ikd/person.ts';
import type { JenisKelamin } from '#rules/nip.ts';
import type { Reading } from '#rules/reading.ts';
import { parseTanggal } from '#rules/tanggal.ts';
import type { ExportColumns } from './export-columns.ts';
import { memoise } from './memoise.ts';
import { createPostLookup, type Post } from './posts.ts';

/** Reads what the indicators ask from one row. The block's bytes are not kept. */
export type PersonReader = (block: RowBlock, row: number) => IkdPerson;

type Cell<T> = (block: RowBlock, row: number) => Given<T>;

const NO_POST: Post = { dikenal: undefined, jenjang: undefined, bup: undefined };
const ABSENT = (): undefined => undefined;

/**
 * Compiles the reading of a person. The marks of the export are understood: an apostrophe before digits, the word null, dates
 * dd-mm-yyyy. An unreadable value is undefined, never empty; of a missing column every value is.
 */
export function createPersonReader(columns: ExportColumns, reference: Reference): PersonReader {
  const cell = <T>(field: FieldName, read: (text: string) => Given<T>): Cell<T> => {
    const column = columns(field);
    return column < 0 ? ABSENT : (block, row) => read(cellText(block, row, column));
  };
  const code = <T>(field: FieldName, read: (text: string) => Given<T>): Cell<T> => cell(field, memoise(read));

  const nip = cell('nip', (text) => given(parseDigit(text)));
  const nik = cell('nik', readText);
  const email = cell('email', readText);
  const noHp = cell('no_hp', readText);
  const gelarDepan = code('gelar_depan', readText);
  const gelarBelakang = code('gelar_belakang', readText);
  const nikValid = code('nik_valid', (text) => given(parseBoolean(text, true)));
  const tanggalLahir = code('tanggal_lahir', (text) => given(parseTanggal(text, 'dmy', { epochIsEmpty: false })));
  const tmtCpns = code('tmt_cpns', (text) => given(parseTanggal(text, 'dmy')));
  const tmtPns = code('tmt_pns', (text) => given(parseTanggal(text, 'dmy')));
  const jenisKelamin = code('jenis_kelamin', readSex);
  const statusCpnsPns = code('status_cpns_pns', (text) => mapGiven(readText(text), (status) => status.toUpperCase()));
  const kedudukanHukum = code('kedudukan_hukum_id', readNumber);
  const jenisPegawai = code('jenis_pegawai_id', readNumber);
  const golongan = code('golongan_id', readNumber);
  const jenisJabatan = code('jenis_jabatan_id', readNumber);
  const tingkatPendidikan = code('pendidikan_tingkat_id', readNumber);
  const jabatan = code('jabatan', readText);
  const jabatanId = code('jabatan_id', readId);
  const pendidikanId = cell('pendidikan_nama_id', readText);
  const unor = cell('unit_kerja_id', readId);
  const instansiInduk = code('instansi_id', readId);
  const instansiKerja = code('instansi_kerja_id', readId);
  const eselonId = code('eselon_id', readNumber);
  const eselonNama = code('eselon', (text) => readEselon(text, reference));
  const bup = code('bup', readNumber);
  const jenisPenugasan = code('jenis_penugasan', (text) => mapGiven(readText(text), (kind) => kind.toUpperCase()));
  const postOf = memoise(createPostLookup(reference));

  return (block, row) => {
    const digits = nip(block, row);
    const post = jabatanId(block, row);
    const { dikenal, jenjang, bup: bupOfPost } = isKnown(post) ? postOf(post) : NO_POST;
    const ownBup = bup(block, row);
    return {
      ...UNKNOWN_PERSON,
      nip: isKnown(digits) && digits.length === 18 ? digits : undefined,
      tanggalLahir: tanggalLahir(block, row),
      jenisKelamin: jenisKelamin(block, row),
      nik: nik(block, row),
      nikValid: nikValid(block, row),
      gelar: firstGiven(gelarDepan(block, row), gelarBelakang(block, row)),
      email: email(block, row),
      noHp: noHp(block, row),
      statusCpnsPns: statusCpnsPns(block, row),
      kedudukanHukum: kedudukanHukum(block, row),
      jenisPegawai: jenisPegawai(block, row),
      tmtCpns: tmtCpns(block, row),
      tmtPns: tmtPns(block, row),
      golongan: golongan(block, row),
      jenisJabatan: jenisJabatan(block, row),
      jabatanId: post,
      jabatan: jabatan(block, row),
      tingkatPendidikan: tingkatPendidikan(block, row),
      pendidikanId: pendidikanId(block, row),
      unor: unor(block, row),
      instansiInduk: instansiInduk(block, row),
      instansiKerja: instansiKerja(block, row),
      jabatanDikenal: dikenal,
      jenjang,
      bup: isKnown(ownBup) ? ownBup : bupOfPost,
      eselon: firstGiven(eselonId(block, row), eselonNama(block, row)),
      jenisPenugasan: jenisPenugasan(block, row),
    };
  };
}

/** Text without the apostrophe that marks digits. */
export function readText(text: string): Given<string> {
  const bare = text.charCodeAt(0) === 39 ? text.slice(1) : text;
  return isEmptyText(bare) ? 'kosong' : bare;
}

function readId(text: string): Given<string> {
  return mapGiven(readText(text), foldBknId);
}

/** A numeric code; zeros alone stand for none, anything else is unreadable. */
function readNumber(text: string): Given<number> {
  return mapGiven(readText(text), (bare) => {
    if (!/^\d{1,4}$/.test(bare)) return undefined;
    return Number(bare) === 0 ? 'kosong' : Number(bare);
  });
}

const SEX: ReadonlyMap<string, JenisKelamin> = new Map([
  ['M', 'M'],
  ['F', 'F'],
]);

function readSex(text: string): Given<JenisKelamin> {
  return mapGiven(readText(text), (sex) => SEX.get(sex.toUpperCase()));
}

/** II.b, II/b or BKN's code; two codes are printed I.a, of which either is JPT. */
function readEselon(text: string, reference: Reference): Given<number> {
  return mapGiven(readText(text), (bare) => {
    const table = reference.table('eselon');
    const found = table.findByName(bare);
    const rows = found.kind === 'many' ? found.rows : found.kind === 'one' ? [found.row] : [];
    return rows[0] ? Number(rows[0].id) : readNumber(bare);
  });
}

function given<T>(reading: Reading<T>): Given<T> {
  if (!reading.ok) return undefined;
  return reading.value ?? 'kosong';
}

function isKnown<T>(value: Given<T>): value is T {
  return value !== undefined && value !== 'kosong';
}

function mapGiven<T, U>(value: Given<T>, map: (value: T) => Given<U>): Given<U> {
  return isKnown(value) ? map(value) : value;
}

/** The first that holds something; empty only where both are delivered and empty. */
function firstGiven<T>(first: Given<T>, second: Given<T>): Given<T> {
  if (isKnown(first)) return first;
  if (isKnown(second)) return second;
  return first === 'kosong' && second === 'kosong' ? 'kosong' : undefined;
}
