import { ASISTEN, PERANGKAT_PROVINSI, type PerangkatDaerah, SEKSI, SUBBAGIAN } from '../lists/struktur.ts';
import type { Daerah } from '../lists/types.ts';
import { II_A, II_B, III_A, IV_A, NONE, numberedName, type UnitBuilder } from './builder.ts';

const BRANCHES = 13;
const SCHOOL_TEACHERS = 42;
const HOSPITAL_STAFF = 450;

/** The tree of the province: offices, biro, 13 branch offices of education, upper secondary schools, hospitals and balai. */
export function buildProvinsi(builder: UnitBuilder, daerah: readonly Daerah[]): void {
  const seat = daerah.find(({ instansi }) => instansi === '6471') ?? daerah[0];
  if (!seat) throw new Error('The province needs its areas');
  const [pendidikan, kesehatan] = PERANGKAT_PROVINSI.slice(0, 2).map((dinas) => addDinas(builder, seat, dinas));
  addSchools(builder, pendidikan ?? 0, daerah);
  addHospitals(builder, kesehatan ?? 0, daerah);
  for (const [at, dinas] of PERANGKAT_PROVINSI.slice(2).entries()) {
    if (builder.hasSeats) return;
    if (at === 1) addSetda(builder, seat);
    addDinas(builder, seat, dinas);
  }
  addBalai(builder, daerah);
}

function addDinas(builder: UnitBuilder, daerah: Daerah, { nama, bidang }: PerangkatDaerah): number {
  const dinas = builder.addTop(daerah, { nama, eselon: II_A });
  const office = { nama: `SEKRETARIAT ${nama}`, jabatan: `SEKRETARIS ${nama}`, eselon: III_A };
  const sekretariat = builder.addBelow(dinas, office);
  for (const part of SUBBAGIAN) builder.addBelow(sekretariat, { nama: `SUB BAGIAN ${part} ${nama}`, eselon: IV_A });
  for (const part of bidang) {
    const index = builder.addBelow(dinas, { nama: `BIDANG ${part}`, eselon: III_A });
    for (const seksi of SEKSI) builder.addBelow(index, { nama: `SEKSI ${seksi} ${part}`, eselon: IV_A });
  }
  return dinas;
}

function addSetda(builder: UnitBuilder, daerah: Daerah): void {
  const setda = builder.addTop(daerah, { nama: 'SEKRETARIAT DAERAH', jabatan: 'SEKRETARIS DAERAH', eselon: NONE });
  for (const { nama, bidang } of ASISTEN) {
    const asisten = builder.addBelow(setda, { nama: `ASISTEN ${nama}`, jabatan: `ASISTEN ${nama}`, eselon: NONE });
    for (const part of bidang) {
      const biro = builder.addBelow(asisten, { nama: `BIRO ${part}`, eselon: II_B });
      for (const seksi of SEKSI) builder.addBelow(biro, { nama: `BAGIAN ${seksi} ${part}`, eselon: III_A });
    }
  }
}

function addSchools(builder: UnitBuilder, induk: number, daerah: readonly Daerah[]): void {
  const schools = Math.max(1, Math.round(builder.staff.guru / SCHOOL_TEACHERS));
  const branches = Math.min(BRANCHES, schools);
  const indexes = Array.from({ length: branches }, (_, at) => {
    const nama = `CABANG DINAS PENDIDIKAN WILAYAH ${at + 1}`;
    return builder.addBelow(induk, { nama, eselon: III_A }, daerah[at * 2] ?? daerah[0]);
  });
  for (let at = 0; at < schools; at++) {
    const place = daerah[(at >> 1) % daerah.length];
    const number = Math.floor((at >> 1) / daerah.length) + 1;
    const nama = `${at % 2 === 0 ? 'SMA' : 'SMK'} NEGERI ${number} ${placeName(place)}`;
    builder.addBelow(indexes[at % branches] ?? induk, { nama, eselon: NONE, jenis: 'sekolah' }, place);
  }
}

function addHospitals(builder: UnitBuilder, induk: number, daerah: readonly Daerah[]): void {
  const hospitals = Math.max(1, Math.round(builder.staff.kesehatan / HOSPITAL_STAFF));
  for (let at = 0; at < hospitals; at++) {
    const place = daerah[(at * 5) % daerah.length];
    const nama = `RUMAH SAKIT UMUM DAERAH PROVINSI ${at + 1} ${placeName(place)}`;
    builder.addBelow(induk, { nama, eselon: NONE, jenis: 'kesehatan' }, place);
  }
}

function addBalai(builder: UnitBuilder, daerah: readonly Daerah[]): void {
  const tops = builder.drafts.flatMap(({ eselon, tingkat }, at) => (tingkat === 1 && eselon === II_A ? [at] : []));
  for (let at = 0; !builder.hasSeats; at++) {
    const induk = tops[at % tops.length] ?? 0;
    const round = Math.floor(at / tops.length);
    const place = daerah[round % daerah.length];
    const prefix = `BALAI ${builder.drafts[induk]?.nama ?? ''} WILAYAH`;
    const nama = numberedName(prefix, daerah.map(placeName), round);
    const balai = builder.addBelow(induk, { nama, eselon: III_A }, place);
    builder.addBelow(balai, { nama: `SUB BAGIAN TATA USAHA ${nama}`, eselon: IV_A });
    for (const part of ['PELAYANAN', 'PENGEMBANGAN', 'SARANA']) {
      builder.addBelow(balai, { nama: `SEKSI ${part} ${nama}`, eselon: IV_A });
    }
  }
}

function placeName(place: Daerah | undefined): string {
  if (!place) return '';
  return place.jenis === 'kota' ? `KOTA ${place.nama}` : place.nama;
}
