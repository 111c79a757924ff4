import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { csvLine } from '../containers/csv.ts';
import { FileSink } from '../containers/file-sink.ts';
import { createSorter } from './sorter.ts';

/** The files of the truth and their columns. `baris` is the 1-based data row. */
const FILES = {
  orang:
    'orang_id,jenis_asn,instansi,pns_id,nip,nip_lama,nik,nama,gelar_depan,gelar_belakang,tempat_lahir,tanggal_lahir,jenis_kelamin,agama,status_perkawinan,tmt_cpns,tmt_pns,golongan_cpns,golongan,tmt_golongan,masa_kerja_tahun,masa_kerja_bulan,gaji_pokok,tmt_kgb,jenis_jabatan,jabatan,eselon,tmt_jabatan,unit_kerja,unit_organisasi_induk,pendidikan_tingkat,pendidikan_nama,pendidikan_tahun_lulus,kedudukan_hukum,tmt_pensiun,status',
  riwayat: 'orang_id,jenis,urut,tmt,tgl_sk,no_sk,nilai_json',
  pasangan: 'instansi,baris_simpeg,baris_bkn,orang_id,nip,jenis,cara',
  selisih: 'instansi,nip,kolom,nilai_simpeg,nilai_bkn,kelas,sebab,benar',
  cacat: 'instansi,berkas,tabel,baris,kolom_sumber,kanonik,cacat,sisi,orang_id,nilai_tertulis,nilai_benar,harapan',
  kolom: 'instansi,kiriman,berkas,tabel,entitas,urutan,kolom_sumber,kanonik,bagian,pembaca_json,rahasia',
  acuan: 'instansi,tabel,kode_sumber,label_sumber,kanonik,kode_bkn',
  unit: 'instansi,kode_sumber,unor_id,nama,nama_lama,induk_id,tingkat',
  berkas:
    'instansi,kiriman,berkas,wadah,penyandian,pemisah,tabel,baris_judul,baris_data,keluarga,versi,profil,per_tanggal',
  ikd: 'instansi,nip,indikator,terlihat',
  perubahan: 'kiriman,orang_id,instansi,peristiwa,tmt,kolom,nilai_lama,nilai_baru,tampak_simpeg,tampak_bkn',
} as const;

export type LedgerFile = keyof typeof FILES;

export type LedgerCell = string | number | undefined;

/** Columns by which the lines of a file are sorted; a number counts as a number. */
const KEYS: Readonly<Record<LedgerFile, readonly string[]>> = {
  orang: ['orang_id'],
  riwayat: ['orang_id', 'jenis', 'urut'],
  pasangan: ['instansi', 'baris_simpeg', 'baris_bkn'],
  selisih: ['instansi', 'nip', 'kolom'],
  cacat: ['instansi', 'berkas', 'tabel', 'baris', 'kolom_sumber'],
  kolom: ['instansi', 'kiriman', 'berkas', 'tabel', 'urutan'],
  acuan: ['instansi', 'tabel', 'kode_sumber'],
  unit: ['instansi', 'kode_sumber'],
  berkas: ['instansi', 'kiriman', 'berkas'],
  ikd: ['instansi', 'nip', 'indikator'],
  perubahan: ['kiriman', 'orang_id', 'instansi', 'peristiwa'],
};
const NUMBERS: ReadonlySet<string> = new Set(['urut', 'urutan', 'baris', 'baris_simpeg', 'baris_bkn']);

/** The truth: lines come in the order in which they come about and stand in the files by their first columns. */
export interface Ledger {
  add(file: LedgerFile, cells: readonly LedgerCell[]): void;
  count(file: LedgerFile): number;
  close(): void;
}

/** A bare byte in a delivered cell stands in the ledger as the character that it means in Windows-1252's lower half. */
const plainText = (text: string): string =>
  text.replaceAll(/[\ue000-\ue0ff]/g, (raw) => String.fromCharCode(raw.charCodeAt(0) - 0xe000));

export function createLedger(folder: string): Ledger {
  mkdirSync(folder, { recursive: true });
  const line = csvLine(',', '\n');
  const files = new Map((Object.keys(FILES) as LedgerFile[]).map((file) => [file, openFile(folder, file)] as const));
  const textOf = (cells: readonly LedgerCell[]): string =>
    plainText(line(cells.map((cell) => (cell === undefined ? '' : String(cell)))));
  return {
    add: (file, cells) => files.get(file)?.add(cells, textOf(cells)),
    count: (file) => files.get(file)?.count() ?? 0,
    close: () => {
      for (const file of files.values()) file.close();
    },
  };
}

/** Keeps nothing: for deliveries of which nobody asks for the truth. */
export const NO_LEDGER: Ledger = { add: () => undefined, count: () => 0, close: () => undefined };

interface OpenFile {
  add(cells: readonly LedgerCell[], text: string): void;
  count(): number;
  close(): void;
}

function openFile(folder: string, file: LedgerFile): OpenFile {
  const columns = FILES[file].split(',');
  const places = KEYS[file].map((name) => ({ at: columns.indexOf(name), isNumber: NUMBERS.has(name) }));
  const path = join(folder, `${file}.csv`);
  const sorter = createSorter(path);
  let lines = 0;
  return {
    add: (cells, text) => {
      let key = '';
      for (const { at, isNumber } of places) {
        const value = cells[at];
        key += isNumber ? String(value ?? '').padStart(9, '0') : (value ?? '');
        key += '\u0001';
      }
      lines++;
      sorter.add(key, text);
    },
    count: () => lines,
    close: () => {
      const sink = new FileSink(path);
      sink.write(`${FILES[file]}\n`);
      sorter.drainInto(sink);
      sink.close();
    },
  };
}
