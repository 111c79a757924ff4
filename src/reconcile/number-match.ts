import { textOf } from '#formats';
import { EMPTY, getSlot, type Row } from '#mapping';
import { compareNama } from '#rules/nama.ts';
import { bytesEqual } from './compare/byte-texts.ts';
import type { BknShared } from './protocol.ts';
import { KeyIndex } from './store/key-index.ts';
import { RecordReader } from './store/record-store.ts';

const NIP = getSlot('nip');
const NAMA = getSlot('nama');
const TANGGAL_LAHIR = getSlot('tanggal_lahir');

/** Rungs by their place in CARA. */
export const RUNG_PNS_ID = 0;
export const RUNG_NIP = 1;

export interface NumberHit {
  /** BKN record, or -1. */
  record: number;
  rung: number;
  /** How much speaks for the hit: 4 for an equal NIP, 2 for an equal birth date, 1 for an equal or alike name; -1 for no hit. */
  agreement: number;
  /** A record that bears the number but is another person; -1 for none. */
  refused: number;
}

/**
 * Finds the person of a row by BKN's person id, then by NIP. A hit is not taken when both the name is unlike and the birth
 * date differs: one number, two people. Of several records with one number the one that agrees best counts.
 */
export function createNumberMatcher(bkn: BknShared): {
  readonly reader: RecordReader;
  find(row: Row, out: NumberHit): void;
} {
  const reader = new RecordReader(bkn.store);
  const byPnsId = new KeyIndex(bkn.byPnsId, reader, 0, 4);
  const byNip = new KeyIndex(bkn.byNip, reader, NIP.int, 2);

  const search = (index: KeyIndex, row: Row, at: number, rung: number, out: NumberHit): boolean => {
    for (let record = index.find(row.ints, at); record >= 0; record = index.after(record)) {
      reader.moveTo(record);
      const agreement = agreementOf(row, reader);
      if (agreement < 0) {
        out.refused = record;
      } else if (agreement > out.agreement) {
        out.record = record;
        out.rung = rung;
        out.agreement = agreement;
      }
    }
    return out.record >= 0;
  };
  return {
    reader,
    find(row, out) {
      out.record = -1;
      out.agreement = -1;
      out.refused = -1;
      if (search(byPnsId, row, 0, RUNG_PNS_ID, out)) return;
      search(byNip, row, NIP.int, RUNG_NIP, out);
    },
  };
}

/** How well a row and the selected record agree: -1 where name and birth date both speak against one person. */
function agreementOf(row: Row, reader: RecordReader): number {
  const birth = row.ints[TANGGAL_LAHIR.int] as number;
  const otherBirth = reader.ints[reader.int + TANGGAL_LAHIR.int] as number;
  reader.readTexts();
  const start = row.textStart[NAMA.text] as number;
  const end = row.textEnd[NAMA.text] as number;
  const otherStart = reader.textStart[NAMA.text] as number;
  const otherEnd = reader.textEnd[NAMA.text] as number;
  const bytes = row.textBytes[NAMA.text] as Uint8Array;
  const sameName = bytesEqual(bytes, start, end, reader.bytes, otherStart, otherEnd);
  const nip = hasSameNip(row, reader) ? 4 : 0;
  if (birth === otherBirth && birth > EMPTY) return nip + (sameName ? 3 : 2);
  if (sameName) return nip + 1;
  if (birth <= EMPTY || otherBirth <= EMPTY || start === end || otherStart === otherEnd) return nip;
  const name = textOf(bytes, start, end);
  const other = textOf(reader.bytes, otherStart, otherEnd);
  return compareNama(name, other).kelas === 'beda' ? -1 : nip + 1;
}

function hasSameNip(row: Row, reader: RecordReader): boolean {
  const high = row.ints[NIP.int] as number;
  return (
    high > 0 &&
    high === reader.ints[reader.int + NIP.int] &&
    row.ints[NIP.int + 1] === reader.ints[reader.int + NIP.int + 1]
  );
}
