-- A delivery from its first byte to what everybody sees; the states and their order are in src/intake/states.ts.
ALTER TABLE intake.kiriman
  ADD COLUMN keadaan text NOT NULL DEFAULT 'diterima' CHECK (keadaan IN (
    'mengunggah', 'diterima', 'memeriksa', 'diperiksa', 'menerbitkan', 'terbit', 'digantikan', 'ditolak', 'dibatalkan')),
  ADD COLUMN pengirim text NOT NULL DEFAULT '',
  ADD COLUMN diterima_byte bigint NOT NULL DEFAULT 0,
  -- What the browser said the file's SHA-256 will be.
  ADD COLUMN sidik_diumumkan bytea,
  ADD COLUMN per date,
  ADD COLUMN terbit_pada timestamptz,
  -- Why it was published although a gate held it; why it was refused.
  ADD COLUMN alasan text,
  ADD COLUMN pesan text,
  -- What checking found: see src/intake/check-result.ts.
  ADD COLUMN hasil jsonb,
  ALTER COLUMN sidik_jari DROP NOT NULL,
  DROP CONSTRAINT kiriman_instansi_id_sidik_jari_key;
-- The same file twice is one delivery, unless the first came to nothing.
CREATE UNIQUE INDEX kiriman_sidik_jari ON intake.kiriman (instansi_id, sidik_jari)
  WHERE keadaan NOT IN ('mengunggah', 'ditolak', 'dibatalkan');
CREATE INDEX kiriman_terbaru ON intake.kiriman (instansi_id, diterima_pada DESC);
-- One delivery at most is what everybody sees.
CREATE UNIQUE INDEX kiriman_terbit ON intake.kiriman (instansi_id) WHERE keadaan = 'terbit';
