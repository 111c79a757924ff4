import { INSTANSI_JATENG } from '#reference';
import type { Source } from './read-source.ts';
import { codeOf, type Person } from './value.ts';

/** A row of a Simpeg. */
export interface SimpegRow {
  readonly source: Source;
  readonly person: Person;
}

/** BKN's short code of the instansi that a field names; '' for any outside of Jawa Tengah. */
export function instansiOf(person: Person, field: 'instansi' | 'instansi_kerja'): string {
  const id = codeOf(person, field);
  return INSTANSI_JATENG.find((row) => row.id === id)?.kode ?? '';
}

/** Whether BKN has the person at that office, as owner or as place of work; where BKN names none, yes (decision 0006). */
export function belongs({ source }: SimpegRow, bkn: Person): boolean {
  const owner = instansiOf(bkn, 'instansi');
  return owner === '' || owner === source.instansi || instansiOf(bkn, 'instansi_kerja') === source.instansi;
}
