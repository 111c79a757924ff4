import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Role } from '#identity';
import { quarantinePath } from '#findings';
import { SLOTS } from '#mapping';
import { openObjectFolder } from '#platform';
import { INSTANSI_JATENG } from '#reference';
import { runSql } from '../support/portal-database.ts';
import type { Browser, TestPortal } from '../support/portal-http.ts';

/** Codes of the 36 governments. */
export const OFFICES: readonly number[] = INSTANSI_JATENG.map(({ kode }) => Number(kode));
export const OFFICE_ROLES = ['pengelola', 'verifikator', 'admin-instansi', 'pimpinan', 'pegawai'] as const;

/** People of each instansi. */
const PEOPLE = 3;

/**
 * A portal with people, deliveries, users and events of all instansi, in which everything says whose it is: names, NIP, numbers of
 * people and ids hold the code of their instansi behind a sign that nothing else has. So whose a row in an answer is can be told
 * without knowing what the answer is about.
 */
export const markOf = {
  nama: (instansi: number, n: number) => `Uji${instansi} Orang${n}`,
  /** 18 digits. */
  nip: (instansi: number, n: number) => `1980010120100${instansi}${n}`,
  /** 16 digits, which nobody may be shown unmasked. */
  nik: (instansi: number, n: number) => `99990${instansi}000000${n}`,
  orang: (instansi: number, n: number) => `777${instansi}0${n}`,
  kiriman: (instansi: number, n: number) => `cafe${instansi}-0000-4000-8000-00000000000${n}`,
  pengguna: (instansi: number, role: Role) =>
    `face${instansi}-0000-4000-8000-00000000000${OFFICE_ROLES.indexOf(role as 'pegawai')}`,
} as const;

/** Numbers and ids are whole words: references and hashes, which chance makes, hold any digits. */
const MARKS =
  /Uji(\d{4})|1980010120100(\d{4})|(?<![\da-f])777(\d{4})0\d(?![\da-f])|(?:cafe|face)(\d{4})-0000-4000-8000/g;
const NIK = /99990\d{4}000000\d/;
const PERSON = /(?<![\da-f])777\d{4}0(\d)(?![\da-f])/g;
const COUNTS = /"(?:jumlah|selisih|orang|simpeg|bkn|berpasangan|selaras|berselisih|hanyaSimpeg|hanyaBkn)":(\d+)/g;
const INSTANSI = /"instansi":(\d+)/g;

/** Who asks. */
export interface Asker {
  readonly instansi: number;
  readonly role: Role;
  readonly browser: Browser;
}

/** Rows of others in an answer to somebody of one instansi, and counts that only others' rows explain. */
export function foreignIn(text: string, { instansi, role }: Pick<Asker, 'instansi' | 'role'>): readonly string[] {
  const found = [
    ...[...text.matchAll(MARKS)].filter(([, ...codes]) => Number(codes.find(Boolean)) !== instansi),
    ...[...text.matchAll(INSTANSI)].filter(([, code]) => Number(code) !== instansi),
    ...[...text.matchAll(COUNTS)].filter(([, count]) => Number(count) > 2 * PEOPLE),
    // A pegawai is the first person of the instansi, and sees no other.
    ...[...text.matchAll(PERSON)].filter(([, n]) => role === 'pegawai' && n !== '1'),
  ];
  return found.map(([whole]) => whole);
}

/** Numbers that are shown to nobody who did not give a reason. */
export function unmaskedIn(text: string): readonly string[] {
  return text.match(NIK) ?? [];
}

const FIELDS = SLOTS.map(({ field }) => field.nama);
const HAK = "'pengelola','verifikator','admin-instansi','pimpinan','pegawai'";

/** Fills a portal that holds nothing but its sample accounts. */
export async function fillWorld(portal: TestPortal): Promise<void> {
  const values = `(SELECT string_agg(CASE f WHEN 'nip' THEN '1980010120100' || i || n WHEN 'nama' THEN 'Uji' || i || ' Orang' || n
      WHEN 'nik' THEN '99990' || i || '000000' || n ELSE '' END, chr(31) ORDER BY o)
      FROM unnest(ARRAY[${FIELDS.map((name) => `'${name}'`).join(',')}]) WITH ORDINALITY AS u(f, o))`;
  await runSql(
    portal.url,
    `CREATE TEMP TABLE instansi_uji AS SELECT instansi_id AS i FROM identity.instansi WHERE jenis <> 'bkn';
     CREATE TEMP TABLE dunia AS
       SELECT i, n, ('777' || i || '0' || n)::bigint AS orang, 'Uji' || i || ' Orang' || n AS nama,
         '1980010120100' || i || n AS nip, ${values} AS isi
       FROM instansi_uji, generate_series(1, ${PEOPLE}) n;
     INSERT INTO intake.kiriman (instansi_id, kiriman_id, nama_berkas, sidik_jari, besar_byte, diterima_byte, keadaan, pengirim, per,
         baris_dibaca, baris_diterima, baris_dikarantina)
       SELECT i, ('cafe' || i || '-0000-4000-8000-00000000000' || k)::uuid, 'Uji' || i || '.csv', sha256((i || '-' || k)::bytea), 9, 0,
         (ARRAY['terbit', 'ditolak', 'mengunggah'])[k], 'Uji' || i || ' Pengirim', '2025-10-01', 3, 2, 1
       FROM instansi_uji, generate_series(1, 3) k;
     INSERT INTO registry.terbitan (instansi_id, nomor, kiriman_simpeg, simpeg_per, bkn_per, susunan, bidang_simpeg, bidang_bkn, oleh)
       SELECT i, 1, ('cafe' || i || '-0000-4000-8000-000000000001')::uuid, '2025-10-01', '2025-10-01',
         ARRAY[${FIELDS.map((name) => `'${name}'`).join(',')}], '{nip,nama,nik}', '{nip,nama,nik}', 'sistem'
       FROM instansi_uji;
     INSERT INTO registry.orang SELECT i, s, orang, 1, NULL, n, orang, isi FROM dunia, unnest(ARRAY['simpeg', 'bkn']) s;
     INSERT INTO findings.pegawai SELECT i, orang, 1, NULL, n, nip, '', nama, '', 'Uji' || i || ' Jabatan', 'Uji' || i || ' Unit',
         'berpasangan', 'nip', '', 2 FROM dunia;
     INSERT INTO findings.selisih SELECT i, orang, b, 1, NULL, n, nama, 'beda', 'nilai ' || b, '',
         CASE b WHEN 'nik' THEN '99990' || i || '000000' || n ELSE nama END,
         CASE b WHEN 'nik' THEN '99990' || i || '0000009' ELSE nama || ' lain' END
       FROM dunia, unnest(ARRAY['nama', 'nik']) b;
     INSERT INTO findings.angka SELECT i, 1, 3, 3, 3, 0, 3, 0, 0, 6, '{"beda":3}',
         '[{"sebab":"nilai nama","bidang":"nama","kelas":"beda","selisih":3},{"sebab":"nilai nik","bidang":"nik","kelas":"beda","selisih":3}]'
       FROM instansi_uji;
     INSERT INTO identity.pengguna (instansi_id, pengguna_id, nama, nama_pengguna, peran, orang, sandi)
       SELECT i, ('face' || i || '-0000-4000-8000-00000000000' || (p.o - 1))::uuid, 'Uji' || i || ' ' || p.peran, 'uji' || i || '.' || p.peran,
         p.peran, CASE p.peran WHEN 'pegawai' THEN '777' || i || '01' END,
         (SELECT sandi FROM identity.pengguna LIMIT 1)
       FROM instansi_uji, unnest(ARRAY[${HAK}]) WITH ORDINALITY AS p(peran, o);
     INSERT INTO identity.nama_masuk SELECT nama_pengguna, instansi_id, pengguna_id FROM identity.pengguna WHERE nama_pengguna LIKE 'uji%';
     INSERT INTO identity.pengambilan (instansi_id, pengguna_id, jenis, jumlah)
       SELECT i, ('face' || i || '-0000-4000-8000-000000000000')::uuid, 'orang', 2 FROM instansi_uji;
     INSERT INTO identity.peringatan (instansi_id, pengguna_id, jenis, jumlah, alasan, dijawab_pada)
       SELECT i, ('face' || i || '-0000-4000-8000-000000000000')::uuid, 'ekspor', 5, 'Uji' || i || ' alasan', now() FROM instansi_uji;
     INSERT INTO platform.pekerjaan (instansi_id, jenis, sasaran, keadaan, diminta_oleh)
       SELECT i, 'periksa', ('cafe' || i || '-0000-4000-8000-000000000002')::uuid, 'selesai', 'Uji' || i FROM instansi_uji;
     INSERT INTO platform.jejak (instansi_id, pelaku, tindakan, sasaran)
       SELECT i, 'face' || i || '-0000-4000-8000-000000000000', 'pegawai.lihat', 'orang/777' || i || '01' FROM instansi_uji;
     INSERT INTO platform.jejak_kepala_harian SELECT instansi_id, current_date, nomor, sidik_jari FROM platform.jejak_kepala`,
  );
  const files = { folder: portal.files, objects: openObjectFolder(portal.files) };
  for (const instansi of OFFICES) {
    const path = quarantinePath(files, markOf.kiriman(instansi, 1));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `berkas,baris,kolom,nilai,kode,pesan\r\nUji${instansi}.csv,1,nip,x,NIP_SALAH,x\r\n`);
  }
}

/** Lets a user of the world in without a password: a hash a user would take longer than all the questions. */
export async function enter(portal: TestPortal, instansi: number, role: Role): Promise<Asker> {
  const token = `${instansi}.${randomBytes(32).toString('base64url')}`;
  const hash = createHash('sha256').update(token).digest('hex');
  await runSql(
    portal.url,
    `INSERT INTO identity.sesi (instansi_id, sidik_jari, pengguna_id, jenis, alamat, peramban, berakhir_pada)
     VALUES (${instansi}, decode('${hash}', 'hex'), '${markOf.pengguna(instansi, role)}', 'sesi', '127.0.0.1', 'uji', now() + interval '1 hour')`,
  );
  return { instansi, role, browser: portal.browse(`sesi=${token}`) };
}

/** What stands in every table, by instansi: one hash a table. */
export async function stateOf(portal: TestPortal, where: string): Promise<Readonly<Record<string, string>>> {
  const tables = await runSql<{ nama: string }>(
    portal.url,
    `SELECT DISTINCT table_schema || '.' || table_name AS nama FROM information_schema.columns JOIN information_schema.tables
       USING (table_schema, table_name)
     WHERE column_name = 'instansi_id' AND table_type = 'BASE TABLE' AND table_schema NOT LIKE 'pg\\_%' ORDER BY 1`,
  );
  const parts = tables.map(
    ({ nama }) => `SELECT '${nama}' AS nama, md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '')) AS sidik
      FROM ${nama} t WHERE ${where}`,
  );
  const rows = await runSql<{ nama: string; sidik: string }>(portal.url, parts.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ nama, sidik }) => [nama, sidik]));
}
