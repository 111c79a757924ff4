-- How much of the people's data a user takes within an hour, and the alarm when it is more than work explains: a register that leaves
-- does so in pieces. See src/identity/taking.ts.
CREATE TABLE identity.pengambilan (
  instansi_id integer NOT NULL,
  pengguna_id uuid NOT NULL,
  jenis text NOT NULL CHECK (jenis IN ('orang', 'ekspor')),
  -- The hour begins with the first thing taken.
  sejak timestamptz NOT NULL DEFAULT clock_timestamp(),
  jumlah integer NOT NULL,
  PRIMARY KEY (instansi_id, pengguna_id, jenis)
);
COMMENT ON TABLE identity.pengambilan IS 'Tenant. Of the user who takes, whosever people it is.';

CREATE TABLE identity.peringatan (
  instansi_id integer NOT NULL,
  peringatan_id uuid NOT NULL DEFAULT gen_random_uuid(),
  pengguna_id uuid NOT NULL,
  jenis text NOT NULL CHECK (jenis IN ('orang', 'ekspor')),
  jumlah integer NOT NULL,
  pada timestamptz NOT NULL DEFAULT now(),
  -- What the user answered; until then nothing more of this kind is handed out.
  alasan text,
  dijawab_pada timestamptz,
  PRIMARY KEY (instansi_id, peringatan_id)
);
COMMENT ON TABLE identity.peringatan IS 'Tenant.';
CREATE UNIQUE INDEX peringatan_terbuka ON identity.peringatan (instansi_id, pengguna_id, jenis) WHERE dijawab_pada IS NULL;

ALTER TABLE identity.pengambilan ADD FOREIGN KEY (instansi_id, pengguna_id) REFERENCES identity.pengguna ON DELETE CASCADE;
ALTER TABLE identity.peringatan ADD FOREIGN KEY (instansi_id, pengguna_id) REFERENCES identity.pengguna;

DO $$
DECLARE
  tabel text;
BEGIN
  FOREACH tabel IN ARRAY ARRAY['pengambilan', 'peringatan'] LOOP
    EXECUTE format('ALTER TABLE identity.%I ENABLE ROW LEVEL SECURITY', tabel);
    EXECUTE format('ALTER TABLE identity.%I FORCE ROW LEVEL SECURITY', tabel);
    EXECUTE format(
      'CREATE POLICY milik_instansi ON identity.%I
         USING (instansi_id = nullif(current_setting(''app.instansi'', true), '''')::integer)', tabel);
  END LOOP;
END $$;
CREATE POLICY dibaca_provinsi ON identity.peringatan FOR SELECT
  USING (current_setting('app.lingkup', true) = 'provinsi');

GRANT SELECT, INSERT, UPDATE, DELETE ON identity.pengambilan TO portal_aplikasi;
GRANT SELECT, INSERT, UPDATE (alasan, dijawab_pada) ON identity.peringatan TO portal_aplikasi;

-- Jobs in the order in which they were asked for: where a clock is set back, a later one bears an earlier time.
ALTER TABLE platform.pekerjaan ADD COLUMN nomor bigint GENERATED ALWAYS AS IDENTITY;
DROP INDEX platform.pekerjaan_terbuka;
DROP INDEX platform.pekerjaan_sasaran;
CREATE INDEX pekerjaan_terbuka ON platform.pekerjaan (instansi_id, nomor) WHERE keadaan IN ('antre', 'berjalan');
CREATE INDEX pekerjaan_sasaran ON platform.pekerjaan (instansi_id, sasaran, nomor);

-- Tries that the machine broke (a full disk): they do not count towards giving up.
ALTER TABLE platform.pekerjaan ADD COLUMN dimaafkan integer NOT NULL DEFAULT 0;
