/**
 * Words under which local systems write the values of the short national lists, folded, by table: what a pengelola would
 * write for that code. Names of the lists themselves are not repeated here. To teach the portal a spelling, add it.
 */
export const LABEL_ALIASES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  jenis_kelamin: {
    M: ['L', 'LAKI LAKI', 'LAKI', 'LAKI2', 'PRIA', 'LK', 'MALE', 'LAKILAKI'],
    F: ['P', 'WANITA', 'PR', 'PEREMPUAN', 'FEMALE', 'W'],
  },
  agama: {
    '1': ['MOSLEM', 'MUSLIM', 'ISLAM'],
    '2': ['KRISTEN PROTESTAN', 'PROTESTAN', 'KRISTIAN'],
    '3': ['KATOLIK', 'KATHOLIK', 'KRISTEN KATOLIK', 'KRISTEN KATHOLIK', 'KHATOLIK', 'KATHOLIEK'],
    '4': ['HINDHU'],
    '5': ['BUDDHA', 'BUDHA', 'BUDA'],
    '6': ['KONG HU CU', 'KHONGHUCU', 'KHONG HU CHU', 'KONGHUCHU'],
    '7': ['LAIN LAIN', 'LAIN', 'KEPERCAYAAN', 'PENGHAYAT KEPERCAYAAN', 'ALIRAN KEPERCAYAAN'],
  },
  jenis_kawin: {
    '1': ['KAWIN', 'NIKAH', 'SUDAH MENIKAH', 'SUDAH KAWIN', 'BERKELUARGA', 'K', 'M'],
    '2': ['CERAI HIDUP', 'BERCERAI', 'CERAI'],
    '3': ['JANDA', 'DUDA', 'JANDA DUDA', 'CERAI MATI', 'DUDA JANDA'],
    '4': ['BELUM MENIKAH', 'LAJANG', 'BELUM NIKAH', 'TIDAK KAWIN', 'BUJANG', 'TK', 'BK', 'SINGLE'],
  },
  status_cpns_pns: { C: ['CALON PNS', 'CAPEG', 'CALON PEGAWAI NEGERI SIPIL'], P: ['PEGAWAI NEGERI SIPIL'] },
  kedudukan_hukum: {
    '01': ['PNS AKTIF', 'AKTIF BEKERJA', 'PEGAWAI AKTIF', 'ACTIVE'],
    '02': ['CUTI DI LUAR TANGGUNGAN NEGARA', 'CUTI DILUAR TANGGUNGAN NEGARA'],
    '03': ['TUGAS BELAJAR', 'TUBEL', 'IZIN BELAJAR'],
    '04': ['PEMBERHENTIAN SEMENTARA', 'DIBERHENTIKAN SEMENTARA', 'SKORSING'],
    '15': ['HUKUMAN DISIPLIN', 'KENA HUKUMAN DISIPLIN', 'HUKDIS'],
    '20': ['MPP', 'MASA PERSIAPAN PENSIUN', 'BEBAS TUGAS'],
    '71': ['PPPK', 'P3K', 'PPPK AKTIF'],
  },
  jenis_jabatan: {
    '1': ['STRUKTURAL', 'PEJABAT STRUKTURAL', 'JABATAN PIMPINAN TINGGI', 'JABATAN ADMINISTRATOR', 'JABATAN PENGAWAS'],
    '2': ['FUNGSIONAL TERTENTU', 'FUNGSIONAL', 'JFT', 'JABATAN FUNGSIONAL', 'JF'],
    '3': ['RANGKAP', 'JABATAN RANGKAP'],
    '4': ['PELAKSANA', 'FUNGSIONAL UMUM', 'JFU', 'JABATAN PELAKSANA', 'STAF', 'STAF PELAKSANA'],
  },
  tingkat_pendidikan: {
    '05': ['SD', 'MI', 'SD SEDERAJAT', 'SEKOLAH DASAR'],
    '10': ['SMP', 'SLTP', 'MTS', 'SMP SEDERAJAT', 'SLTP SEDERAJAT'],
    '15': ['SMA', 'SLTA', 'MA', 'SMU', 'SLTA SEDERAJAT', 'SMA SEDERAJAT'],
    '17': ['SMK', 'STM', 'SMEA'],
    '18': ['SPG', 'PGA', 'SGO'],
    '20': ['D I', 'D1', 'DI', 'DIPLOMA 1', 'DIPLOMA SATU'],
    '25': ['D II', 'D2', 'DII', 'DIPLOMA 2', 'DIPLOMA DUA'],
    '30': ['D III', 'D3', 'DIII', 'DIPLOMA 3', 'DIPLOMA III', 'SARJANA MUDA', 'AKADEMI'],
    '35': ['D IV', 'D4', 'DIV', 'DIPLOMA 4', 'DIPLOMA EMPAT'],
    '40': ['S 1', 'S1', 'SARJANA', 'STRATA 1', 'STRATA I', 'S I', 'SARJANA S1', 'S1 SARJANA'],
    '42': ['PROFESI'],
    '45': ['S 2', 'S2', 'MAGISTER', 'PASCA SARJANA', 'PASCASARJANA', 'STRATA 2', 'STRATA II', 'S II'],
    '50': ['S 3', 'S3', 'DOKTOR', 'STRATA 3', 'STRATA III', 'S III'],
  },
};
