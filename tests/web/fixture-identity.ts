import { ACTIONS, reachOf } from '#identity';
import {
  alarmList,
  auditHeads,
  auditList,
  auditVerification,
  firstPasswordAnswer,
  grantableRoles,
  instansiList,
  type Me,
  mailList,
  meAnswer,
  ownProvider,
  passkeyList,
  recoveryCodesAnswer,
  type Role,
  seenByList,
  sessionList,
  signInAnswer,
  totpSetupAnswer,
  userList,
  waysIn,
} from '#identity/contract';
import { INSTANSI, peopleOf } from './fixture-data.ts';
import { Refused, type Route } from './fixture-routes.ts';

const USERS: Readonly<Record<string, readonly [Role, instansi: number, nama: string]>> = {
  laras: ['pengelola', 6410, 'Laras Kinanthi'],
  sinta: ['verifikator', 6410, 'Sinta Prameswari'],
  bimo: ['admin-provinsi', 6400, 'Bimo Harjanta'],
  arga: ['admin-instansi', 6410, 'Arga Wirasena'],
  tirta: ['auditor', 6400, 'Tirta Anindya'],
  wulan: ['pegawai', 6410, 'Wulan Kinasih'],
  baru: ['pengelola', 6410, 'Sekar Puspita'],
};
/** Whoever signs in as `bimo` is asked for a second factor; `baru` has to change the first password. */
const SECOND_FACTOR = 'bimo';

function meOf(name: string, mustChange: boolean): Me {
  const [peran, code, nama] = USERS[name] ?? ['pegawai', 6410, name];
  const instansi = INSTANSI.find((one) => one.instansi === code);
  if (instansi === undefined) throw new Error('a user of no instansi');
  const hak = Object.fromEntries(
    ACTIONS.flatMap((action) => {
      const reach = reachOf(peran, action);
      return reach === undefined ? [] : [[action, reach]];
    }),
  );
  return meAnswer.parse({
    penggunaId: name,
    nama,
    namaPengguna: name,
    peran,
    instansi,
    hak,
    faktorKedua: name === SECOND_FACTOR,
    aplikasiKode: name === SECOND_FACTOR,
    orang: peran === 'pegawai' ? (peopleOf(code)[0]?.orang ?? null) : null,
    surel: name !== 'baru',
    pengingat: true,
    wajib: mustChange ? 'ganti-sandi' : null,
  });
}

const KINDS_OF_EVENTS = [
  { tindakan: 'pegawai.lihat', sasaran: 'orang/12', rincian: {} },
  { tindakan: 'pengguna.pulihkan', sasaran: 'pengguna/arga', rincian: { hapusFaktorKedua: true } },
  { tindakan: 'kiriman.kirim', sasaran: 'kiriman/9f3c2e21-77', rincian: { besarByte: 3_100_000 } },
] as const;

const MAILS = {
  pengirim: 'Portal <portal@jateng.example>' as string | null,
  surel: (['menunggu', 'terkirim', 'gagal', 'urung'] as const).map((keadaan, at) => ({
    surel: `m${at}`,
    instansi: 6410,
    penerima: 'Laras Kinanthi',
    judul: `Kiriman data Kabupaten Kudus jatuh tempo 10 ${['Desember', 'November', 'Oktober', 'September'][at]} 2026`,
    isi: 'Kiriman data Kabupaten Kudus belum terbit.\n\nSurel ini dikirim sendiri oleh portal.\n',
    keadaan,
    sebab: ({ menunggu: 'tanpa-alamat', terkirim: null, gagal: 'ditolak', urung: 'lewat-waktu' } as const)[keadaan],
    percobaan: at,
    dibuatPada: '2026-11-07T01:00:00Z',
    terkirimPada: keadaan === 'terkirim' ? '2026-11-07T01:01:00Z' : null,
  })),
};

/** Signing in, one's own security, users, audit. */
export function identityRoutes(): { readonly routes: readonly Route[]; readonly meBy: (name: string) => Me } {
  const users = Object.entries(USERS).map(([name, [peran, instansi, nama]]) => ({
    penggunaId: name,
    nama,
    namaPengguna: name,
    peran,
    instansi,
    surel: name === 'laras' ? 'laras@kudus.example' : null,
    faktorKedua: name === SECOND_FACTOR,
    aktif: true,
    terakhirMasuk: name === 'baru' ? null : '2026-11-10T01:30:00Z',
  }));
  const changed = new Set<string>();
  const meBy = (name: string): Me => meOf(name, name === 'baru' && !changed.has(name));
  const routes: readonly Route[] = [
    [
      'POST',
      /^masuk$/,
      signInAnswer,
      ({ body, cookie }) => {
        const name = String(body['namaPengguna']);
        if (USERS[name] === undefined || body['sandi'] !== 'sandi untuk uji')
          throw new Refused(401, 'Nama pengguna atau kata sandi keliru. Periksa, lalu coba lagi.');
        if (name === SECOND_FACTOR) return { keadaan: 'faktor-kedua', tiket: name, kunciSandi: false };
        cookie(name);
        return { keadaan: 'masuk', saya: meBy(name) };
      },
    ],
    [
      'POST',
      /^masuk\/faktor-kedua$/,
      signInAnswer,
      ({ body, cookie }) => {
        if (body['kode'] !== '123456')
          throw new Refused(401, 'Kode keliru atau sudah lewat. Tunggu kode berikutnya di aplikasi.');
        cookie(String(body['tiket']));
        return { keadaan: 'masuk', saya: meOf(String(body['tiket']), false) };
      },
    ],
    ['GET', /^masuk\/cara$/, waysIn, () => ({ penyedia: { nama: 'Akun ASN' } })],
    ['POST', /^keluar$/, undefined, ({ cookie }) => cookie('')],
    ['GET', /^saya$/, meAnswer, ({ me }) => me],
    ['GET', /^saya\/penyedia$/, ownProvider, () => ({ nama: 'Akun ASN', terhubung: false })],
    ['PATCH', /^saya$/, undefined, () => undefined],
    ['GET', /^surel$/, mailList, () => MAILS],
    [
      'POST',
      /^saya\/sandi$/,
      undefined,
      ({ me, body }) => {
        if (body['sandiLama'] !== 'sandi untuk uji') throw new Refused(403, 'Kata sandi sekarang keliru.');
        changed.add(me?.namaPengguna ?? '');
      },
    ],
    [
      'POST',
      /^saya\/faktor-kedua\/siapkan$/,
      totpSetupAnswer,
      () => ({
        rahasia: 'JBSW Y3DP EHPK 3PXP',
        alamat: 'otpauth://totp/Portal%20Kepegawaian:laras?secret=JBSWY3DPEHPK3PXP&issuer=Portal%20Kepegawaian',
        gambar: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h3v3H1zM5 5h3v3H5z"/></svg>',
      }),
    ],
    [
      'POST',
      /^saya\/faktor-kedua\/(aktifkan|kode-pemulihan)$/,
      recoveryCodesAnswer,
      () => ({
        kodePemulihan: Array.from({ length: 8 }, (_, at) => `k${at}qf-${at}w7m-${at}d2x`),
      }),
    ],
    ['POST', /^saya\/faktor-kedua\/matikan$/, undefined, () => undefined],
    [
      'GET',
      /^saya\/sesi$/,
      sessionList,
      () => ({
        sesi: [
          {
            sesi: 's1',
            peramban: 'Edge di Windows',
            masukPada: '2026-11-10T01:30:00Z',
            terakhirPada: '2026-11-10T01:42:00Z',
            sesiIni: true,
          },
          {
            sesi: 's2',
            peramban: 'Chrome di Android',
            masukPada: '2026-11-08T09:00:00Z',
            terakhirPada: '2026-11-09T10:00:00Z',
            sesiIni: false,
          },
        ],
      }),
    ],
    ['DELETE', /^saya\/sesi\//, undefined, () => undefined],
    [
      'GET',
      /^saya\/kunci-sandi$/,
      passkeyList,
      () => ({
        kunciSandi: [
          {
            kunci: 'k1',
            nama: 'Laptop kantor',
            dibuatPada: '2026-11-01T01:30:00Z',
            dipakaiPada: '2026-11-10T01:30:00Z',
          },
          { kunci: 'k2', nama: 'Ponsel', dibuatPada: '2026-11-02T01:30:00Z', dipakaiPada: null },
        ],
      }),
    ],
    ['PATCH', /^saya\/kunci-sandi\//, undefined, () => undefined],
    ['POST', /^saya\/kunci-sandi\/[^/]+\/hapus$/, undefined, () => undefined],
    [
      'GET',
      /^(saya|orang\/\d+\/[^/]+)\/dilihat$/,
      seenByList,
      () => ({
        dilihat: [
          {
            pada: '2026-11-10T01:40:00Z',
            tindakan: 'pegawai.buka-data-pribadi',
            nama: 'Laras Kinanthi',
            namaInstansi: 'Kabupaten Kudus',
            rincian: { bidang: 'nik', alasan: 'usul kenaikan pangkat April' },
          },
          {
            pada: '2026-11-09T07:12:00Z',
            tindakan: 'pegawai.lihat',
            nama: null,
            namaInstansi: 'Badan Kepegawaian Negara',
            rincian: {},
          },
        ],
        lanjut: null,
      }),
    ],
    [
      'GET',
      /^instansi$/,
      instansiList,
      ({ me }) =>
        me?.hak['pegawai.lihat'] === 'semua'
          ? INSTANSI
          : INSTANSI.filter(({ instansi }) => instansi === me?.instansi.instansi),
    ],
    [
      'GET',
      /^peringatan$/,
      alarmList,
      () => ({
        peringatan: [
          { jenis: 'orang' as const, jumlah: 500, pada: '2026-11-10T01:20:00Z', alasan: null },
          {
            jenis: 'ekspor' as const,
            jumlah: 10,
            pada: '2026-10-02T03:05:00Z',
            alasan: 'Bahan rapat pemutakhiran data guru bersama Dinas Pendidikan',
          },
        ].map((one) => ({
          ...one,
          peringatan: one.pada,
          instansi: 6410,
          nama: 'Laras Kinanthi',
          namaPengguna: 'laras',
        })),
      }),
    ],
    ['POST', /^saya\/alasan$/, undefined, () => undefined],
    ['GET', /^pengguna\/peran$/, grantableRoles, () => ({ peran: ['pengelola', 'verifikator', 'pimpinan'] })],
    [
      'GET',
      /^pengguna$/,
      userList,
      ({ query }) => {
        const asked = query.get('instansi');
        return { pengguna: users.filter(({ instansi }) => asked === null || instansi === Number(asked)) };
      },
    ],
    [
      'POST',
      /^pengguna$/,
      firstPasswordAnswer,
      ({ body, query }) => {
        const namaPengguna = String(body['namaPengguna']);
        users.push({
          penggunaId: namaPengguna,
          nama: String(body['nama']),
          namaPengguna,
          peran: body['peran'] as Role,
          instansi: Number(query.get('instansi')),
          surel: null,
          faktorKedua: false,
          aktif: true,
          terakhirMasuk: null,
        });
        return { penggunaId: namaPengguna, sandiPertama: 'kuning-tebing-laut-4821' };
      },
    ],
    [
      'PATCH',
      /^pengguna\//,
      undefined,
      ({ body, parts }) => {
        const user = users.find(({ penggunaId }) => penggunaId === parts[1]);
        if (user !== undefined) user.aktif = body['aktif'] === true;
      },
    ],
    [
      'GET',
      /^audit\/periksa$/,
      auditVerification,
      () => ({
        peristiwa: 48_213,
        rantai: 37,
        detik: 0.42,
        pada: '2026-11-10T01:42:00Z',
        putus: [{ instansi: 6411, nomor: 812, sebab: 'isi berubah' }],
      }),
    ],
    [
      'GET',
      /^audit\/kepala$/,
      auditHeads,
      () => ({
        kepala: Array.from({ length: 6 }, (_, at) => ({
          instansi: 6409 + (at % 2),
          tanggal: `2026-11-${10 - Math.floor(at / 2)}`.replace(/-(\d)$/, '-0$1'),
          nomor: 4_821 - at * 31,
          sidikJari: `${at}c4f`.repeat(16),
        })),
      }),
    ],
    [
      'POST',
      /^pengguna\/[^/]+\/pulihkan$/,
      firstPasswordAnswer,
      ({ parts }) => ({ penggunaId: parts[1], sandiPertama: 'kuning-tebing-laut-4821' }),
    ],
    ['DELETE', /^pengguna\/[^/]+\/sesi$/, undefined, () => undefined],
    [
      'GET',
      /^audit$/,
      auditList,
      ({ query }) => ({
        peristiwa: Array.from({ length: 10 }, (_, at) => ({
          instansi: 6410,
          nomor: 4_821 - at,
          pada: new Date(Date.UTC(2026, 10, 10, 1, 40 - at)).toISOString(),
          pelaku: 'laras',
          namaPelaku: 'Laras Kinanthi',
          namaSasaran: at % 3 === 1 ? 'Arga Wirasena' : null,
          ...(KINDS_OF_EVENTS[at % 3] ?? KINDS_OF_EVENTS[0]),
        })).filter(({ tindakan }) => tindakan.startsWith(query.get('tindakan') ?? '')),
        lanjut: null,
      }),
    ],
  ];
  return { routes, meBy };
}
