/**
 * What the rules of tenant data forbid, asked of PostgreSQL's own catalogue: one row a violation. A table is a tenant's unless
 * it is listed as a reference; views and functions are checked as they can get past row-level security.
 */
export const REFERENCE_TABLES = [
  'identity.instansi',
  'identity.nama_masuk',
  'identity.percobaan_masuk',
  'identity.tantangan',
  'identity.identitas_luar',
  'intake.irama_umum',
  'platform.migrasi',
] as const;

export interface Violation {
  readonly benda: string;
  readonly pelanggaran: string;
}

const OURS = `n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'`;

/** SQL of all violations; columns `benda` and `pelanggaran`. */
export const VIOLATIONS = `
WITH milik AS (
  SELECT c.oid, n.nspname || '.' || c.relname AS benda, c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.relowner, c.reloptions
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${OURS} AND c.relkind IN ('r', 'p', 'v', 'm')
), tabel AS (
  SELECT * FROM milik WHERE relkind IN ('r', 'p') AND benda <> ALL (ARRAY[${REFERENCE_TABLES.map((name) => `'${name}'`).join(', ')}])
), kunci AS (
  SELECT t.benda, k.conname, k.contype, a.attname AS pertama
  FROM tabel t JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype IN ('p', 'u', 'f')
  JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.conkey[1]
), indeks AS (
  SELECT t.benda, i.indexrelid::regclass::text AS nama, a.attname AS pertama
  FROM tabel t JOIN pg_index i ON i.indrelid = t.oid AND i.indisunique
  JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]
)
SELECT benda, 'tanpa row-level security' AS pelanggaran FROM tabel WHERE NOT relrowsecurity
UNION ALL SELECT benda, 'row-level security tidak dipaksakan' FROM tabel WHERE NOT relforcerowsecurity
UNION ALL SELECT benda, 'tanpa kebijakan' FROM tabel WHERE NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = tabel.oid)
UNION ALL SELECT benda, 'tanpa kunci utama' FROM tabel WHERE NOT EXISTS (SELECT FROM kunci k WHERE k.benda = tabel.benda AND contype = 'p')
UNION ALL SELECT benda, conname || ' tidak diawali instansi_id' FROM kunci WHERE pertama <> 'instansi_id'
UNION ALL SELECT benda, nama || ' tidak diawali instansi_id' FROM indeks WHERE pertama <> 'instansi_id'
UNION ALL SELECT benda, 'view tanpa security_invoker' FROM milik
  WHERE relkind = 'v' AND NOT coalesce(reloptions, '{}') && ARRAY['security_invoker=true', 'security_invoker=on']
UNION ALL SELECT benda, 'materialized view terbaca aplikasi' FROM milik
  WHERE relkind = 'm' AND has_table_privilege('portal_aplikasi', oid, 'SELECT')
UNION ALL SELECT benda, 'milik peran aplikasi' FROM milik WHERE relowner = 'portal_aplikasi'::regrole
UNION ALL SELECT n.nspname || '.' || p.proname, 'fungsi security definer terbuka bagi aplikasi'
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE ${OURS} AND p.prosecdef AND has_function_privilege('portal_aplikasi', p.oid, 'EXECUTE')
UNION ALL SELECT rolname::text, 'peran aplikasi terlalu berkuasa' FROM pg_roles
  WHERE rolname = 'portal_aplikasi' AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)
UNION ALL SELECT m.roleid::regrole::text, 'peran aplikasi menjadi anggotanya' FROM pg_auth_members m
  WHERE m.member = 'portal_aplikasi'::regrole
ORDER BY 1, 2`;
