import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { csvLine } from '../containers/csv.ts';
import { FileSink } from '../containers/file-sink.ts';

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

/** The truth, written line by line in the order in which it comes about: office by office, row by row. */
export interface Ledger {
  add(file: LedgerFile, cells: readonly LedgerCell[]): void;
  /** As `add`, but the lines of one office come out in the order of their text when the office is complete. */
  addSorted(file: 'selisih' | 'ikd', cells: readonly LedgerCell[]): void;
  endOffice(): void;
  count(file: LedgerFile): number;
  close(): void;
}

/** A bare byte in a delivered cell stands in the ledger as the character that it means in Windows-1252's lower half. */
const plainText = (text: string): string =>
  text.replaceAll(/[\ue000-\ue0ff]/g, (raw) => String.fromCharCode(raw.charCodeAt(0) - 0xe000));

export function createLedger(folder: string): Ledger {
  mkdirSync(folder, { recursive: true });
  const line = csvLine(',', '\n');
  const names = Object.keys(FILES) as LedgerFile[];
  const counts = new Map<LedgerFile, number>();
  const waiting = new Map<LedgerFile, string[]>();
  const sinks = new Map(
    names.map((name) => {
      const sink = new FileSink(join(folder, `${name}.csv`));
      sink.write(`${FILES[name]}\n`);
      return [name, sink] as const;
    }),
  );
  const textOf = (cells: readonly LedgerCell[]): string =>
    plainText(line(cells.map((cell) => (cell === undefined ? '' : String(cell)))));
  const counted = (file: LedgerFile): void => {
    counts.set(file, (counts.get(file) ?? 0) + 1);
  };
  return {
    add: (file, cells) => {
      counted(file);
      sinks.get(file)?.write(textOf(cells));
    },
    addSorted: (file, cells) => {
      counted(file);
      const lines = waiting.get(file);
      if (lines) lines.push(textOf(cells));
      else waiting.set(file, [textOf(cells)]);
    },
    endOffice: () => {
      for (const [file, lines] of waiting) {
        for (const text of lines.toSorted()) sinks.get(file)?.write(text);
      }
      waiting.clear();
    },
    count: (file) => counts.get(file) ?? 0,
    close: () => {
      for (const sink of sinks.values()) sink.close();
    },
  };
}
