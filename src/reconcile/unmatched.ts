import { textOf } from '#formats';
import { createRow, EMPTY, getSlot, type Row, ROW_INTS, ROW_TEXTS, setText, type Slot } from '#mapping';
import { foldNama } from '#rules/nama.ts';
import { IntList } from './int-list.ts';
import type { Unmatched } from './protocol.ts';
import { RecordReader, RecordWriter, SEGMENT_SHIFT } from './store/record-store.ts';

const NIP = getSlot('nip');
const NIP_LAMA = getSlot('nip_lama');
const NIK = getSlot('nik');
const NAMA = getSlot('nama');
const TANGGAL_LAHIR = getSlot('tanggal_lahir');
const TMT_CPNS = getSlot('tmt_cpns');
const JENIS_KELAMIN = getSlot('jenis_kelamin');

/** The folded name of a row, without titles. */
export function nameOf(row: Row): string {
  const bytes = row.textBytes[NAMA.text] as Uint8Array;
  return foldNama(textOf(bytes, row.textStart[NAMA.text] as number, row.textEnd[NAMA.text] as number));
}

/** Rows that no number paired: kept whole for comparing later, with the keys that the lower rungs look at. */
export class UnmatchedRows {
  readonly #rows = new RecordWriter(SEGMENT_SHIFT.small);
  readonly #dataRow = new IntList();
  readonly #nip = new IntList();
  readonly #nipLama = new IntList();
  readonly #nik = new IntList();
  readonly #tanggalLahir = new IntList();
  readonly #tmtCpns = new IntList();
  readonly #jenisKelamin: string[] = [];
  readonly #nama: string[] = [];
  readonly #refused = new IntList();
  #reader: RecordReader | undefined;
  #restored: Row | undefined;

  /** `sexOf` gives M, F or '' for the entry of the sex field; `refused` is the record that the guard turned away, or -1. */
  add(row: Row, dataRow: number, sexOf: (entry: number) => string, refused: number): void {
    const at = (slot: Slot, offset = 0): number => row.ints[slot.int + offset] as number;
    this.#rows.append(dataRow, row);
    this.#dataRow.push(dataRow);
    this.#nip.push(at(NIP));
    this.#nip.push(at(NIP, 1));
    this.#nipLama.push(at(NIP_LAMA) < 0 ? EMPTY : at(NIP_LAMA, 1));
    this.#nik.push(at(NIK));
    this.#nik.push(at(NIK, 1));
    this.#tanggalLahir.push(at(TANGGAL_LAHIR));
    this.#tmtCpns.push(at(TMT_CPNS));
    this.#jenisKelamin.push(sexOf(at(JENIS_KELAMIN)));
    this.#nama.push(nameOf(row));
    this.#refused.push(refused);
  }

  summary(): Unmatched {
    return {
      dataRow: this.#dataRow.toArray(),
      nip: this.#nip.toArray(),
      nipLama: this.#nipLama.toArray(),
      nik: this.#nik.toArray(),
      tanggalLahir: this.#tanggalLahir.toArray(),
      tmtCpns: this.#tmtCpns.toArray(),
      jenisKelamin: this.#jenisKelamin,
      nama: this.#nama,
      refused: this.#refused.toArray(),
    };
  }

  /** Integers of every row, one after the other: index of the first in the array that is given. */
  forEachInts(visit: (ints: Int32Array, at: number) => void): void {
    const reader = this.#read();
    for (let position = 0; position < reader.count; position++) {
      reader.moveTo(position);
      visit(reader.ints, reader.int);
    }
  }

  /** Rows are only added before the first is read again. */
  #read(): RecordReader {
    this.#reader ??= new RecordReader(this.#rows.finish());
    return this.#reader;
  }

  /** The row again, for comparing it with the person that a lower rung found: one object, overwritten for each. */
  restore(position: number): Row {
    const reader = this.#read();
    const row = (this.#restored ??= createRow());
    reader.moveTo(position);
    reader.readTexts();
    row.ints.set(reader.ints.subarray(reader.int, reader.int + ROW_INTS));
    for (let i = 0; i < ROW_TEXTS; i++) {
      setText(row, i, reader.bytes, reader.textStart[i] as number, reader.textEnd[i] as number);
    }
    return row;
  }
}
