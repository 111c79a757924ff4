import type { z } from 'zod';
import type { BKN_INSTANSI, Instansi } from '#identity/contract';
import type { deliveryDetail } from '#intake/contract';
import type { Balance, DifferenceRow, PersonAnswer, PersonList } from '#findings/contract';

/** Invented people and figures for the browser tests: small, always the same, and in the form of the contracts. */

const KABUPATEN =
  'Semarang Kendal Demak Grobogan Pekalongan Batang Tegal Brebes Pati Kudus Pemalang Jepara Rembang Blora Banyumas Cilacap Purbalingga Banjarnegara Magelang Temanggung Wonosobo Purworejo Kebumen Klaten Boyolali Sragen Sukoharjo Karanganyar Wonogiri';
const KOTA = 'Semarang Salatiga Pekalongan Tegal Magelang Surakarta';

const bkn: typeof BKN_INSTANSI = 1;

export const INSTANSI: readonly Instansi[] = [
  { instansi: bkn, nama: 'Badan Kepegawaian Negara', jenis: 'bkn' },
  { instansi: 6400, nama: 'Provinsi Jawa Tengah', jenis: 'provinsi' },
  ...KABUPATEN.split(' ').map<Instansi>((name, at) => ({
    instansi: 6401 + at,
    nama: `Kabupaten ${name}`,
    jenis: 'kabupaten',
  })),
  ...KOTA.split(' ').map<Instansi>((name, at) => ({ instansi: 6471 + at, nama: `Kota ${name}`, jenis: 'kota' })),
];

const GIVEN =
  'Wening Aji Ratna Yoga Sulistya Bayu Endah Handaru Galuh Ririn Dwi Pramesti Laras Arga Sekar Bimo Tirta Anindya Wahyu Puspita'.split(
    ' ',
  );
const FAMILY =
  'Sasmitaningrum Brahmantyaka Kusumaningdyah Pradhipta Handarini Aryaseta Retnowulan Wijanarta Pramuditya Kusumangtyas Wulandini Kinanthi'.split(
    ' ',
  );
const POSTS = [
  'Guru Ahli Muda, SMP 3 Jekulo',
  'Perawat Terampil, Puskesmas Undaan',
  'Analis SDM Aparatur, BKPSDM',
  'Penata Kelola Pemerintahan, Kecamatan Dawe',
  'Bidan Mahir, Puskesmas Gebog',
];

type Person = PersonList['baris'][number];

export const two = (value: number): string => String(value).padStart(2, '0');
const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? '';

function personAt(instansi: number, at: number): Person {
  const post = pick(POSTS, at * 7 + 1);
  const keadaan = at % 41 === 40 ? 'hanya-simpeg' : at % 53 === 52 ? 'hanya-bkn' : 'berpasangan';
  return {
    instansi,
    orang: `p${at}`,
    nama: `${pick(GIVEN, at)} ${pick(FAMILY, at * 5 + Math.floor(at / 20))}`,
    nip: `19${70 + (at % 28)}${two(1 + (at % 12))}${two(1 + (at % 28))}2010${two(1 + (at % 12))}${1 + (at % 2)}${String(900 + (at % 99))}`,
    golongan: pick(['III/a', 'III/b', 'III/c', 'III/d', 'IV/a', 'II/c'], at * 3),
    jabatan: post.split(', ')[0] ?? null,
    unit: post.split(', ')[1] ?? null,
    keadaan,
    // Between a fifth and a twentieth of the people, from one instansi to the next.
    selisih: keadaan === 'berpasangan' && (at * 7) % (3 + ((instansi * 5) % 13)) === 2 ? 1 + (at % 3) : 0,
  };
}

const compareNames = (a: { nama: string }, b: { nama: string }): number => a.nama.localeCompare(b.nama, 'id');
const sizes = new Map<number, readonly Person[]>();

/** 420 people of Kudus, which every list shows; 40 of each other instansi. */
export function peopleOf(instansi: number): readonly Person[] {
  const known = sizes.get(instansi);
  if (known !== undefined) return known;
  const people = Array.from({ length: instansi === 6410 ? 420 : 40 }, (_, at) =>
    personAt(instansi, at + (instansi % 7)),
  );
  const sorted = people.toSorted(compareNames);
  sizes.set(instansi, sorted);
  return sorted;
}

export function balanceOf(people: readonly Person[]): Balance {
  const count = (is: (person: Person) => boolean): number => people.filter(is).length;
  const berpasangan = count(({ keadaan }) => keadaan === 'berpasangan');
  const hanyaSimpeg = count(({ keadaan }) => keadaan === 'hanya-simpeg');
  const hanyaBkn = count(({ keadaan }) => keadaan === 'hanya-bkn');
  const berselisih = count(({ selisih }) => selisih > 0);
  return {
    simpeg: berpasangan + hanyaSimpeg,
    bkn: berpasangan + hanyaBkn,
    berpasangan,
    selaras: berpasangan - berselisih,
    berselisih,
    hanyaSimpeg,
    hanyaBkn,
  };
}

interface Kind {
  readonly sebab: string;
  readonly kalimat: string;
  readonly bidang: string;
  readonly label: string;
  readonly simpeg: string | null;
  readonly bkn: string | null;
  readonly kelas: DifferenceRow['kelas'];
}

export const KINDS: readonly Kind[] = [
  {
    sebab: 'tanggal-bulan-tertukar',
    kalimat: 'Tanggal dan bulan tertukar pada TMT golongan',
    bidang: 'tmt_golongan',
    label: 'TMT golongan',
    simpeg: '2021-01-04',
    bkn: '2021-04-01',
    kelas: 'beda',
  },
  {
    sebab: 'gelar-belum-tercatat',
    kalimat: 'Gelar belum tercatat di BKN',
    bidang: 'gelar_belakang',
    label: 'Gelar belakang',
    simpeg: 'S.Pd., M.Pd.',
    bkn: 'S.Pd.',
    kelas: 'beda',
  },
  {
    sebab: 'unit-lama',
    kalimat: 'Unit kerja memakai nama sebelum SOTK 2025',
    bidang: 'unit_kerja',
    label: 'Unit kerja',
    simpeg: 'SMP 3 Jekulo',
    bkn: 'UPT Disdik Jekulo',
    kelas: 'mirip',
  },
  {
    sebab: 'hp-kosong',
    kalimat: 'Nomor HP kosong di BKN',
    bidang: 'nomor_hp',
    label: 'Nomor HP',
    simpeg: '0813-••••-2271',
    bkn: null,
    kelas: 'kosong_bkn',
  },
  {
    sebab: 'ejaan-nama',
    kalimat: 'Ejaan nama berbeda (oe/u, dj/j, tj/c)',
    bidang: 'nama',
    label: 'Nama',
    simpeg: 'SUHARTO WIDJAJA',
    bkn: 'SOEHARTO WIJAYA',
    kelas: 'beda',
  },
];

export function differencesOf(instansi: number): readonly DifferenceRow[] {
  return peopleOf(instansi).flatMap((person, at) =>
    Array.from({ length: person.selisih }, (_, nth) => {
      const kind = KINDS[(at + nth * 2) % KINDS.length] ?? KINDS[0];
      if (kind === undefined) throw new Error('no kinds of differences');
      return {
        instansi,
        orang: person.orang,
        nama: person.nama,
        nip: person.nip,
        jabatan: person.jabatan,
        bidang: kind.bidang,
        label: kind.label,
        nilaiSimpeg: kind.simpeg,
        nilaiBkn: kind.bkn,
        kelas: kind.kelas,
        sebab: kind.sebab,
        kalimat: kind.kalimat,
        sejak: '2026-11-03',
      };
    }),
  );
}

type Group = PersonAnswer['kelompok'][number];
type Field = Group['bidang'][number];

const same = (bidang: string, label: string, value: string | null, simpeg: string | null = value): Field => ({
  bidang,
  label,
  simpeg,
  bkn: value,
  simpegKeadaan: simpeg === null ? 'kosong' : 'isi',
  bknKeadaan: value === null ? 'kosong' : 'isi',
  kelas: null,
  kalimat: null,
  tersamar: false,
});

/** Groups of fields of one person, the differing ones among them. */
export function groupsOf(person: Person): readonly Group[] {
  const differing = differencesOf(person.instansi)
    .filter(({ orang }) => orang === person.orang)
    .map<Field>((row) => ({
      ...same(row.bidang, row.label, row.nilaiBkn, row.nilaiSimpeg),
      kelas: row.kelas,
      kalimat: row.kalimat,
      tersamar: row.bidang === 'nomor_hp',
    }));
  const isEmpty = new Set(differing.map(({ bidang }) => bidang));
  const rest = (fields: readonly Field[]): Field[] => fields.filter(({ bidang }) => !isEmpty.has(bidang));
  return [
    {
      nama: 'Identitas',
      bidang: [
        ...differing,
        ...rest([
          same('nama', 'Nama', person.nama.toUpperCase()),
          same('tanggal_lahir', 'Tanggal lahir', '1985-04-17'),
          { ...same('nik', 'NIK', '3319•• •••••• ••07'), tersamar: true },
          same('agama', 'Agama', 'Islam'),
          { ...same('npwp', 'NPWP', '09.•••.•••.4-506'), simpeg: null, simpegKeadaan: 'tidak-dikirim', tersamar: true },
        ]),
      ],
    },
    {
      nama: 'Golongan',
      bidang: rest([
        same('golongan', 'Golongan', 'Penata, III/c'),
        same('tmt_golongan', 'TMT golongan', '2021-04-01'),
        same('masa_kerja', 'Masa kerja golongan', '11 tahun 3 bulan'),
        same('nomor_sk', 'Nomor SK', '823.3/0907/2021'),
      ]),
    },
    {
      nama: 'Jabatan',
      bidang: rest([
        same('jabatan', 'Jabatan', person.jabatan, 'GURU MUDA MATEMATIKA'),
        same('tmt_jabatan', 'TMT jabatan', '2021-02-01'),
        same('unit_kerja', 'Unit kerja', person.unit),
        same('eselon', 'Eselon', null),
      ]),
    },
  ];
}

type Detail = z.infer<typeof deliveryDetail>;

const BASE: Omit<Detail, 'kiriman' | 'keadaan' | 'namaBerkas'> = {
  instansi: 6410,
  besarByte: 3_100_000,
  sidikJari: '9f3c'.padEnd(60, '0') + 'e21a',
  pengirim: 'Laras Kinanthi',
  diterimaPada: '2026-11-10T01:36:00Z',
  per: '2026-11-10',
  terbitPada: null,
  baris: { dibaca: 432, diterima: 420, dikarantina: 12 },
  struktur: {
    cara: 'resep-cocok',
    kalimat: 'Pemetaan versi 4 dipakai seluruhnya (46 kolom); tidak ada yang perlu dijawab.',
    versi: 4,
    perubahan: [],
    kolomDipakai: 46,
    kolomSemua: 47,
  },
  gerbang: [
    {
      gerbang: 'isian-kosong',
      hasil: 'menahan',
      kalimat: 'TMT jabatan kosong pada 40 orang (9,4%), sebelumnya 9 (2,1%).',
      kiriman: '9,4%',
      batas: 'naik ≤ 5,0',
    },
    {
      gerbang: 'orang-hilang',
      hasil: 'perhatian',
      kalimat: '12 orang hilang; 9 punya alasan, 3 tanpa alasan.',
      kiriman: '12',
      batas: '≤ 70',
    },
    {
      gerbang: 'jumlah-baris',
      hasil: 'lewat',
      kalimat: '432 baris, sebelumnya 431.',
      kiriman: '+0,2%',
      batas: '± 2,0%',
    },
    {
      gerbang: 'perubahan-serentak',
      hasil: 'lewat',
      kalimat: '23 orang berubah, terbanyak pada jabatan (9).',
      kiriman: '5,4%',
      batas: '≤ 10%',
    },
    { gerbang: 'nip-sah', hasil: 'lewat', kalimat: '430 dari 432 baris.', kiriman: '99,5%', batas: '≥ 99,5%' },
    {
      gerbang: 'kolom',
      hasil: 'lewat',
      kalimat: 'EMAIL_DINAS baru, belum dipetakan.',
      kiriman: '47 dari 47',
      batas: 'semua',
    },
  ],
  akibat: { sekarang: 413, baru: 19, hilang: 12, berubah: 23, tetap: 378, sesudah: 420 },
  selisih: { tertutup: 8, baru: 3, sesudah: 128 },
  kolomBerubah: [
    { bidang: 'jabatan', label: 'Jabatan', orang: 9 },
    { bidang: 'unit_kerja', label: 'Unit kerja', orang: 7 },
    { bidang: 'golongan', label: 'Golongan', orang: 4 },
  ],
  karantina: [
    {
      baris: 14,
      kolom: 'NIP_BARU',
      nilai: '1,99203E+17',
      kode: 'NIP_DIBULATKAN',
      pesan:
        'NIP dibulatkan spreadsheet: 3 angka terakhir hilang. Ubah kolom menjadi teks, lalu salin ulang dari Simpeg.',
    },
    {
      baris: 207,
      kolom: 'NIP_BARU',
      nilai: '198807162011012904',
      kode: 'NIP_SAMA',
      pesan: 'NIP sama pada baris 207 dan 311. Hapus salah satu, atau perbaiki NIP yang keliru.',
    },
    {
      baris: 238,
      kolom: 'TGL_LAHIR',
      nilai: '31/02/1990',
      kode: 'TANGGAL_TIDAK_ADA',
      pesan: '31 Februari tidak ada. Isi tanggal dari SK CPNS.',
    },
    {
      baris: 432,
      kolom: null,
      nilai: 'JUMLAH PEGAWAI',
      kode: 'BUKAN_ORANG',
      pesan: 'Baris jumlah, bukan orang. Tidak perlu tindakan.',
    },
  ],
  pekerjaan: null,
  alasan: null,
  pesan: null,
  dapatDipetakan: false,
};

export function deliveriesAtStart(): Detail[] {
  return [
    { ...BASE, kiriman: 'k-baru', namaBerkas: 'nominatif_kudus_10112026.xlsx', keadaan: 'diperiksa' },
    {
      ...BASE,
      kiriman: 'k-terbit',
      namaBerkas: 'nominatif_kudus_03112026.xlsx',
      keadaan: 'terbit',
      per: '2026-11-03',
      diterimaPada: '2026-11-03T01:12:00Z',
      terbitPada: '2026-11-03T01:20:00Z',
      gerbang: BASE.gerbang.map((gate) => ({ ...gate, hasil: 'lewat' })),
    },
    {
      ...BASE,
      kiriman: 'k-lama',
      namaBerkas: 'nominatif_kudus_01102026.xlsx',
      keadaan: 'digantikan',
      per: '2026-10-01',
      diterimaPada: '2026-10-01T02:00:00Z',
      terbitPada: '2026-10-01T02:10:00Z',
    },
    {
      ...BASE,
      kiriman: 'k-tolak',
      namaBerkas: 'rahasia.xlsx',
      keadaan: 'ditolak',
      per: null,
      baris: null,
      struktur: null,
      gerbang: [],
      akibat: null,
      selisih: null,
      kolomBerubah: [],
      karantina: [],
      pesan: 'Berkas tidak dapat dibuka karena bersandi. Simpan tanpa sandi, lalu kirim lagi.',
    },
  ];
}

export const checkedDelivery = (namaBerkas: string, kiriman: string, besarByte: number): Detail => ({
  ...BASE,
  namaBerkas,
  kiriman,
  besarByte,
  keadaan: 'diperiksa',
  gerbang: BASE.gerbang.map((gate) => ({ ...gate, hasil: 'lewat' })),
});
