-- Half of the time of a publication went into indexes. What is left: one that tells rows apart and finds them, and one of causes; lists
-- and searches go through people in memory (src/findings/people-index.ts) and ask for rows by their keys. `hingga` is `sampai` without null: with it one key holds that a thing has one row at a time.
-- Texts in keys are ordered by their bytes, on every server alike: pages of lists follow one order wherever the database lies.
ALTER TABLE registry.orang
  ALTER COLUMN sisi TYPE text COLLATE "C",
  ADD COLUMN hingga integer NOT NULL GENERATED ALWAYS AS (coalesce(sampai, 2147483647)) STORED,
  DROP CONSTRAINT orang_pkey;
DROP INDEX registry.orang_kini;
ALTER TABLE registry.orang ADD PRIMARY KEY (instansi_id, sisi, orang, hingga);

DROP INDEX findings.pegawai_nip, findings.pegawai_kini, findings.pegawai_nama;
ALTER TABLE findings.pegawai
  ALTER COLUMN nama TYPE text COLLATE "C",
  ADD COLUMN hingga integer NOT NULL GENERATED ALWAYS AS (coalesce(sampai, 2147483647)) STORED,
  DROP CONSTRAINT pegawai_pkey;
ALTER TABLE findings.pegawai ADD PRIMARY KEY (instansi_id, orang, hingga);

DROP INDEX findings.selisih_kini, findings.selisih_nama;
ALTER TABLE findings.selisih
  ALTER COLUMN nama TYPE text COLLATE "C",
  ALTER COLUMN bidang TYPE text COLLATE "C",
  ALTER COLUMN sebab TYPE text COLLATE "C",
  ADD COLUMN hingga integer NOT NULL GENERATED ALWAYS AS (coalesce(sampai, 2147483647)) STORED,
  DROP CONSTRAINT selisih_pkey;
ALTER TABLE findings.selisih ADD PRIMARY KEY (instansi_id, orang, bidang, hingga);
