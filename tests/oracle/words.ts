/** Words for the short national lists beside the names in the lists themselves, folded, by table and code. */
export const WORDS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  jenis_kelamin: { M: ['L', 'LAKI LAKI', 'LAKI', 'PRIA', 'LK'], F: ['P', 'PEREMPUAN', 'WANITA', 'PR'] },
  agama: {
    2: ['KRISTEN PROTESTAN', 'PROTESTAN'],
    3: ['KATOLIK', 'KATHOLIK', 'KHATOLIK', 'KRISTEN KATOLIK'],
    5: ['BUDDHA', 'BUDHA'],
    6: ['KHONGHUCU', 'KONG HU CU', 'KHONG HU CU'],
  },
  jenis_kawin: {
    1: ['KAWIN', 'NIKAH'],
    2: ['CERAI HIDUP'],
    3: ['JANDA', 'DUDA', 'CERAI MATI'],
    4: ['BELUM MENIKAH', 'LAJANG', 'TIDAK KAWIN'],
  },
  status_cpns_pns: { C: ['CALON PNS'], P: ['PEGAWAI NEGERI SIPIL'] },
  kedudukan_hukum: {
    '01': ['PNS AKTIF'],
    '15': ['HUKUMAN DISIPLIN'],
    '20': ['MPP'],
    '71': ['PPPK', 'P3K', 'PPPK AKTIF'],
  },
  jenis_jabatan: {
    1: ['STRUKTURAL'],
    2: ['FUNGSIONAL TERTENTU', 'FUNGSIONAL', 'JFT'],
    4: ['FUNGSIONAL UMUM', 'PELAKSANA', 'JFU', 'STAF'],
  },
  tingkat_pendidikan: {
    '05': ['SD'],
    '10': ['SMP', 'SLTP'],
    '15': ['SMA', 'SLTA'],
    '17': ['SMK'],
    '20': ['D I', 'D1'],
    '25': ['D II', 'D2'],
    '30': ['D III', 'D3'],
    '35': ['D IV', 'D4'],
    '40': ['S 1', 'S1'],
    '45': ['S 2', 'S2'],
    '50': ['S 3', 'S3'],
  },
};

/** Names under which people try out a system. */
export const TRIAL_NAMES: ReadonlySet<string> = new Set([
  'ASDF',
  'ASDFG',
  'ASDFASDF',
  'QWERTY',
  'COBA',
  'COBA COBA',
  'TES',
  'TEST',
  'TESTING',
  'XXX',
  'ADMIN',
  'USER',
]);
