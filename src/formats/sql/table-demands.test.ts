import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSource } from '../open-source.ts';
import { readDemands } from './read-demands.ts';
import type { ColumnDemands, TableDemands } from './table-demands.ts';

async function demandsOf(dump: string): Promise<ReadonlyMap<string, TableDemands>> {
  const folder = mkdtempSync(join(tmpdir(), 'tuntutan-'));
  try {
    writeFileSync(join(folder, 'a.sql'), dump);
    const source = await openSource(join(folder, 'a.sql'));
    if (!source.ok) throw new Error(source.error.code);
    return await readDemands(source.value);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const PLAIN: ColumnDemands = {
  name: '',
  type: '',
  notNull: false,
  filled: false,
  generated: false,
  touched: false,
  charset: '',
};
const columnsOf = (demands: TableDemands | undefined): readonly Partial<ColumnDemands>[] =>
  (demands?.columns ?? []).map((column) =>
    Object.fromEntries(
      Object.entries(column).filter(
        ([key, value]) => value !== Object.entries(PLAIN).find(([name]) => name === key)?.[1],
      ),
    ),
  );

const MYSQL = `-- MySQL dump 10.13
CREATE TABLE \`pegawai\` (
  \`id\` int(11) NOT NULL,
  \`nip\` varchar(18) CHARACTER SET ascii NOT NULL COMMENT 'not null, default (18 digit)',
  \`kel\` enum('L','P') DEFAULT NULL,
  \`gol\` varchar(5) NOT NULL DEFAULT 'I/a',
  \`umur\` int(11) GENERATED ALWAYS AS (year(curdate()) - 1980) VIRTUAL,
  \`kode\` char(2) COLLATE latin1_general_ci CHECK (\`kode\` in ('A;B','B')),
  \`diubah\` timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  UNIQUE KEY \`u_nip\` (\`nip\`),
  KEY \`k\` (\`kode\`),
  CONSTRAINT \`c1\` CHECK (\`gol\` <> '')
) ENGINE=MyISAM AUTO_INCREMENT=7 DEFAULT CHARSET=latin1 COMMENT='data pegawai (lama)';
INSERT INTO \`pegawai\` (\`id\`, \`nip\`, \`kel\`, \`gol\`, \`kode\`, \`diubah\`) VALUES (1,'1','L','I/a','B','2020-01-01 00:00:00');
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=\`root\`@\`localhost\`*/ /*!50003 TRIGGER \`t\` BEFORE UPDATE ON \`pegawai\` FOR EACH ROW SET NEW.gol = 'x'; */;;
DELIMITER ;
ALTER TABLE \`pegawai\`
  ADD PRIMARY KEY (\`id\`);
ALTER TABLE \`pegawai\`
  MODIFY \`id\` int(11) NOT NULL AUTO_INCREMENT, AUTO_INCREMENT=8;
`;

const POSTGRES = `--
-- PostgreSQL database dump
--
SET client_encoding = 'LATIN1';
CREATE TYPE public.kelamin AS ENUM (
    'L',
    'P''x'
);
CREATE DOMAIN public.nip AS character varying(18) NOT NULL
	CONSTRAINT nip_check CHECK (((VALUE)::text ~ '^\\d{18}$'::text));
CREATE FUNCTION public.f() RETURNS trigger LANGUAGE plpgsql AS $$ begin new.x := ';'; return new; end $$;
CREATE TABLE public.pegawai (
    id integer NOT NULL,
    nip public.nip,
    kel public.kelamin DEFAULT 'L'::public.kelamin NOT NULL,
    nama text COLLATE "id-x-icu",
    nama_besar text GENERATED ALWAYS AS (upper(nama)) STORED,
    CONSTRAINT umur CHECK ((id > 0))
);
CREATE SEQUENCE public.pegawai_id_seq START WITH 1;
ALTER TABLE ONLY public.pegawai ALTER COLUMN id SET DEFAULT nextval('public.pegawai_id_seq'::regclass);
COPY public.pegawai (id, nip, kel, nama) FROM stdin;
1	2	L	A
\\.
ALTER TABLE ONLY public.pegawai
    ADD CONSTRAINT pegawai_pkey PRIMARY KEY (id);
ALTER TABLE public.pegawai ALTER COLUMN nama ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME x START WITH 1);
CREATE TRIGGER t BEFORE INSERT OR UPDATE OF nama ON public.pegawai FOR EACH ROW EXECUTE FUNCTION public.f();
`;

describe('what a database demands of its rows', () => {
  it('is read from a dump of MySQL: keys, defaults, own columns, conditions, character sets, storage and triggers', async () => {
    const found = (await demandsOf(MYSQL)).get('pegawai');
    expect(columnsOf(found)).toEqual([
      { name: 'id', type: 'int(11)', notNull: true, filled: true, charset: 'latin1' },
      { name: 'nip', type: 'varchar(18)', notNull: true, charset: 'ascii' },
      { name: 'kel', type: "enum('L','P')", charset: 'latin1' },
      { name: 'gol', type: 'varchar(5)', notNull: true, filled: true, charset: 'latin1' },
      { name: 'umur', type: 'int(11)', filled: true, generated: true, charset: 'latin1' },
      { name: 'kode', type: 'char(2)', charset: 'latin1' },
      { name: 'diubah', type: 'timestamp', notNull: true, filled: true, touched: true, charset: 'latin1' },
    ]);
    expect(found).toMatchObject({
      engine: 'MyISAM',
      checks: ["`kode` in ('A;B','B')", "`gol` <> ''"],
      unique: [['nip'], ['id']],
      triggers: ['update'],
    });
  });

  it('is read from a dump of PostgreSQL: named types and domains, defaults that are set later, triggers', async () => {
    const found = (await demandsOf(POSTGRES)).get('public.pegawai');
    expect(columnsOf(found)).toEqual([
      { name: 'id', type: 'integer', notNull: true, filled: true, charset: 'iso-8859-1' },
      { name: 'nip', type: 'character varying(18)', notNull: true, charset: 'iso-8859-1' },
      { name: 'kel', type: "enum('L','P''x')", notNull: true, filled: true, charset: 'iso-8859-1' },
      { name: 'nama', type: 'text', notNull: true, filled: true, generated: true, charset: 'iso-8859-1' },
      { name: 'nama_besar', type: 'text', filled: true, generated: true, charset: 'iso-8859-1' },
    ]);
    expect(found).toMatchObject({
      checks: ['("nip")::text ~ \'^\\d{18}$\'::text', 'id > 0'],
      unique: [['id']],
      triggers: ['insert', 'update'],
    });
  });

  it('is nothing where the file is no dump', async () => {
    expect((await demandsOf('nip;nama\n1;A\n')).size).toBe(0);
  });
});
