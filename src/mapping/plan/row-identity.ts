import type { ProblemCode } from '#kernel/problem.ts';
import { EMPTY, PNS_ID_INTS, getSlot, UNUSABLE } from './slots.ts';
import type { Row } from './row.ts';

const NIP = getSlot('nip');
const NIP_LAMA = getSlot('nip_lama');
const NIK = getSlot('nik');
const NAMA = getSlot('nama');
const TANGGAL_LAHIR = getSlot('tanggal_lahir');

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

const decoder = new TextDecoder();

/**
 * Whether a row is a person at all. A row without any number, and without name and birth date together, is a subtotal,
 * a signature or a remark; a row with a broken number and a made-up name is a trial.
 */
export function judgeIdentity(row: Row): ProblemCode | undefined {
  const { ints } = row;
  if ((ints[NIP.int] as number) > 0) return undefined;
  const nameLength = (row.textEnd[NAMA.text] as number) - (row.textStart[NAMA.text] as number);
  if (nameLength > 0 && nameLength <= 16 && TEST_NAMES.has(nameOf(row).toUpperCase())) return 'BARIS_DATA_UJI';
  if (ints[NIP.int] === UNUSABLE && nameLength > 0) return undefined;
  for (let i = 0; i < PNS_ID_INTS; i++) if (ints[i] !== 0) return undefined;
  if ((ints[NIP_LAMA.int + 1] as number) > 0 || (ints[NIK.int] as number) > 0) return undefined;
  return nameLength > 0 && (ints[TANGGAL_LAHIR.int] as number) > EMPTY ? undefined : 'BARIS_BUKAN_ORANG';
}

function nameOf(row: Row): string {
  const bytes = row.textBytes[NAMA.text] as Uint8Array;
  return decoder.decode(bytes.subarray(row.textStart[NAMA.text], row.textEnd[NAMA.text])).trim();
}
