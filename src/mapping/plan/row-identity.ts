import type { ProblemCode } from '#kernel/problem.ts';
import { EMPTY, PNS_ID_INTS, getSlot, isUnusable } from './slots.ts';
import type { Row } from './row.ts';

const NIP = getSlot('nip');
const NIP_LAMA = getSlot('nip_lama');
const NIK = getSlot('nik');
const NAMA = getSlot('nama');
const TANGGAL_LAHIR = getSlot('tanggal_lahir');
const TMT_CPNS = getSlot('tmt_cpns');
const GOLONGAN = getSlot('golongan');

/** Names under which people try out a system. Compared folded, and only where the row has no usable NIP. */
const TEST_NAMES = new Set([
  'ASDF',
  'ASDFG',
  'ASDFASDF',
  'QWERTY',
  'COBA',
  'COBA COBA',
  'TES',
  'TEST',
  'TESTING',
  'XXX',
  'ADMIN',
  'USER',
]);

/** Bytes of the longest name that is looked up among trials and headings. */
const LONGEST_MARK = 40;

const decoder = new TextDecoder();

/**
 * Whether a row is a person at all. A row whose name is the heading of its column (`headings`, in capitals) repeats the headings. A row without any number, and without name and birth date together, is a subtotal,
 * a signature or a remark; a row with a broken number and a made-up name is a trial; one without a usable NIP, a golongan and
 * a TMT CPNS, where the source keeps those (`hasCareer`), is staff that is no ASN.
 */
export function judgeIdentity(row: Row, hasCareer: boolean, headings: ReadonlySet<string>): ProblemCode | undefined {
  const { ints } = row;
  if ((ints[NIP.int] as number) > 0) return undefined;
  const nameLength = (row.textEnd[NAMA.text] as number) - (row.textStart[NAMA.text] as number);
  const nama = nameLength > 0 && nameLength <= LONGEST_MARK ? nameOf(row).toUpperCase() : '';
  if (TEST_NAMES.has(nama)) return 'BARIS_DATA_UJI';
  if (headings.has(nama)) return 'BARIS_JUDUL';
  for (let i = 0; i < PNS_ID_INTS; i++) if (ints[i] !== 0) return undefined;
  if ((ints[NIP_LAMA.int + 1] as number) > 0) return undefined;
  if (hasCareer && nameLength > 0 && ints[GOLONGAN.int] === EMPTY && ints[TMT_CPNS.int] === EMPTY) {
    return hasPerson(row, nameLength) ? 'BARIS_BUKAN_ASN' : 'BARIS_BUKAN_ORANG';
  }
  return isUnusable(ints[NIP.int] as number) && nameLength > 0 ? undefined : refuseNobody(row, nameLength);
}

/** Whether a number or name and birth date tell that the row is about a person. */
function hasPerson({ ints }: Row, nameLength: number): boolean {
  const isBorn = (ints[TANGGAL_LAHIR.int] as number) > EMPTY;
  return isUnusable(ints[NIP.int] as number) || (ints[NIK.int] as number) > 0 || (nameLength > 0 && isBorn);
}

function refuseNobody(row: Row, nameLength: number): ProblemCode | undefined {
  return hasPerson(row, nameLength) ? undefined : 'BARIS_BUKAN_ORANG';
}

function nameOf(row: Row): string {
  const bytes = row.textBytes[NAMA.text] as Uint8Array;
  return decoder.decode(bytes.subarray(row.textStart[NAMA.text], row.textEnd[NAMA.text])).trim();
}
