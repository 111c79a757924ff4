-- Exports of many rows are made by a job. Until it ends the row holds what was asked for; then there is a file that can be fetched
-- until `siap_sampai`, by a ticket that is made when it is asked for.
ALTER TABLE findings.ekspor ALTER COLUMN sidik_jari DROP NOT NULL;
ALTER TABLE findings.ekspor ALTER COLUMN berakhir_pada DROP NOT NULL;
ALTER TABLE findings.ekspor ADD COLUMN permintaan jsonb;
ALTER TABLE findings.ekspor ADD COLUMN siap_sampai timestamptz;
GRANT UPDATE (sidik_jari, berakhir_pada, baris, permintaan, siap_sampai) ON findings.ekspor TO portal_aplikasi;

-- When whoever asked for a job saw that it ended.
ALTER TABLE platform.pekerjaan ADD COLUMN dilihat_pada timestamptz;
CREATE INDEX pekerjaan_peminta ON platform.pekerjaan (instansi_id, diminta_oleh, berakhir_pada);
