-- What words of code lists mean, as far as an instansi confirmed it: shown to the others as a suggestion, never taken unasked. Only
-- words that several people share and only fields with one national list stand here (src/reference/crosswalk/privacy.ts); codes do
-- not, for every office numbers its own way. Written by the own instansi, read by all.
CREATE TABLE intake.arti_kata (
  instansi_id integer NOT NULL,
  kanonik text NOT NULL,
  -- Folded.
  kata text NOT NULL,
  arti text NOT NULL,
  PRIMARY KEY (instansi_id, kanonik, kata)
);
COMMENT ON TABLE intake.arti_kata IS 'Tenant. Words without persons; other instansi read them.';
CREATE INDEX arti_kata_bidang ON intake.arti_kata (kanonik, kata);

ALTER TABLE intake.arti_kata ADD FOREIGN KEY (instansi_id) REFERENCES identity.instansi;
ALTER TABLE intake.arti_kata ENABLE ROW LEVEL SECURITY;
ALTER TABLE intake.arti_kata FORCE ROW LEVEL SECURITY;
CREATE POLICY milik_instansi ON intake.arti_kata
  USING (instansi_id = nullif(current_setting('app.instansi', true), '')::integer);
CREATE POLICY dibaca_semua ON intake.arti_kata FOR SELECT
  USING (nullif(current_setting('app.lingkup', true), '') IS NOT NULL);
GRANT SELECT, INSERT, DELETE ON intake.arti_kata TO portal_aplikasi;
