-- Files of lists that somebody asked for: each is fetched once, by whoever asked, before it expires. The file lies outside of every
-- served folder; only the hash of its ticket is kept.
CREATE TABLE findings.ekspor (
  -- Of the user who asked, whosever people are in the file.
  instansi_id integer NOT NULL,
  ekspor_id uuid NOT NULL DEFAULT gen_random_uuid(),
  pengguna_id uuid NOT NULL,
  sidik_jari bytea NOT NULL CHECK (octet_length(sidik_jari) = 32),
  nama_berkas text NOT NULL,
  baris integer NOT NULL,
  dibuat_pada timestamptz NOT NULL DEFAULT now(),
  berakhir_pada timestamptz NOT NULL,
  diunduh_pada timestamptz,
  PRIMARY KEY (instansi_id, ekspor_id)
);
COMMENT ON TABLE findings.ekspor IS 'Tenant.';
CREATE INDEX ekspor_sidik_jari ON findings.ekspor (instansi_id, sidik_jari);
CREATE INDEX ekspor_pengguna ON findings.ekspor (instansi_id, pengguna_id, dibuat_pada);

ALTER TABLE findings.ekspor ADD FOREIGN KEY (instansi_id) REFERENCES identity.instansi;
ALTER TABLE findings.ekspor ENABLE ROW LEVEL SECURITY;
ALTER TABLE findings.ekspor FORCE ROW LEVEL SECURITY;
CREATE POLICY milik_instansi ON findings.ekspor
  USING (instansi_id = nullif(current_setting('app.instansi', true), '')::integer);
GRANT SELECT, INSERT, UPDATE (diunduh_pada), DELETE ON findings.ekspor TO portal_aplikasi;
