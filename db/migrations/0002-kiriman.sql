-- Deliveries: what an instansi sent, and how it was accounted for. Every table of an instansi follows this pattern:
-- instansi_id leads its keys, row-level security is enabled and forced, and one policy reads the context that
-- `withContext` sets for the transaction. No context, no rows.
CREATE SCHEMA intake;
GRANT USAGE ON SCHEMA intake TO portal_aplikasi;

CREATE TABLE intake.kiriman (
  instansi_id integer NOT NULL,
  kiriman_id uuid NOT NULL DEFAULT gen_random_uuid(),
  nama_berkas text NOT NULL,
  sidik_jari bytea NOT NULL CHECK (octet_length(sidik_jari) = 32),
  besar_byte bigint NOT NULL CHECK (besar_byte >= 0),
  diterima_pada timestamptz NOT NULL DEFAULT now(),
  baris_dibaca bigint CHECK (baris_dibaca >= 0),
  baris_diterima bigint CHECK (baris_diterima >= 0),
  baris_dikarantina bigint CHECK (baris_dikarantina >= 0),
  PRIMARY KEY (instansi_id, kiriman_id),
  UNIQUE (instansi_id, sidik_jari),
  CONSTRAINT baris_terhitung CHECK (baris_dibaca = baris_diterima + baris_dikarantina)
);
COMMENT ON TABLE intake.kiriman IS 'Tenant. A file is known by its SHA-256: the same file twice is one delivery.';

-- Foreign keys stand alone: a distributed database adds them after the tables are spread.
ALTER TABLE intake.kiriman ADD FOREIGN KEY (instansi_id) REFERENCES identity.instansi;

ALTER TABLE intake.kiriman ENABLE ROW LEVEL SECURITY;
ALTER TABLE intake.kiriman FORCE ROW LEVEL SECURITY;
CREATE POLICY milik_instansi ON intake.kiriman
  USING (instansi_id = nullif(current_setting('app.instansi', true), '')::integer);
CREATE POLICY dibaca_provinsi ON intake.kiriman FOR SELECT
  USING (current_setting('app.lingkup', true) = 'provinsi');

GRANT SELECT, INSERT, UPDATE ON intake.kiriman TO portal_aplikasi;
