import { createReadStream, existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { z } from 'zod';
import {
  auditList,
  auditVerification,
  firstPasswordAnswer,
  instansiList,
  type Me,
  meAnswer,
  recoveryCodesAnswer,
  type Role,
  sessionList,
  signInAnswer,
  totpSetupAnswer,
  userList,
} from '#identity/contract';
import { ACTIONS, reachOf } from '#identity';
import { deliveryDetail, deliveryList, uploadAnswer } from '#intake/contract';
import {
  causeList,
  differenceList,
  homeAnswer,
  personAnswer,
  personList,
  provinceAnswer,
  revealAnswer,
  searchAnswer,
} from '#findings/contract';
import {
  balanceOf,
  checkedDelivery,
  deliveriesAtStart,
  differencesOf,
  groupsOf,
  INSTANSI,
  KINDS,
  peopleOf,
} from './fixture-data.ts';

/** Answers the contracts from memory, every answer checked against its contract; serves the built application beside them. */
export interface FixtureServer {
  readonly address: string;
  /** Breaks the line after this many more pieces of an upload. */
  breakUploadAfter(pieces: number): void;
  stop(): Promise<void>;
}

const USERS: Readonly<Record<string, readonly [Role, instansi: number, nama: string]>> = {
  laras: ['pengelola', 6410, 'Laras Kinanthi'],
  bimo: ['admin-provinsi', 6400, 'Bimo Harjanta'],
  arga: ['admin-instansi', 6410, 'Arga Wirasena'],
  tirta: ['auditor', 6400, 'Tirta Anindya'],
  baru: ['pengelola', 6410, 'Sekar Puspita'],
};
/** Whoever signs in as `bimo` is asked for a second factor; `baru` has to change the first password. */
const SECOND_FACTOR = 'bimo';
const CAP = { simpeg: '2026-11-03', bkn: '2026-11-01', dihitung: '2026-11-10T01:40:00Z' };
const PAGE = 100;

class Refused extends Error {
  readonly status: number;
  constructor(status: number, sentence: string) {
    super(sentence);
    this.status = status;
  }
}

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
    wajib: mustChange ? 'ganti-sandi' : null,
  });
}

export async function startFixtureServer(dist: string): Promise<FixtureServer> {
  const deliveries = deliveriesAtStart();
  const users = Object.entries(USERS).map(([name, [peran, instansi, nama]]) => ({
    penggunaId: name,
    nama,
    namaPengguna: name,
    peran,
    instansi,
    faktorKedua: name === SECOND_FACTOR,
    aktif: true,
    terakhirMasuk: name === 'baru' ? null : '2026-11-10T01:30:00Z',
  }));
  const changed = new Set<string>();
  let breakAfter = Number.POSITIVE_INFINITY;

  interface Asked {
    readonly me: Me | undefined;
    readonly query: URLSearchParams;
    readonly body: Record<string, unknown>;
    readonly bytes: number;
    readonly parts: readonly string[];
    readonly offset: number;
    readonly cookie: (value: string) => void;
  }

  const scopeOf = ({ me, query }: Asked): number | undefined => {
    if (me === undefined) throw new Refused(401, 'Masuk dahulu.');
    const asked = query.get('instansi');
    if (me.hak['selisih.lihat'] === 'semua') return asked === null ? undefined : Number(asked);
    if (asked !== null && Number(asked) !== me.instansi.instansi)
      throw new Refused(
        403,
        'Anda tidak berhak membuka data instansi lain. Ajukan kepada admin provinsi, sebutkan kasusnya.',
      );
    return me.instansi.instansi;
  };
  const governments = INSTANSI.filter(({ jenis }) => jenis !== 'bkn');
  const codesOf = (scope: number | undefined): readonly number[] =>
    scope === undefined ? governments.map(({ instansi }) => instansi) : [scope];
  const nameOf = (code: number): string => INSTANSI.find(({ instansi }) => instansi === code)?.nama ?? '';

  const causesOf = (codes: readonly number[]) => {
    const rows = codes.flatMap(differencesOf);
    return KINDS.map(({ sebab, kalimat, bidang }) => {
      const own = rows.filter((row) => row.sebab === sebab);
      return {
        sebab,
        kalimat,
        bidang,
        selisih: own.length,
        orang: new Set(own.map(({ instansi, orang }) => `${instansi}-${orang}`)).size,
        instansi: new Set(own.map(({ instansi }) => instansi)).size,
      };
    })
      .filter(({ orang }) => orang > 0)
      .toSorted((a, b) => b.orang - a.orang);
  };
  const count = <Row>(rows: readonly Row[], key: (row: Row) => string | null, label: (row: Row) => string) => {
    const found = new Map<string, { nilai: string; label: string; jumlah: number }>();
    for (const row of rows) {
      const nilai = key(row) ?? '';
      const known = found.get(nilai);
      if (known === undefined) found.set(nilai, { nilai, label: label(row), jumlah: 1 });
      else known.jumlah++;
    }
    return [...found.values()].toSorted((a, b) => b.jumlah - a.jumlah);
  };
  const page = <Row>(rows: readonly Row[], after: string | null): { baris: readonly Row[]; lanjut: string | null } => {
    const from = Number(after ?? 0);
    return { baris: rows.slice(from, from + PAGE), lanjut: from + PAGE < rows.length ? String(from + PAGE) : null };
  };
  const matches = (text: string | null, { nama, nip }: { nama: string; nip: string }): boolean =>
    text === null || nama.toLowerCase().includes(text.toLowerCase()) || nip.startsWith(text);
  const deliveryAt = (parts: readonly string[]) => {
    const found = deliveries.find(({ kiriman }) => kiriman === parts[2]);
    if (found === undefined) throw new Refused(404, 'Kiriman ini tidak ada.');
    return found;
  };

  type Route = readonly [
    method: string,
    path: RegExp,
    schema: z.ZodType | undefined,
    answer: (asked: Asked) => unknown,
  ];
  const routes: readonly Route[] = [
    [
      'POST',
      /^masuk$/,
      signInAnswer,
      ({ body, cookie }) => {
        const name = String(body['namaPengguna']);
        if (USERS[name] === undefined || body['sandi'] !== 'sandi untuk uji')
          throw new Refused(401, 'Nama pengguna atau kata sandi keliru. Periksa, lalu coba lagi.');
        if (name === SECOND_FACTOR) return { keadaan: 'faktor-kedua', tiket: name };
        cookie(name);
        return { keadaan: 'masuk', saya: meOf(name, name === 'baru' && !changed.has(name)) };
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
    ['POST', /^keluar$/, undefined, ({ cookie }) => cookie('')],
    ['GET', /^saya$/, meAnswer, ({ me }) => me],
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
      /^instansi$/,
      instansiList,
      ({ me }) =>
        me?.hak['pegawai.lihat'] === 'semua'
          ? INSTANSI
          : INSTANSI.filter(({ instansi }) => instansi === me?.instansi.instansi),
    ],
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
    ['GET', /^audit\/periksa$/, auditVerification, () => ({ peristiwa: 48_213, putus: [] })],
    [
      'GET',
      /^audit$/,
      auditList,
      ({ query }) => ({
        peristiwa: Array.from({ length: 30 }, (_, at) => ({
          instansi: 6410,
          nomor: 4_821 - at,
          pada: new Date(Date.UTC(2026, 10, 10, 1, 40 - at)).toISOString(),
          pelaku: 'laras',
          namaPelaku: 'Laras Kinanthi',
          tindakan: at % 3 === 0 ? 'membuka pegawai' : 'mengunduh selisih',
          sasaran: at % 3 === 0 ? `orang/6410/p${at}` : 'selisih/6410',
          rincian: at % 3 === 0 ? { bidang: 24 } : { baris: 137, sebab: 'tanggal-bulan-tertukar' },
        })).filter(({ tindakan }) => tindakan.includes(query.get('tindakan') ?? '')),
        lanjut: null,
      }),
    ],
    [
      'GET',
      /^beranda\/provinsi$/,
      provinceAnswer,
      (asked) => {
        if (scopeOf(asked) !== undefined)
          throw new Refused(403, 'Beranda provinsi hanya untuk admin provinsi dan BKN.');
        const all = codesOf(undefined);
        return {
          cap: CAP,
          neraca: balanceOf(all.flatMap(peopleOf)),
          selisih: all.flatMap(differencesOf).length,
          sebab: causesOf(all),
          baris: governments.map(({ instansi, nama }, at) => ({
            instansi,
            nama,
            simpegPer:
              at === 30 ? null : `2026-${two(11 - (at % 5 === 4 ? 3 : at % 3 === 2 ? 1 : 0))}-${two(1 + (at % 9))}`,
            neraca: balanceOf(peopleOf(instansi)),
            selisih: differencesOf(instansi).length,
            selaras: Array.from({ length: 8 }, (_, month) => 0.6 + ((at * 7 + month * 5) % 13) / 40 + month / 60),
          })),
        };
      },
    ],
    [
      'GET',
      /^beranda$/,
      homeAnswer,
      (asked) => {
        const scope = scopeOf(asked) ?? 6400;
        return {
          cap: CAP,
          neraca: balanceOf(peopleOf(scope)),
          selisih: differencesOf(scope).length,
          sebab: causesOf([scope]),
          kirimanTerakhir: {
            kiriman: 'k-terbit',
            namaBerkas: 'nominatif_kudus_03112026.xlsx',
            per: '2026-11-03',
            dibaca: 432,
            diterima: 420,
            dikarantina: 12,
          },
        };
      },
    ],
    [
      'GET',
      /^selisih\/sebab$/,
      causeList,
      (asked) => {
        const codes = codesOf(scopeOf(asked));
        const rows = codes.flatMap(differencesOf);
        return {
          cap: CAP,
          selisih: rows.length,
          orang: new Set(rows.map(({ instansi, orang }) => `${instansi}-${orang}`)).size,
          sebab: causesOf(codes),
        };
      },
    ],
    [
      'GET',
      /^selisih$/,
      differenceList,
      (asked) => {
        const { query } = asked;
        const is = (name: string, value: string | null): boolean =>
          query.get(name) === null || query.get(name) === value;
        const rows = codesOf(scopeOf(asked))
          .flatMap(differencesOf)
          .filter(
            (row) =>
              is('sebab', row.sebab) &&
              is('bidang', row.bidang) &&
              is('orang', row.orang) &&
              matches(query.get('cari'), row),
          );
        const shown = rows.filter((row) => is('kelas', row.kelas));
        if (query.get('urut') === '-nama') shown.reverse();
        return {
          cap: CAP,
          jumlah: shown.length,
          orang: new Set(shown.map(({ instansi, orang }) => `${instansi}-${orang}`)).size,
          ...page(shown, query.get('sesudah')),
          segi: {
            bidang: count(
              rows,
              ({ bidang }) => bidang,
              ({ label }) => label,
            ),
            kelas: count(
              rows,
              ({ kelas }) => kelas,
              ({ kelas }) =>
                ({
                  beda: 'Berbeda',
                  mirip: 'Mirip',
                  kosong_simpeg: 'Kosong di Simpeg',
                  kosong_bkn: 'Kosong di BKN',
                  tak_terbandingkan: 'Tidak terbandingkan',
                })[kelas],
            ),
            sebab: count(
              rows,
              ({ sebab }) => sebab,
              ({ kalimat }) => kalimat ?? '',
            ),
          },
        };
      },
    ],
    [
      'GET',
      /^pegawai$/,
      personList,
      (asked) => {
        const { query } = asked;
        const keadaan = query.get('keadaan');
        const rows = codesOf(scopeOf(asked))
          .flatMap(peopleOf)
          .filter((row) => (keadaan === null || row.keadaan === keadaan) && matches(query.get('cari'), row));
        return { cap: CAP, jumlah: rows.length, ...page(rows, query.get('sesudah')) };
      },
    ],
    [
      'POST',
      /^orang\/\d+\/[^/]+\/buka$/,
      revealAnswer,
      () => ({ simpeg: '3319012345670007', bkn: '3319012345670007' }),
    ],
    [
      'GET',
      /^orang\//,
      personAnswer,
      (asked) => {
        const [, code = '', key] = asked.parts;
        const person = peopleOf(Number(code)).find(({ orang }) => orang === key);
        if (person === undefined) throw new Refused(404, 'Pegawai ini tidak ada dalam data yang terbit.');
        const scope = scopeOf(asked);
        if (scope !== undefined && scope !== person.instansi)
          throw new Refused(
            403,
            `Anda tidak berhak membuka data ${nameOf(person.instansi)}. Ajukan kepada admin provinsi, sebutkan kasusnya.`,
          );
        return {
          cap: CAP,
          instansi: person.instansi,
          namaInstansi: nameOf(person.instansi),
          orang: person.orang,
          nama: person.nama,
          nip: person.nip,
          keadaan: person.keadaan,
          kalimat:
            person.keadaan === 'berpasangan'
              ? 'NIP sama pada kedua sisi.'
              : 'Tidak ada orang dengan NIP, NIK, atau nama dan tanggal lahir ini pada sisi lain.',
          kelompok: groupsOf(person),
        };
      },
    ],
    [
      'GET',
      /^cari$/,
      searchAnswer,
      (asked) => ({
        orang: codesOf(scopeOf(asked))
          .flatMap(peopleOf)
          .filter((row) => matches(asked.query.get('q'), row))
          .slice(0, 20)
          .map(({ instansi, orang, nama, nip, jabatan }) => ({
            instansi,
            namaInstansi: nameOf(instansi),
            orang,
            nama,
            nip,
            jabatan,
          })),
      }),
    ],
    ['GET', /^kiriman\/\d+\/[^/]+$/, deliveryDetail, ({ parts }) => advance(deliveryAt(parts))],
    [
      'PATCH',
      /^kiriman\/\d+\/[^/]+\/isi$/,
      uploadAnswer,
      ({ parts, bytes, offset }) => {
        const delivery = deliveryAt(parts);
        breakAfter--;
        if (breakAfter < 0) throw new Refused(599, '');
        const at = offset + bytes;
        received.set(delivery.kiriman, at);
        if (at >= delivery.besarByte) Object.assign(delivery, { keadaan: 'memeriksa', pekerjaan: jobOf('periksa') });
        return {
          kiriman: delivery.kiriman,
          diterimaByte: at,
          keadaan: at >= delivery.besarByte ? 'diterima' : 'mengunggah',
        };
      },
    ],
    [
      'POST',
      /^kiriman\/\d+\/[^/]+\/terbitkan$/,
      undefined,
      ({ parts, body }) => {
        Object.assign(deliveryAt(parts), {
          keadaan: 'menerbitkan',
          pekerjaan: jobOf('terbitkan'),
          alasan: body['alasan'] ?? null,
        });
      },
    ],
    [
      'POST',
      /^kiriman\/\d+\/[^/]+\/batalkan$/,
      undefined,
      ({ parts }) => {
        Object.assign(deliveryAt(parts), { keadaan: 'dibatalkan', pekerjaan: null });
      },
    ],
    [
      'POST',
      /^kiriman\/\d+\/[^/]+\/kembalikan$/,
      undefined,
      ({ parts }) => {
        for (const one of deliveries) if (one.keadaan === 'terbit') one.keadaan = 'digantikan';
        Object.assign(deliveryAt(parts), { keadaan: 'terbit' });
      },
    ],
    [
      'GET',
      /^kiriman$/,
      deliveryList,
      ({ query, me }) => ({
        kiriman: deliveries
          .filter(() => query.get('instansi') === null || query.get('instansi') === '6410')
          .filter(() => me?.hak['kiriman.lihat'] !== undefined),
      }),
    ],
    [
      'POST',
      /^kiriman$/,
      uploadAnswer,
      ({ body }) => {
        const namaBerkas = String(body['namaBerkas']);
        const known = deliveries.find((one) => one.keadaan === 'mengunggah' && one.namaBerkas === namaBerkas);
        if (known !== undefined)
          return { kiriman: known.kiriman, diterimaByte: received.get(known.kiriman) ?? 0, keadaan: 'mengunggah' };
        const kiriman = `k-${deliveries.length}`;
        deliveries.unshift({
          ...checkedDelivery(namaBerkas, kiriman, Number(body['besarByte'])),
          keadaan: 'mengunggah',
        });
        return { kiriman, diterimaByte: 0, keadaan: 'mengunggah' };
      },
    ],
  ];

  const received = new Map<string, number>();
  const jobOf = (jenis: 'periksa' | 'terbitkan') => ({
    pekerjaan: 'j1',
    jenis,
    keadaan: 'berjalan' as const,
    tahap: jenis === 'periksa' ? 'Membaca baris' : 'Mencocokkan orang',
    selesai: 0,
    dari: 432,
    pesan: null,
  });
  /** A running job goes on by a third each time it is looked at. */
  const advance = (delivery: (typeof deliveries)[number]) => {
    const { pekerjaan } = delivery;
    if (pekerjaan === null || pekerjaan.keadaan !== 'berjalan') return delivery;
    pekerjaan.selesai += 144;
    if (pekerjaan.selesai < pekerjaan.dari) return delivery;
    pekerjaan.keadaan = 'selesai';
    if (pekerjaan.jenis === 'periksa') return Object.assign(delivery, { keadaan: 'diperiksa' });
    for (const one of deliveries) if (one.keadaan === 'terbit') one.keadaan = 'digantikan';
    return Object.assign(delivery, { keadaan: 'terbit', terbitPada: '2026-11-10T01:50:00Z' });
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://portal');
    if (!url.pathname.startsWith('/api/')) return serveFile(dist, url.pathname, response);
    const path = url.pathname.slice(5);
    const [, name = ''] = /pengguna=(\w+)/.exec(request.headers.cookie ?? '') ?? [];
    const me = name === '' ? undefined : meOf(name, name === 'baru' && !changed.has(name));
    const bytes = await buffer(request);
    const isJson = request.headers['content-type'] === 'application/json';
    try {
      const route = routes.find(([method, pattern]) => method === request.method && pattern.test(path));
      if (route === undefined) throw new Refused(404, 'Alamat ini tidak ada.');
      if (me === undefined && !path.startsWith('masuk')) throw new Refused(401, 'Masuk dahulu.');
      const [, , schema, give] = route;
      const given = give({
        me,
        query: url.searchParams,
        body: isJson ? (JSON.parse(bytes.toString() || '{}') as Record<string, unknown>) : {},
        bytes: bytes.length,
        parts: path.split('/').map(decodeURIComponent),
        offset: Number(request.headers['unggah-letak'] ?? 0),
        cookie: (value) => response.setHeader('set-cookie', `pengguna=${value}; Path=/; HttpOnly; SameSite=Strict`),
      });
      if (schema === undefined) return void response.writeHead(204).end();
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(schema.parse(given)));
    } catch (error) {
      if (error instanceof Refused && error.status === 599) return void request.socket.destroy();
      const status = error instanceof Refused ? error.status : 500;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({ kode: 'UJI', pesan: error instanceof Error ? error.message : '', rujukan: 'a1b2c3' }),
      );
    }
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(Number(process.env['PORT'] ?? 0), '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('no address');
  return {
    address: `http://127.0.0.1:${bound.port}`,
    breakUploadAfter: (pieces) => {
      breakAfter = pieces;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const two = (value: number): string => String(value).padStart(2, '0');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
/** As the portal sends it, so that a page that breaks it fails here. */
const POLICY =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

function serveFile(dist: string, path: string, response: ServerResponse): void {
  const wanted = join(dist, normalize(path));
  const isThere = extname(path) !== '' && existsSync(wanted);
  const file = isThere ? wanted : join(dist, 'index.html');
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': POLICY,
  });
  createReadStream(file).pipe(response);
}
