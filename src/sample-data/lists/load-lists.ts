import { type Lists, OWN_LISTS, type Program } from './lists.ts';
import { classifyPelaksana, classifyProgram } from './classify.ts';
import type { NameParts } from './nama.ts';
import { readRows } from './read-rows.ts';
import type { Daerah, JabatanFungsional, Jenjang, KecamatanRow, PelaksanaRow, Tempat } from './types.ts';

const JAWA_TENGAH = 'A5EB03E21F03F6A0E040640A040252AD';

/**
 * The large genuine lists: BKN's reference tables (`reference/`), places (`wilayah/`) and name parts (`nama/`) of a folder, each as
 * CSV. They follow the project's own, so that the usual titles stay usual and the rest makes the long tail.
 * @throws RefusedFile where a file is missing
 */
export async function loadLists(folder: string): Promise<Lists> {
  return {
    program: [...OWN_LISTS.program, ...(await loadPrograms(folder))],
    fungsional: [...OWN_LISTS.fungsional, ...(await loadFungsional(folder))],
    pelaksana: [...OWN_LISTS.pelaksana, ...(await loadPelaksana(folder))],
    daerah: await loadDaerah(folder),
    tempatLuar: await loadTempat(folder),
    nama: await loadNames(folder),
  };
}

async function loadPrograms(folder: string): Promise<Program[]> {
  const known = new Set(OWN_LISTS.program.map(({ tingkat, nama }) => `${tingkat} ${nama}`));
  const programs: Program[] = [];
  await readRows(folder, 'reference/pendidikan.csv', (row) => {
    const [id, tingkat, nama] = [row('id'), row('tingkatPendidikanId'), row('nama')];
    const kind = row('status') === '1' ? classifyProgram(tingkat, nama) : undefined;
    if (!kind || known.has(`${tingkat} ${nama}`)) return;
    known.add(`${tingkat} ${nama}`);
    programs.push({ id, tingkat, nama, ...kind });
  });
  return programs;
}

const SUFFIXES: ReadonlyMap<string, Jenjang> = new Map([
  ['Terampil', 'TR'],
  ['Mahir', 'MH'],
  ['Penyelia', 'PY'],
  ['Ahli Pertama', 'PT'],
  ['Ahli Muda', 'MU'],
  ['Ahli Madya', 'MA'],
  ['Ahli Utama', 'UT'],
]);
const LEVEL_SUFFIX = /^(.+) (Terampil|Mahir|Penyelia|Ahli (?:Pertama|Muda|Madya|Utama))$/;
const LIMITS: Readonly<Partial<Record<Jenjang, string>>> = { MA: '60', UT: '65' };
/** Posts of the central government. */
const NATIONAL =
  /Intelijen|Imigra|Jaksa|Pemasyarakatan|Bea dan Cukai|Pajak|Nuklir|Penerbang|Karantina|Konstitusi|Korupsi|Siaran|APBN/;

/** Posts in use whose age limits are those of the law, with all of their levels. */
async function loadFungsional(folder: string): Promise<JabatanFungsional[]> {
  const known = new Set(OWN_LISTS.fungsional.map(({ nama }) => nama));
  const posts = new Map<string, Partial<Record<Jenjang, string>>>();
  await readRows(folder, 'reference/jabatan_fungsional.csv', (row) => {
    const [, nama = '', suffix = ''] = LEVEL_SUFFIX.exec(row('nama')) ?? [];
    const jenjang = SUFFIXES.get(suffix);
    if (!jenjang || row('status') !== 'N' || known.has(nama) || NATIONAL.test(nama)) return;
    if (row('usiaBup') !== (LIMITS[jenjang] ?? '58') || row('jenjang') !== jenjang) return;
    posts.set(nama, { ...posts.get(nama), [jenjang]: row('id') });
  });
  return [...posts].map(([nama, jenjang]) => ({ nama, kelompok: 'lain', bidang: 'administrasi', jenjang }));
}

async function loadPelaksana(folder: string): Promise<PelaksanaRow[]> {
  const known = new Set(OWN_LISTS.pelaksana.map(([, , nama]) => nama));
  const titles: PelaksanaRow[] = [];
  await readRows(folder, 'reference/jabatan_pelaksana.csv', (row) => {
    const nama = row('nama');
    const tanda = known.has(nama) ? undefined : classifyPelaksana(nama);
    if (!tanda) return;
    known.add(nama);
    titles.push([tanda, row('id'), nama]);
  });
  return titles;
}

/** All kecamatan and desa of the 35 areas. */
async function loadDaerah(folder: string): Promise<Daerah[]> {
  const desa = new Map<string, string[]>();
  await readRows(folder, 'wilayah/jateng_desa_kelurahan.csv', (row) => {
    const kecamatan = row('kode_kecamatan');
    desa.set(kecamatan, [...(desa.get(kecamatan) ?? []), row('nama').toUpperCase()]);
  });
  const kecamatan = new Map<string, KecamatanRow[]>();
  await readRows(folder, 'wilayah/jateng_kecamatan.csv', (row) => {
    const kode = row('kode_kemendagri');
    const area = row('kode_kabkota').replace('.', '');
    const one: KecamatanRow = [kode.replaceAll('.', ''), row('nama').toUpperCase(), (desa.get(kode) ?? []).join('|')];
    kecamatan.set(area, [...(kecamatan.get(area) ?? []), one]);
  });
  return OWN_LISTS.daerah.map((area) => ({ ...area, kecamatan: kecamatan.get(area.kode) ?? area.kecamatan }));
}

/** Every kabupaten and kota outside the province. */
async function loadTempat(folder: string): Promise<Tempat[]> {
  const provinces = new Map<string, string>();
  const places: { id: string; nama: string; induk: string }[] = [];
  await readRows(folder, 'reference/lokasi_kabupaten.csv', (row) => {
    const jenis = row('jenis');
    if (jenis === 'P') provinces.set(row('id'), row('nama'));
    if (jenis === 'KB') places.push({ id: row('id'), nama: row('nama'), induk: row('lokasiId') });
  });
  return places.flatMap(({ id, nama, induk }) => {
    const provinsi = provinces.get(induk);
    return induk === JAWA_TENGAH || provinsi === undefined ? [] : [{ id, nama, provinsi }];
  });
}

async function loadNames(folder: string): Promise<NameParts> {
  const { nama } = OWN_LISTS;
  const parts = {
    depanPria: new Set(nama.depanPria),
    depanWanita: new Set(nama.depanWanita),
    belakangPria: new Set(nama.belakangPria),
    belakangWanita: new Set(nama.belakangWanita),
  };
  await readRows(folder, 'nama/nama_token.csv', (row) => {
    const word = row('nama').toUpperCase();
    if (!/^[A-Z']{3,}$/.test(word)) return;
    const front = row('posisi') === 'depan';
    const sex = row('jenis_kelamin');
    if (sex !== 'P') (front ? parts.depanPria : parts.belakangPria).add(word);
    if (sex !== 'L') (front ? parts.depanWanita : parts.belakangWanita).add(word);
  });
  return {
    depanPria: [...parts.depanPria],
    depanWanita: [...parts.depanWanita],
    belakangPria: [...parts.belakangPria],
    belakangWanita: [...parts.belakangWanita],
  };
}
