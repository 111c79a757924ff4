-- Work that outlives a request: checking, publishing, rolling back a delivery. Who works on a job holds a lease and renews it; a
-- lease that ran out is taken over. `percobaan` fences: it rises with every taking, and whoever lost the job changes nothing more.
CREATE TABLE platform.pekerjaan (
  instansi_id integer NOT NULL,
  pekerjaan_id uuid NOT NULL DEFAULT gen_random_uuid(),
  jenis text NOT NULL,
  -- What it is done to: the delivery.
  sasaran uuid NOT NULL,
  masukan jsonb NOT NULL DEFAULT '{}',
  keadaan text NOT NULL DEFAULT 'antre' CHECK (keadaan IN ('antre', 'berjalan', 'selesai', 'gagal', 'dibatalkan')),
  tahap text NOT NULL DEFAULT '',
  selesai double precision NOT NULL DEFAULT 0,
  dari double precision NOT NULL DEFAULT 0,
  pesan text,
  diminta_oleh text NOT NULL,
  dibuat_pada timestamptz NOT NULL DEFAULT now(),
  berakhir_pada timestamptz,
  percobaan integer NOT NULL DEFAULT 0,
  sewa_sampai timestamptz,
  batal_diminta boolean NOT NULL DEFAULT false,
  PRIMARY KEY (instansi_id, pekerjaan_id)
);
COMMENT ON TABLE platform.pekerjaan IS 'Tenant.';
CREATE INDEX pekerjaan_terbuka ON platform.pekerjaan (instansi_id, dibuat_pada) WHERE keadaan IN ('antre', 'berjalan');
CREATE INDEX pekerjaan_sasaran ON platform.pekerjaan (instansi_id, sasaran, dibuat_pada);

ALTER TABLE platform.pekerjaan ADD FOREIGN KEY (instansi_id) REFERENCES identity.instansi;
ALTER TABLE platform.pekerjaan ENABLE ROW LEVEL SECURITY;
ALTER TABLE platform.pekerjaan FORCE ROW LEVEL SECURITY;
CREATE POLICY milik_instansi ON platform.pekerjaan
  USING (instansi_id = nullif(current_setting('app.instansi', true), '')::integer);
CREATE POLICY dibaca_provinsi ON platform.pekerjaan FOR SELECT
  USING (current_setting('app.lingkup', true) = 'provinsi');
GRANT SELECT, INSERT, UPDATE ON platform.pekerjaan TO portal_aplikasi;
