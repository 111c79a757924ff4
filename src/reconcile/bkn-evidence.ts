import { textOf } from '#formats';
import { type Evidence, formatInts, getSlot, isClosedField, type Slot, SLOTS } from '#mapping';
import type { BknShared } from './protocol.ts';
import type { EntryTable } from './store/entry-table.ts';
import { KeyIndex } from './store/key-index.ts';
import { RecordReader } from './store/record-store.ts';

const NIP = getSlot('nip');

/**
 * BKN's people as evidence for the mapping of a delivery: what `petakan --bkn` reads from the export, taken from the records
 * that are in memory for the reconciliation.
 */
export function createBknEvidence(bkn: BknShared, bknEntries: readonly EntryTable[]): Evidence {
  const reader = new RecordReader(bkn.store);
  const byNip = new KeyIndex(bkn.byNip, reader, NIP.int, 2);
  const slots = bkn.delivered.map((index) => SLOTS[index] as Slot);
  return (nip) => {
    const record = byNip.find(Int32Array.of(Number(nip.slice(0, -9)), Number(nip.slice(-9))), 0);
    if (record < 0) return undefined;
    reader.moveTo(record);
    reader.readTexts();
    return Object.fromEntries(slots.flatMap((slot) => textsOf(slot, reader, bknEntries)));
  };
}

/** The value of the selected record, under the name of its field and, where it is a pair of text and id, of both. */
function textsOf(slot: Slot, reader: RecordReader, bknEntries: readonly EntryTable[]): [string, string][] {
  const { field, kind } = slot;
  if (kind === 'teks') {
    const text = textOf(reader.bytes, reader.textStart[slot.text] as number, reader.textEnd[slot.text] as number);
    return text === '' ? [] : [[field.nama, text]];
  }
  const first = reader.ints[reader.int + slot.int] as number;
  const second = kind === 'digit' ? (reader.ints[reader.int + slot.int + 1] as number) : 0;
  if (field.normalisasi === 'masa_kerja') return first > 0 ? yearsAndMonths(field.nama, first - 1) : [];
  if (kind !== 'sandi') {
    // a NPWP has 15 digits until it becomes the 16 of the NIK
    const text = formatInts(slot, first, second, undefined).replace(field.tipe === 'npwp' ? /^0/ : /^$/, '');
    return text === '' ? [] : [[field.nama, text]];
  }
  const entry = first > 0 ? bknEntries[slot.dictionary]?.get(first) : undefined;
  if (!entry || entry.text === '') return [];
  const own: [string, string] = [
    field.nama,
    isClosedField(field) && slot.idField === undefined ? entry.code : entry.text,
  ];
  return slot.idField === undefined || entry.code === '' ? [own] : [own, [slot.idField, entry.code]];
}

/** Years and months of service are one slot and two fields. */
function yearsAndMonths(years: string, months: number): [string, string][] {
  return [
    [years, String(Math.trunc(months / 12))],
    [years.replace(/_tahun$/, '_bulan'), String(months % 12)],
  ];
}
