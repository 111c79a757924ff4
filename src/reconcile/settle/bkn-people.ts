import { textOf } from '#formats';
import { getSlot, type Slot } from '#mapping';
import { foldNama } from '#rules/nama.ts';
import type { BknShared } from '../protocol.ts';
import { EntryTable } from '../store/entry-table.ts';
import { RecordReader } from '../store/record-store.ts';
import { readNip } from './derived-key.ts';
import type { PersonKey } from './person-key.ts';

const NIP_LAMA = getSlot('nip_lama');
const NIK = getSlot('nik');
const NAMA = getSlot('nama');
const TANGGAL_LAHIR = getSlot('tanggal_lahir');
const TMT_CPNS = getSlot('tmt_cpns');
const JENIS_KELAMIN = getSlot('jenis_kelamin');
const INSTANSI = getSlot('instansi');
const INSTANSI_KERJA = getSlot('instansi_kerja');
const KEDUDUKAN_HUKUM = getSlot('kedudukan_hukum');
const NIP = getSlot('nip');

/** BKN's codes of legal standing for people who have left: above 51, but for those whose data are only blocked, and PPPK. */
const GONE: ReadonlySet<string> = new Set(['52', '66', '67', '68', '69', '70', '77', '88', '89', '91', '98', '99']);

const usable = (value: number): number => (value > 0 ? value : 0);

function tableOf({ entries }: BknShared, slot: Slot): EntryTable | undefined {
  const shared = entries[slot.dictionary];
  return shared && new EntryTable(shared);
}

/** BKN's people one at a time, read from the shared records. */
export class BknPeople {
  readonly count: number;
  readonly #reader: RecordReader;
  readonly #bkn: BknShared;
  readonly #sexes: EntryTable | undefined;
  readonly #standings: EntryTable | undefined;

  constructor(bkn: BknShared) {
    this.#bkn = bkn;
    this.#reader = new RecordReader(bkn.store);
    this.count = this.#reader.count;
    this.#sexes = tableOf(bkn, JENIS_KELAMIN);
    this.#standings = tableOf(bkn, KEDUDUKAN_HUKUM);
  }

  #int(record: number, int: number): number {
    this.#reader.moveTo(record);
    return this.#reader.ints[this.#reader.int + int] as number;
  }

  dataRow(record: number): number {
    this.#reader.moveTo(record);
    return this.#reader.dataRow;
  }

  nip(record: number): readonly [high: number, low: number] {
    return [this.nipHigh(record), this.nipLow(record)];
  }

  /** The digits before the last nine; 0 or less for no usable NIP. */
  nipHigh(record: number): number {
    return this.#int(record, NIP.int);
  }

  nipLow(record: number): number {
    return this.#int(record, NIP.int + 1);
  }

  nipLama(record: number): number {
    return this.#int(record, NIP_LAMA.int) < 0 ? 0 : this.#int(record, NIP_LAMA.int + 1);
  }

  nik(record: number): readonly [high: number, low: number] {
    return [usable(this.#int(record, NIK.int)), this.#int(record, NIK.int + 1)];
  }

  tanggalLahir(record: number): number {
    return usable(this.#int(record, TANGGAL_LAHIR.int));
  }

  tmtCpns(record: number): number {
    return usable(this.#int(record, TMT_CPNS.int));
  }

  /** Code of the owning instansi; '' outside Jawa Tengah or unknown. */
  instansi(record: number): string {
    return this.#bkn.instansiCodes[this.#int(record, INSTANSI.int)] ?? '';
  }

  instansiKerja(record: number): string {
    return this.#bkn.instansiKerjaCodes[this.#int(record, INSTANSI_KERJA.int)] ?? '';
  }

  /** The name as delivered. */
  nama(record: number): string {
    this.#reader.moveTo(record);
    this.#reader.readTexts();
    const { bytes, textStart, textEnd } = this.#reader;
    return textOf(bytes, textStart[NAMA.text] as number, textEnd[NAMA.text] as number);
  }

  /** Name of the legal standing of somebody who has left; undefined for people in service and where it is not told. */
  gone(record: number): string | undefined {
    const entry = this.#standings?.get(this.#int(record, KEDUDUKAN_HUKUM.int));
    return entry && GONE.has(entry.code) ? entry.text : undefined;
  }

  key(record: number): PersonKey {
    const [nikHigh, nikLow] = this.nik(record);
    const [nipHigh, nipLow] = this.nip(record);
    return {
      nipHigh: usable(nipHigh),
      nipLow,
      nipLama: this.nipLama(record),
      nikHigh,
      nikLow,
      tanggalLahir: this.tanggalLahir(record),
      tmtCpns: this.tmtCpns(record),
      tmtNip: readNip(nipHigh, nipLow)?.tmtCpns ?? this.tmtCpns(record),
      jenisKelamin: this.#sexes?.get(this.#int(record, JENIS_KELAMIN.int)).code ?? '',
      nama: foldNama(this.nama(record)),
      instansi: [this.instansi(record), this.instansiKerja(record)],
    };
  }
}
