-- A delivery that was refused because nobody could tell its people apart may still be mapped by hand.
ALTER TABLE intake.kiriman ADD COLUMN dapat_dipetakan boolean NOT NULL DEFAULT false;

-- The newest confirmed recipe of an instansi as the others may see it, where their files have the same structure: which column feeds
-- which field, and codes that enough people share (src/intake/recipe-offers.ts). No value of a person, no name of an office. Written
-- by the own instansi, read by all.
CREATE TABLE intake.pemetaan_bersama (
  instansi_id integer NOT NULL PRIMARY KEY,
  nomor integer NOT NULL CHECK (nomor > 0),
  -- See Structure and Recipe of src/mapping; json, for the order of keys is part of a recipe.
  struktur json NOT NULL,
  pemetaan json NOT NULL
);
COMMENT ON TABLE intake.pemetaan_bersama IS 'Tenant. Recipes without values of persons; other instansi read them.';

ALTER TABLE intake.pemetaan_bersama ADD FOREIGN KEY (instansi_id) REFERENCES identity.instansi;
ALTER TABLE intake.pemetaan_bersama ENABLE ROW LEVEL SECURITY;
ALTER TABLE intake.pemetaan_bersama FORCE ROW LEVEL SECURITY;
CREATE POLICY milik_instansi ON intake.pemetaan_bersama
  USING (instansi_id = nullif(current_setting('app.instansi', true), '')::integer);
CREATE POLICY dibaca_semua ON intake.pemetaan_bersama FOR SELECT
  USING (nullif(current_setting('app.lingkup', true), '') IS NOT NULL);
GRANT SELECT, INSERT, DELETE ON intake.pemetaan_bersama TO portal_aplikasi;
