import type { Entry } from '#mapping';
import { INSTANSI_JATENG } from '#reference';

const CODE_BY_ID: ReadonlyMap<string, string> = new Map(INSTANSI_JATENG.map(({ id, kode }) => [id, kode]));
const NAME_BY_CODE: ReadonlyMap<string, string> = new Map(INSTANSI_JATENG.map(({ kode, nama }) => [kode, nama]));

/** BKN's four-digit short code of an instansi of Jawa Tengah, or '' for any other. */
export function instansiCodeOf(entry: Entry): string {
  return CODE_BY_ID.get(entry.code) ?? '';
}

/** The name for people; an unknown code stands for itself. */
export function instansiName(kode: string): string {
  return NAME_BY_CODE.get(kode) ?? kode;
}
