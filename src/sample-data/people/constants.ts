import { PROVINSI } from '../lists/wilayah.ts';
import type { Facts } from '../person.ts';
import { makeId } from '../units.ts';
import { nameOfAgama, nameOfJenisPegawai, nameOfKawin } from './codes.ts';
import { type Context, type Slot, STREAM, streamOf } from './context.ts';
import {
  ageOn,
  describeHome,
  drawAgama,
  drawChildren,
  drawKawin,
  drawName,
  drawPhone,
  findHome,
  makeNik,
} from './identity.ts';
import { isoDate } from './decrees.ts';
import type { OfficeFrame } from './office-frame.ts';
import { mix32 } from '../random.ts';

const BLOOD = ['A', 'B', 'AB', 'O'];

/** Facts that no event of the career changes. */
export function constantFacts(context: Context, slot: Slot): Facts {
  return {
    ...identityFacts(context, slot),
    ...familyFacts(context, slot),
    ...officeFacts(context.frame),
  };
}

function identityFacts(context: Context, slot: Slot): Facts {
  const { origin } = slot;
  const random = streamOf(context, slot, STREAM.home);
  const home = findHome(context.frame.daerah, origin, random);
  const nama = drawName(context.catalogue, origin.perempuan, streamOf(context, slot, STREAM.name));
  const agama = drawAgama(random);
  const nik = makeNik(home, origin);
  return {
    pns_id_bkn: makeId(context.high, slot.number, context.low),
    nama,
    ...birthplace(context, home.daerah, random),
    tanggal_lahir: isoDate(origin.tanggalLahir),
    jenis_kelamin: origin.perempuan ? 'F' : 'M',
    agama_id: agama,
    agama: nameOfAgama(agama),
    golongan_darah: random.pick(BLOOD),
    nik,
    nik_valid: 'true',
    ...describeHome(home, PROVINSI, random),
    ...contactFacts(context, slot, nama),
    ...cardFacts(slot),
  };
}

function birthplace(
  context: Context,
  home: { lokasiId: string; nama: string },
  random: ReturnType<typeof streamOf>,
): Facts {
  const chance = random.unit();
  const { daerah, tempatLuar } = context.catalogue.lists;
  if (chance < 0.05) {
    const { id, nama, provinsi } = random.pick(tempatLuar);
    return placeFacts(id, nama, provinsi);
  }
  const place = chance < 0.2 ? random.pick(daerah) : home;
  return placeFacts(place.lokasiId, place.nama, PROVINSI);
}

function placeFacts(id: string, nama: string, provinsi: string): Facts {
  return { tempat_lahir_id: id, tempat_lahir: nama, tempat_lahir_kabupaten: nama, tempat_lahir_provinsi: provinsi };
}

function contactFacts(context: Context, slot: Slot, nama: string): Facts {
  const random = streamOf(context, slot, STREAM.contact);
  const word = (nama.split(' ')[0] ?? '').toLowerCase().replaceAll("'", '');
  const number = slot.number + 1;
  return {
    no_hp: drawPhone(number, random),
    ...(random.chance(0.2) ? { no_telepon: `02400000${String(random.below(10_000)).padStart(4, '0')}` } : {}),
    email: `${word}.${number}@contoh.test`,
    email_dinas: `${word}${number}.asn@contoh.test`,
  };
}

/** Numbers of cards and insurances: made of the person's number, with a first part that no real one has. */
function cardFacts({ number, origin }: Slot): Facts {
  const digits = String(number + 1).padStart(7, '0');
  const old = origin.cpnsYear < 2009 && origin.slot < 12;
  return {
    npwp: `9${digits.slice(0, 7)}9${digits.slice(4)}000`,
    no_bpjs: `0009${digits}99`,
    no_taspen: `T9${digits}`,
    no_rekening: `90${digits}1`,
    ...(old ? { nip_lama: `9${String(number + 1).padStart(8, '0')}` } : {}),
    ...(origin.slot < 12 ? { karpeg: `${old ? 'X' : 'Z'} ${digits}` } : {}),
  };
}

function familyFacts(context: Context, slot: Slot): Facts {
  const { origin } = slot;
  const random = streamOf(context, slot, STREAM.family);
  const age = ageOn(origin.tanggalLahir, context.horizon.per);
  const kawin = drawKawin(age, random);
  const children = drawChildren(kawin, age, random);
  const married = kawin === '1';
  return {
    status_perkawinan_id: kawin,
    status_perkawinan: nameOfKawin(kawin),
    jumlah_pasangan: married ? '1' : '0',
    jumlah_anak: String(Math.min(children, 2)),
    ...(married ? { nama_pasangan: drawName(context.catalogue, !origin.perempuan, random) } : {}),
    ...(married && origin.slot < 12 ? { karis_karsu: `9${String(slot.number + 1).padStart(7, '0')}` } : {}),
  };
}

/** The office that owns a person. */
export function officeFacts(frame: OfficeFrame): Facts {
  const { id, nama, satuanKerjaId } = frame.instansi;
  const jenis = frame.office.kode === '6400' ? '10' : '15';
  const kpkn = KPKN[mix32(Number(frame.office.kode)) % KPKN.length] ?? KPKN[0];
  return {
    instansi_id: id,
    instansi: nama,
    instansi_kerja_id: id,
    instansi_kerja: nama,
    instansi_kerja_kode_cepat: frame.office.kode,
    satuan_kerja_induk_id: satuanKerjaId,
    satuan_kerja_induk: nama,
    satuan_kerja_kerja_id: satuanKerjaId,
    satuan_kerja_kerja: nama,
    jenis_pegawai_id: jenis,
    jenis_pegawai: nameOfJenisPegawai(jenis),
    kpkn_id: kpkn[0],
    kpkn: kpkn[1],
  };
}

/** Offices of the treasury in the region with BKN's ids (SIASN, 2025). */
const KPKN = [
  ['A5EB03E21CEAF6A0E040640A040252AD', 'SEMARANG I'],
  ['A5EB03E21CECF6A0E040640A040252AD', 'PEKALONGAN'],
  ['A5EB03E21CEDF6A0E040640A040252AD', 'TEGAL'],
  ['A5EB03E21CEEF6A0E040640A040252AD', 'MAGELANG'],
  ['A5EB03E21CEFF6A0E040640A040252AD', 'SURAKARTA'],
  ['A5EB03E21CF0F6A0E040640A040252AD', 'PATI'],
  ['A5EB03E21CF1F6A0E040640A040252AD', 'KUDUS'],
  ['A5EB03E21CF2F6A0E040640A040252AD', 'PURWOKERTO'],
  ['A5EB03E21CF3F6A0E040640A040252AD', 'CILACAP'],
] as const;
