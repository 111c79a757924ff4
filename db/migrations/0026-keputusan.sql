-- What people decided about differences, and the life of every case: one field of one person over all deliveries. A case is written when
-- something is known of it that its difference alone does not tell: both sides agreed once, or somebody decided.
CREATE SCHEMA decisions;
GRANT USAGE ON SCHEMA decisions TO portal_aplikasi;

-- What one person decided about some cases at once; taken back as one.
CREATE TABLE decisions.keputusan (
  instansi_id integer NOT NULL,
  keputusan uuid NOT NULL,
  pilihan text NOT NULL CHECK (pilihan IN ('simpeg', 'bkn', 'lain', 'tunda', 'tanya')),
  -- The right value where neither side has it; the day from which what was postponed is open again.
  nilai text,
  tunda date,
  catatan text NOT NULL,
  -- By which filter the cases were chosen, as the list had it in its address.
  saringan jsonb NOT NULL,
  perkara integer NOT NULL,
  orang integer NOT NULL,
  keadaan text NOT NULL CHECK (keadaan IN ('menunggu', 'berlaku', 'ditolak', 'diurungkan')),
  oleh text NOT NULL,
  pada timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- The second pair of eyes, which is never the first.
  disahkan_oleh text,
  disahkan_pada timestamptz,
  diurungkan_oleh text,
  diurungkan_pada timestamptz,
  PRIMARY KEY (instansi_id, keputusan),
  CONSTRAINT bernilai CHECK ((pilihan = 'lain') = (nilai IS NOT NULL)),
  CONSTRAINT bertunda CHECK (tunda IS NULL OR pilihan = 'tunda'),
  CONSTRAINT dua_orang CHECK (disahkan_oleh <> oleh)
);
COMMENT ON TABLE decisions.keputusan IS 'Tenant.';
CREATE INDEX keputusan_terbaru ON decisions.keputusan (instansi_id, pada DESC, keputusan);

-- Where a case stands: the fold over its events (src/decisions/life.ts).
CREATE TABLE decisions.perkara (
  instansi_id integer NOT NULL,
  orang bigint NOT NULL,
  bidang text COLLATE "C" NOT NULL,
  -- How many events it has; who decides names what they saw.
  versi integer NOT NULL,
  tahap text NOT NULL CHECK (
    tahap IN ('terbuka', 'menunggu', 'diputuskan', 'tertunda', 'ditanyakan', 'dikirim', 'selesai', 'lepas')),
  simpeg text NOT NULL,
  bkn text NOT NULL,
  -- What both had when they last agreed.
  sepakat_simpeg text,
  sepakat_bkn text,
  -- The decision that stands.
  keputusan uuid,
  paket uuid,
  terbuka_karena text CHECK (terbuka_karena IN ('fakta-berubah', 'muncul-lagi', 'ditolak')),
  akhir text CHECK (akhir IN ('sesuai', 'lain', 'tanpa-keputusan', 'pembacaan')),
  sebelum_lepas text,
  PRIMARY KEY (instansi_id, orang, bidang)
);
COMMENT ON TABLE decisions.perkara IS 'Tenant.';
CREATE INDEX perkara_keputusan ON decisions.perkara (instansi_id, keputusan) WHERE keputusan IS NOT NULL;

-- What happened to a case, in its order; never changed.
CREATE TABLE decisions.peristiwa (
  instansi_id integer NOT NULL,
  orang bigint NOT NULL,
  bidang text COLLATE "C" NOT NULL,
  urut integer NOT NULL,
  jenis text NOT NULL CHECK (jenis IN ('tampak', 'selaras', 'lepas', 'putus', 'sah', 'tolak', 'urung', 'kirim')),
  -- What a publication showed.
  terbitan integer,
  simpeg text,
  bkn text,
  sepakat_simpeg text,
  sepakat_bkn text,
  keputusan uuid,
  -- Of `putus`: whether it needed nobody else.
  disahkan boolean,
  paket uuid,
  pada timestamptz NOT NULL,
  PRIMARY KEY (instansi_id, orang, bidang, urut)
);
COMMENT ON TABLE decisions.peristiwa IS 'Tenant.';
CREATE INDEX peristiwa_keputusan ON decisions.peristiwa (instansi_id, keputusan) WHERE jenis = 'putus';

ALTER TABLE decisions.keputusan ADD FOREIGN KEY (instansi_id) REFERENCES identity.instansi;
ALTER TABLE decisions.perkara ADD FOREIGN KEY (instansi_id, keputusan) REFERENCES decisions.keputusan;
ALTER TABLE decisions.peristiwa ADD FOREIGN KEY (instansi_id, keputusan) REFERENCES decisions.keputusan;

DO $$
DECLARE
  tabel text;
BEGIN
  FOREACH tabel IN ARRAY ARRAY['keputusan', 'perkara', 'peristiwa'] LOOP
    EXECUTE format('ALTER TABLE decisions.%I ENABLE ROW LEVEL SECURITY', tabel);
    EXECUTE format('ALTER TABLE decisions.%I FORCE ROW LEVEL SECURITY', tabel);
    EXECUTE format(
      'CREATE POLICY milik_instansi ON decisions.%I
         USING (instansi_id = nullif(current_setting(''app.instansi'', true), '''')::integer)', tabel);
    EXECUTE format(
      'CREATE POLICY dibaca_provinsi ON decisions.%I FOR SELECT
         USING (current_setting(''app.lingkup'', true) = ''provinsi'')', tabel);
  END LOOP;
END $$;
GRANT SELECT, INSERT ON decisions.keputusan TO portal_aplikasi;
GRANT UPDATE (keadaan, disahkan_oleh, disahkan_pada, diurungkan_oleh, diurungkan_pada) ON decisions.keputusan TO portal_aplikasi;
GRANT SELECT, INSERT, UPDATE ON decisions.perkara TO portal_aplikasi;
GRANT SELECT, INSERT ON decisions.peristiwa TO portal_aplikasi;
