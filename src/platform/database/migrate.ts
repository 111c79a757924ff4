import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { problem, type Problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';

/** One numbered file of `db/migrations`. */
export interface Migration {
  readonly nomor: number;
  /** The file's name, such as `0001-instansi.sql`. */
  readonly nama: string;
  readonly sql: string;
}

/** The role of the web server and its workers: it owns nothing, so row-level security binds it. */
export const APPLICATION_ROLE = 'portal_aplikasi';

/** Any number that only this program locks. */
const LOCK = 640_020_191;

const PREPARE = `
  DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${APPLICATION_ROLE}') THEN
      CREATE ROLE ${APPLICATION_ROLE} NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
      -- An owner who is no superuser may take the role on only as its member.
      EXECUTE format('GRANT ${APPLICATION_ROLE} TO %I', current_user);
    END IF;
  END $$;
  CREATE SCHEMA IF NOT EXISTS platform;
  CREATE TABLE IF NOT EXISTS platform.migrasi (
    nomor integer PRIMARY KEY,
    nama text NOT NULL,
    sidik_jari text NOT NULL,
    diterapkan_pada timestamptz NOT NULL DEFAULT now()
  );`;

/**
 * Reads the migrations of a folder in the order of their numbers; numbers that were kept free for somebody may be missing. Throws
 * where a name has no number or shares one.
 */
export function readMigrations(folder: string): readonly Migration[] {
  const migrations = readdirSync(folder)
    .filter((nama) => nama.endsWith('.sql'))
    .map((nama) => ({ nomor: Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(nama)?.[1]), nama, sql: read(folder, nama) }))
    .toSorted((a, b) => a.nomor - b.nomor);
  for (const [index, { nomor, nama }] of migrations.entries()) {
    const before = migrations[index - 1]?.nomor ?? 0;
    if (!(nomor > before))
      throw new Error(`${nama}: migrations are named 0001-what-it-does.sql, no two with one number`);
  }
  return migrations;
}

function read(folder: string, nama: string): string {
  return readFileSync(join(folder, nama), 'utf8');
}

/**
 * Brings the database of `url` (its owner's login) up to the newest migration and says how many were applied. Each migration is
 * one transaction; two programs that start at once wait for each other. Applied files are never edited: that is refused, as
 * is a database that a newer program has moved on.
 */
export async function migrate(url: string, migrations: readonly Migration[]): Promise<Result<number, Problem>> {
  const client = new Client({ connectionString: url });
  // A connection that ends tells it so besides, and unheard it would end the program.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query(PREPARE);
    const { rows } = await client.query<{ nomor: number; nama: string; sidik_jari: string }>(
      'SELECT nomor, nama, sidik_jari FROM platform.migrasi ORDER BY nomor',
    );
    for (const done of rows) {
      const known = migrations.find(({ nomor }) => nomor === done.nomor);
      if (!known) return fail(problem('BASIS_LEBIH_BARU', { migrasi: done.nama }));
      if (fingerprint(known) !== done.sidik_jari) return fail(problem('MIGRASI_BERUBAH', { migrasi: known.nama }));
    }
    const applied = new Set(rows.map(({ nomor }) => nomor));
    const waiting = migrations.filter(({ nomor }) => !applied.has(nomor));
    for (const migration of waiting) await apply(client, migration);
    return ok(waiting.length);
  } finally {
    await client.end();
  }
}

async function apply(client: Client, migration: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(migration.sql);
    await client.query('INSERT INTO platform.migrasi (nomor, nama, sidik_jari) VALUES ($1, $2, $3)', [
      migration.nomor,
      migration.nama,
      fingerprint(migration),
    ]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw new Error(`Migration ${migration.nama} failed`, { cause: error });
  }
}

function fingerprint({ sql }: Migration): string {
  return createHash('sha256').update(sql).digest('hex');
}
