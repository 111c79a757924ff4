import {
  ASISTEN,
  PERANGKAT_KABUPATEN,
  type PerangkatDaerah,
  SEKSI,
  SEKSI_KECAMATAN,
  SEKSI_KELURAHAN,
  STAF_AHLI,
  SUBBAGIAN,
} from '../lists/struktur.ts';
import type { Daerah, KecamatanRow } from '../lists/types.ts';
import { II_A, II_B, III_A, III_B, IV_A, IV_B, NONE, numberedName, type UnitBuilder } from './builder.ts';

const SD_TEACHERS = 9;
const SMP_TEACHERS = 28;
const TK_TEACHERS = 3;
const PUSKESMAS_STAFF = 26;
const RSUD_STAFF = 400;

/** The tree of a kabupaten or kota, large enough for its people: offices first, then more technical units. */
export function buildKabupaten(builder: UnitBuilder, daerah: Daerah | undefined): void {
  if (!daerah) throw new Error('A kabupaten needs its area');
  const kecamatan = [...daerah.kecamatan];
  const [pendidikan, kesehatan] = PERANGKAT_KABUPATEN.slice(0, 2).map((dinas) => addDinas(builder, daerah, dinas));
  addSchools(builder, pendidikan ?? 0, daerah);
  addHealth(builder, kesehatan ?? 0, daerah);
  let next = 0;
  for (const [at, dinas] of PERANGKAT_KABUPATEN.slice(2).entries()) {
    if (builder.hasSeats) return;
    if (at === 1) addSetda(builder, daerah);
    if (at === 3) addInspektorat(builder, daerah);
    addDinas(builder, daerah, dinas);
    const row = kecamatan[next++];
    if (row) addKecamatan(builder, daerah, row);
  }
  for (const row of kecamatan.slice(next)) if (!builder.hasSeats) addKecamatan(builder, daerah, row);
  addTechnicalUnits(builder, daerah);
}

function addDinas(builder: UnitBuilder, daerah: Daerah, { nama, bidang }: PerangkatDaerah): number {
  const dinas = builder.addTop(daerah, { nama, eselon: II_B });
  const sekretariat = { nama: `SEKRETARIAT ${nama}`, jabatan: `SEKRETARIS ${nama}`, eselon: III_A };
  addSubbagian(builder, builder.addBelow(dinas, sekretariat), nama);
  for (const part of bidang) {
    const index = builder.addBelow(dinas, { nama: `BIDANG ${part}`, eselon: III_B });
    for (const seksi of SEKSI) builder.addBelow(index, { nama: `SEKSI ${seksi} ${part}`, eselon: IV_A });
  }
  return dinas;
}

function addSubbagian(builder: UnitBuilder, induk: number, nama: string): void {
  for (const part of SUBBAGIAN) builder.addBelow(induk, { nama: `SUB BAGIAN ${part} ${nama}`, eselon: IV_A });
}

function addSetda(builder: UnitBuilder, daerah: Daerah): void {
  const setda = builder.addTop(daerah, { nama: 'SEKRETARIAT DAERAH', jabatan: 'SEKRETARIS DAERAH', eselon: II_A });
  for (const { nama, bidang } of ASISTEN) {
    const asisten = builder.addBelow(setda, { nama: `ASISTEN ${nama}`, jabatan: `ASISTEN ${nama}`, eselon: II_B });
    for (const part of bidang) {
      const bagian = builder.addBelow(asisten, { nama: `BAGIAN ${part}`, eselon: III_A });
      for (const seksi of SEKSI) builder.addBelow(bagian, { nama: `SUB BAGIAN ${seksi} ${part}`, eselon: IV_A });
    }
  }
  for (const nama of STAF_AHLI) {
    const title = `STAF AHLI BIDANG ${nama}`;
    builder.addBelow(setda, { nama: title, jabatan: title, eselon: II_B });
  }
}

function addInspektorat(builder: UnitBuilder, daerah: Daerah): void {
  const top = builder.addTop(daerah, { nama: 'INSPEKTORAT', jabatan: 'INSPEKTUR', eselon: II_B });
  const sekretariat = { nama: 'SEKRETARIAT INSPEKTORAT', jabatan: 'SEKRETARIS INSPEKTORAT', eselon: III_A };
  addSubbagian(builder, builder.addBelow(top, sekretariat), 'INSPEKTORAT');
  for (const number of ['I', 'II', 'III', 'IV']) {
    const nama = `INSPEKTUR PEMBANTU WILAYAH ${number}`;
    builder.addBelow(top, { nama, jabatan: nama, eselon: III_A });
  }
}

function addKecamatan(builder: UnitBuilder, daerah: Daerah, [, nama, desa]: KecamatanRow): void {
  const top = builder.addTop(daerah, {
    nama: `KECAMATAN ${nama}`,
    jabatan: `CAMAT ${nama}`,
    eselon: III_A,
    jenis: 'kecamatan',
  });
  const office = { nama: `SEKRETARIAT KECAMATAN ${nama}`, jabatan: `SEKRETARIS KECAMATAN ${nama}`, eselon: III_B };
  const sekretariat = builder.addBelow(top, office);
  for (const part of SUBBAGIAN.slice(0, 2)) {
    builder.addBelow(sekretariat, { nama: `SUB BAGIAN ${part} KECAMATAN ${nama}`, eselon: IV_B });
  }
  for (const part of SEKSI_KECAMATAN) builder.addBelow(top, { nama: `SEKSI ${part} KECAMATAN ${nama}`, eselon: IV_A });
  for (const name of desa.split('|').slice(0, daerah.jenis === 'kota' ? 8 : 2))
    addKelurahan(builder, top, `${name} ${nama}`);
}

function addKelurahan(builder: UnitBuilder, induk: number, nama: string): void {
  const index = builder.addBelow(induk, { nama: `KELURAHAN ${nama}`, jabatan: `LURAH ${nama}`, eselon: IV_A });
  const office = { nama: `SEKRETARIAT KELURAHAN ${nama}`, jabatan: `SEKRETARIS KELURAHAN ${nama}`, eselon: IV_B };
  builder.addBelow(index, office);
  for (const part of SEKSI_KELURAHAN)
    builder.addBelow(index, { nama: `SEKSI ${part} KELURAHAN ${nama}`, eselon: IV_B });
}

function addSchools(builder: UnitBuilder, induk: number, daerah: Daerah): void {
  const { guru } = builder.staff;
  const kecamatan = daerah.kecamatan.map(([, nama]) => nama);
  const desa = [...new Set(daerah.kecamatan.flatMap(([, , names]) => names.split('|')))];
  const add = (prefix: string, names: readonly string[], count: number): void => {
    for (let at = 0; at < count; at++) {
      builder.addBelow(induk, { nama: numberedName(prefix, names, at), eselon: NONE, jenis: 'sekolah' });
    }
  };
  add('SD NEGERI', desa, Math.max(1, Math.round((guru * 0.62) / SD_TEACHERS)));
  add('SMP NEGERI', kecamatan, Math.max(1, Math.round((guru * 0.32) / SMP_TEACHERS)));
  add('TK NEGERI PEMBINA', kecamatan, Math.round((guru * 0.06) / TK_TEACHERS));
}

function addHealth(builder: UnitBuilder, induk: number, daerah: Daerah): void {
  const { kesehatan } = builder.staff;
  const puskesmas = Math.max(1, Math.round((kesehatan * 0.65) / PUSKESMAS_STAFF));
  for (let at = 0; at < puskesmas; at++) {
    const name = daerah.kecamatan[at % daerah.kecamatan.length]?.[1] ?? '';
    const round = Math.floor(at / daerah.kecamatan.length);
    const nama = `PUSKESMAS ${name}${round > 0 ? ` ${round + 1}` : ''}`;
    builder.addBelow(induk, { nama, eselon: NONE, jenis: 'kesehatan' });
  }
  const hospitals = Math.max(1, Math.round((kesehatan * 0.35) / RSUD_STAFF));
  for (let at = 0; at < hospitals; at++) {
    const nama = `RUMAH SAKIT UMUM DAERAH ${daerah.nama}${at > 0 ? ` ${at + 1}` : ''}`;
    builder.addBelow(induk, { nama, eselon: NONE, jenis: 'kesehatan' });
  }
}

/** What a larger staff has beyond the usual tree: technical units, each with a head and an office. */
function addTechnicalUnits(builder: UnitBuilder, daerah: Daerah): void {
  const tops = builder.drafts.flatMap(({ tingkat, jenis, eselon }, at) =>
    tingkat === 1 && jenis === 'kantor' && eselon === II_B ? [at] : [],
  );
  for (let at = 0; !builder.hasSeats; at++) {
    const induk = tops[at % tops.length] ?? 0;
    const name = daerah.kecamatan[Math.floor(at / tops.length) % daerah.kecamatan.length]?.[1] ?? '';
    const round = Math.floor(at / tops.length / daerah.kecamatan.length);
    const nama = `UPTD ${builder.drafts[induk]?.nama ?? ''} WILAYAH ${name}${round > 0 ? ` ${round + 1}` : ''}`;
    const index = builder.addBelow(induk, { nama, eselon: IV_A });
    builder.addBelow(index, { nama: `SUB BAGIAN TATA USAHA ${nama}`, eselon: IV_B });
  }
}
