-- What reconciling found, in versions like the people (0008): who has a pair, what differs, and the figures of every publication.
CREATE SCHEMA findings;
GRANT USAGE ON SCHEMA findings TO portal_aplikasi;

-- One row a person of either side, for lists and search.
CREATE TABLE findings.pegawai (
  instansi_id integer NOT NULL,
  orang bigint NOT NULL,
  sejak integer NOT NULL,
  sampai integer,
  sidik bigint NOT NULL,
  nip text NOT NULL,
  nip_lama text NOT NULL,
  nama text NOT NULL,
  golongan text NOT NULL,
  jabatan text NOT NULL,
  unit text NOT NULL,
  keadaan text NOT NULL CHECK (keadaan IN ('berpasangan', 'hanya-simpeg', 'hanya-bkn')),
  -- How the pair was found, or the likely reason why there is none; '' for none.
  cara text NOT NULL,
  dugaan text NOT NULL,
  selisih integer NOT NULL,
  PRIMARY KEY (instansi_id, orang, sejak)
);
COMMENT ON TABLE findings.pegawai IS 'Tenant.';
CREATE UNIQUE INDEX pegawai_kini ON findings.pegawai (instansi_id, orang) WHERE sampai IS NULL;
CREATE INDEX pegawai_nama ON findings.pegawai (instansi_id, nama, orang) WHERE sampai IS NULL;
CREATE INDEX pegawai_nip ON findings.pegawai (instansi_id, nip text_pattern_ops) WHERE sampai IS NULL;

CREATE TABLE findings.selisih (
  instansi_id integer NOT NULL,
  orang bigint NOT NULL,
  bidang text NOT NULL,
  sejak integer NOT NULL,
  sampai integer,
  sidik bigint NOT NULL,
  -- The person's name, by which lists are ordered.
  nama text NOT NULL,
  kelas text NOT NULL CHECK (kelas IN ('beda', 'mirip', 'kosong_simpeg', 'kosong_bkn', 'tak_terbandingkan')),
  -- The group of differences that one thing explains, and the words of this one.
  sebab text NOT NULL,
  rincian text NOT NULL,
  nilai_simpeg text NOT NULL,
  nilai_bkn text NOT NULL,
  PRIMARY KEY (instansi_id, orang, bidang, sejak)
);
COMMENT ON TABLE findings.selisih IS 'Tenant.';
CREATE UNIQUE INDEX selisih_kini ON findings.selisih (instansi_id, orang, bidang) WHERE sampai IS NULL;
CREATE INDEX selisih_nama ON findings.selisih (instansi_id, nama, orang, bidang) WHERE sampai IS NULL;
CREATE INDEX selisih_sebab ON findings.selisih (instansi_id, sebab, nama, orang, bidang) WHERE sampai IS NULL;

-- One row a publication: what Beranda shows.
CREATE TABLE findings.angka (
  instansi_id integer NOT NULL,
  nomor integer NOT NULL,
  simpeg integer NOT NULL,
  bkn integer NOT NULL,
  berpasangan integer NOT NULL,
  selaras integer NOT NULL,
  berselisih integer NOT NULL,
  hanya_simpeg integer NOT NULL,
  hanya_bkn integer NOT NULL,
  selisih integer NOT NULL,
  -- People with a difference, by class.
  orang_kelas jsonb NOT NULL,
  -- [{sebab, bidang, kelas, selisih}], largest first.
  sebab jsonb NOT NULL,
  PRIMARY KEY (instansi_id, nomor),
  CONSTRAINT simpeg_terhitung CHECK (simpeg = berpasangan + hanya_simpeg),
  CONSTRAINT pasangan_terhitung CHECK (berpasangan = selaras + berselisih)
);
COMMENT ON TABLE findings.angka IS 'Tenant.';

ALTER TABLE findings.angka ADD FOREIGN KEY (instansi_id, nomor) REFERENCES registry.terbitan;

DO $$
DECLARE
  tabel text;
BEGIN
  FOREACH tabel IN ARRAY ARRAY['pegawai', 'selisih', 'angka'] LOOP
    EXECUTE format('ALTER TABLE findings.%I ENABLE ROW LEVEL SECURITY', tabel);
    EXECUTE format('ALTER TABLE findings.%I FORCE ROW LEVEL SECURITY', tabel);
    EXECUTE format(
      'CREATE POLICY milik_instansi ON findings.%I
         USING (instansi_id = nullif(current_setting(''app.instansi'', true), '''')::integer)', tabel);
    EXECUTE format(
      'CREATE POLICY dibaca_provinsi ON findings.%I FOR SELECT
         USING (current_setting(''app.lingkup'', true) = ''provinsi'')', tabel);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE (sampai) ON findings.pegawai, findings.selisih TO portal_aplikasi;
GRANT SELECT, INSERT ON findings.angka TO portal_aplikasi;
