-- Users and their sessions. Both belong to an instansi, as people do. Signing in is the one question asked before any instansi is
-- known; it is answered by a reference table that holds login names and nothing else of a user (docs/decisions/0026).
ALTER TABLE identity.instansi DROP CONSTRAINT instansi_jenis_check;
ALTER TABLE identity.instansi ADD CHECK (jenis IN ('provinsi', 'kabupaten', 'kota', 'bkn'));
GRANT INSERT, UPDATE ON identity.instansi TO portal_aplikasi;

CREATE TABLE identity.nama_masuk (
  nama_pengguna text PRIMARY KEY CHECK (nama_pengguna ~ '^[a-z0-9][a-z0-9._-]{2,63}$'),
  instansi_id integer NOT NULL,
  pengguna_id uuid NOT NULL
);
COMMENT ON TABLE identity.nama_masuk IS 'Reference. Where a login name belongs; it makes names unique over all instansi.';

-- Failed sign-ins, under hashes of the account, the address, and both; see src/identity/throttle.ts.
CREATE TABLE identity.percobaan_masuk (
  kunci bytea PRIMARY KEY,
  gagal integer NOT NULL,
  gagal_pada timestamptz NOT NULL,
  boleh_pada timestamptz NOT NULL,
  berhasil_pada timestamptz
);
COMMENT ON TABLE identity.percobaan_masuk IS 'Reference. Holds neither names nor addresses, only hashes of them.';

CREATE TABLE identity.pengguna (
  instansi_id integer NOT NULL,
  pengguna_id uuid NOT NULL DEFAULT gen_random_uuid(),
  nama text NOT NULL,
  nama_pengguna text NOT NULL,
  peran text NOT NULL,
  -- The person of the registry that the user is, for the role that sees its own record only.
  orang text,
  aktif boolean NOT NULL DEFAULT true,
  sandi text NOT NULL,
  -- A first password, made by somebody else: it ends, and has to be changed.
  sandi_sampai timestamptz,
  -- Secret of the second factor; in force once a first code of it was right.
  totp_rahasia text,
  totp_aktif boolean NOT NULL DEFAULT false,
  -- Number of the time step that was used last: a code is good once.
  totp_langkah bigint NOT NULL DEFAULT 0,
  dibuat_pada timestamptz NOT NULL DEFAULT now(),
  terakhir_masuk timestamptz,
  PRIMARY KEY (instansi_id, pengguna_id)
);
COMMENT ON TABLE identity.pengguna IS 'Tenant.';

CREATE TABLE identity.kode_pemulihan (
  instansi_id integer NOT NULL,
  pengguna_id uuid NOT NULL,
  sidik_jari bytea NOT NULL,
  dipakai_pada timestamptz,
  PRIMARY KEY (instansi_id, pengguna_id, sidik_jari)
);
COMMENT ON TABLE identity.kode_pemulihan IS 'Tenant. Recovery codes of the second factor, hashed, each good once.';

CREATE TABLE identity.sesi (
  instansi_id integer NOT NULL,
  -- SHA-256 of the token in the cookie; the token itself is nowhere.
  sidik_jari bytea NOT NULL CHECK (octet_length(sidik_jari) = 32),
  sesi_id uuid NOT NULL DEFAULT gen_random_uuid(),
  pengguna_id uuid NOT NULL,
  -- `tiket`: the password was right, the second factor is still asked for.
  jenis text NOT NULL CHECK (jenis IN ('sesi', 'tiket')),
  alamat text NOT NULL,
  peramban text NOT NULL,
  gagal integer NOT NULL DEFAULT 0,
  dibuat_pada timestamptz NOT NULL DEFAULT now(),
  dipakai_pada timestamptz NOT NULL DEFAULT now(),
  berakhir_pada timestamptz NOT NULL,
  PRIMARY KEY (instansi_id, sidik_jari)
);
COMMENT ON TABLE identity.sesi IS 'Tenant. A session that ended is deleted; the audit trail keeps that it was.';
CREATE INDEX sesi_pengguna ON identity.sesi (instansi_id, pengguna_id);

ALTER TABLE identity.nama_masuk ADD FOREIGN KEY (instansi_id) REFERENCES identity.instansi;
ALTER TABLE identity.pengguna ADD FOREIGN KEY (instansi_id) REFERENCES identity.instansi;
ALTER TABLE identity.kode_pemulihan ADD FOREIGN KEY (instansi_id, pengguna_id) REFERENCES identity.pengguna ON DELETE CASCADE;
ALTER TABLE identity.sesi ADD FOREIGN KEY (instansi_id, pengguna_id) REFERENCES identity.pengguna ON DELETE CASCADE;

DO $$
DECLARE
  tabel text;
BEGIN
  FOREACH tabel IN ARRAY ARRAY['pengguna', 'kode_pemulihan', 'sesi'] LOOP
    EXECUTE format('ALTER TABLE identity.%I ENABLE ROW LEVEL SECURITY', tabel);
    EXECUTE format('ALTER TABLE identity.%I FORCE ROW LEVEL SECURITY', tabel);
    EXECUTE format(
      'CREATE POLICY milik_instansi ON identity.%I
         USING (instansi_id = nullif(current_setting(''app.instansi'', true), '''')::integer)', tabel);
  END LOOP;
END $$;
CREATE POLICY dibaca_provinsi ON identity.pengguna FOR SELECT
  USING (current_setting('app.lingkup', true) = 'provinsi');

GRANT SELECT, INSERT ON identity.nama_masuk TO portal_aplikasi;
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.percobaan_masuk TO portal_aplikasi;
GRANT SELECT, INSERT, UPDATE ON identity.pengguna TO portal_aplikasi;
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.kode_pemulihan TO portal_aplikasi;
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.sesi TO portal_aplikasi;
