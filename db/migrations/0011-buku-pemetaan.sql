-- The recipe book of an instansi: what the columns of its deliveries mean. A version is written once and never changed; it acts from
-- the moment somebody confirms it (`disahkan_pada`).
CREATE TABLE intake.pemetaan (
  instansi_id integer NOT NULL,
  nomor integer NOT NULL CHECK (nomor > 0),
  dibuat_pada timestamptz NOT NULL DEFAULT now(),
  dibuat_oleh text NOT NULL,
  pembuat text NOT NULL,
  catatan text NOT NULL DEFAULT '',
  -- The delivery on which it was made.
  kiriman_id uuid NOT NULL,
  -- Fingerprint of the tables that it reads.
  sidik text NOT NULL,
  -- See Structure and Recipe of src/mapping; json, for the order of keys is part of a recipe.
  struktur json NOT NULL,
  pemetaan json NOT NULL,
  -- Which cells of earlier deliveries it would read otherwise.
  uji json,
  disahkan_pada timestamptz,
  disahkan_oleh text,
  PRIMARY KEY (instansi_id, nomor)
);
COMMENT ON TABLE intake.pemetaan IS 'Tenant. Versions of the recipe; no value of a person stands in them.';

ALTER TABLE intake.pemetaan ADD FOREIGN KEY (instansi_id) REFERENCES identity.instansi;
ALTER TABLE intake.pemetaan ADD FOREIGN KEY (instansi_id, kiriman_id) REFERENCES intake.kiriman;

ALTER TABLE intake.pemetaan ENABLE ROW LEVEL SECURITY;
ALTER TABLE intake.pemetaan FORCE ROW LEVEL SECURITY;
CREATE POLICY milik_instansi ON intake.pemetaan
  USING (instansi_id = nullif(current_setting('app.instansi', true), '')::integer);
CREATE POLICY dibaca_provinsi ON intake.pemetaan FOR SELECT
  USING (current_setting('app.lingkup', true) = 'provinsi');

GRANT SELECT, INSERT ON intake.pemetaan TO portal_aplikasi;
GRANT UPDATE (uji, disahkan_pada, disahkan_oleh) ON intake.pemetaan TO portal_aplikasi;
