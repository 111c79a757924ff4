-- People as the two sides have them, in canonical form. A row holds from the publication `sejak` until before the publication
-- `sampai`; what holds today has no `sampai`. Publications of an instansi are numbered; everything that a publication changes
-- appears in one transaction. BKN's rows of people lie with the instansi that employs them.
CREATE SCHEMA registry;
GRANT USAGE ON SCHEMA registry TO portal_aplikasi;

CREATE TABLE registry.terbitan (
  instansi_id integer NOT NULL,
  nomor integer NOT NULL CHECK (nomor > 0),
  -- Which deliveries it shows, and for which day they speak.
  kiriman_simpeg uuid,
  kiriman_bkn uuid,
  simpeg_per date,
  bkn_per date,
  -- Canonical names of the values in `isi`, and those that each side delivers.
  susunan text[] NOT NULL,
  bidang_simpeg text[] NOT NULL,
  bidang_bkn text[] NOT NULL,
  -- The publication that it restores.
  kembali_ke integer,
  oleh text NOT NULL,
  terbit_pada timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (instansi_id, nomor)
);
COMMENT ON TABLE registry.terbitan IS 'Tenant.';

CREATE TABLE registry.orang (
  instansi_id integer NOT NULL,
  sisi text NOT NULL CHECK (sisi IN ('simpeg', 'bkn')),
  -- One person on both sides: those of a pair bear one number.
  orang bigint NOT NULL,
  sejak integer NOT NULL,
  sampai integer,
  sidik bigint NOT NULL,
  -- The side's own number of the person, whoever it was paired with.
  kunci bigint NOT NULL,
  -- Values in the order of `susunan`, with a unit separator (U+001F) between.
  isi text NOT NULL,
  PRIMARY KEY (instansi_id, sisi, orang, sejak)
);
COMMENT ON TABLE registry.orang IS 'Tenant.';
CREATE UNIQUE INDEX orang_kini ON registry.orang (instansi_id, sisi, orang) WHERE sampai IS NULL;

ALTER TABLE registry.terbitan ADD FOREIGN KEY (instansi_id) REFERENCES identity.instansi;

DO $$
DECLARE
  tabel text;
BEGIN
  FOREACH tabel IN ARRAY ARRAY['terbitan', 'orang'] LOOP
    EXECUTE format('ALTER TABLE registry.%I ENABLE ROW LEVEL SECURITY', tabel);
    EXECUTE format('ALTER TABLE registry.%I FORCE ROW LEVEL SECURITY', tabel);
    EXECUTE format(
      'CREATE POLICY milik_instansi ON registry.%I
         USING (instansi_id = nullif(current_setting(''app.instansi'', true), '''')::integer)', tabel);
    EXECUTE format(
      'CREATE POLICY dibaca_provinsi ON registry.%I FOR SELECT
         USING (current_setting(''app.lingkup'', true) = ''provinsi'')', tabel);
  END LOOP;
END $$;
GRANT SELECT, INSERT ON registry.terbitan TO portal_aplikasi;
GRANT SELECT, INSERT, UPDATE (sampai) ON registry.orang TO portal_aplikasi;
