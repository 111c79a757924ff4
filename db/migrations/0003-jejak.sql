-- The audit trail: who did or saw what, when and why. Events of an instansi are a chain: each holds the hash of the one
-- before it, so an event that is altered, removed, swapped or slipped in breaks the chain at its place, and a chain that was
-- cut short disagrees with its published head. The trigger numbers and hashes; the application can only add.
GRANT USAGE ON SCHEMA platform TO portal_aplikasi;

CREATE TABLE platform.jejak (
  instansi_id integer NOT NULL,
  nomor bigint NOT NULL,
  waktu timestamptz NOT NULL,
  pelaku text NOT NULL CHECK (pelaku <> ''),
  tindakan text NOT NULL CHECK (tindakan <> ''),
  sasaran text NOT NULL,
  rincian jsonb NOT NULL DEFAULT '{}',
  sebelum bytea NOT NULL,
  sidik_jari bytea NOT NULL,
  PRIMARY KEY (instansi_id, nomor)
);
COMMENT ON TABLE platform.jejak IS 'Tenant. Added to only; see platform.periksa_jejak.';

-- The newest event of each chain; the lock on its row puts the events of an instansi in order.
CREATE TABLE platform.jejak_kepala (
  instansi_id integer PRIMARY KEY,
  nomor bigint NOT NULL,
  sidik_jari bytea NOT NULL
);
COMMENT ON TABLE platform.jejak_kepala IS 'Tenant. Written by the trigger of platform.jejak only.';

-- Heads as they were published at the end of a day, and so known outside of this database.
CREATE TABLE platform.jejak_kepala_harian (
  instansi_id integer NOT NULL,
  tanggal date NOT NULL,
  nomor bigint NOT NULL,
  sidik_jari bytea NOT NULL,
  PRIMARY KEY (instansi_id, tanggal)
);
COMMENT ON TABLE platform.jejak_kepala_harian IS 'Tenant. One published head a day.';

ALTER TABLE platform.jejak ADD FOREIGN KEY (instansi_id) REFERENCES identity.instansi;
ALTER TABLE platform.jejak_kepala ADD FOREIGN KEY (instansi_id) REFERENCES identity.instansi;
ALTER TABLE platform.jejak_kepala_harian ADD FOREIGN KEY (instansi_id) REFERENCES identity.instansi;

DO $$
DECLARE
  tabel text;
BEGIN
  FOREACH tabel IN ARRAY ARRAY['jejak', 'jejak_kepala', 'jejak_kepala_harian'] LOOP
    EXECUTE format('ALTER TABLE platform.%I ENABLE ROW LEVEL SECURITY', tabel);
    EXECUTE format('ALTER TABLE platform.%I FORCE ROW LEVEL SECURITY', tabel);
    EXECUTE format(
      'CREATE POLICY milik_instansi ON platform.%I
         USING (instansi_id = nullif(current_setting(''app.instansi'', true), '''')::integer)', tabel);
    EXECUTE format(
      'CREATE POLICY dibaca_provinsi ON platform.%I FOR SELECT
         USING (current_setting(''app.lingkup'', true) = ''provinsi'')', tabel);
  END LOOP;
END $$;

-- What is hashed: every column, each with its length in front, so that no two events share one text.
CREATE FUNCTION platform.sidik_jejak(j platform.jejak) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT sha256(j.sebelum || convert_to(
    j.instansi_id || ' ' || j.nomor || ' ' || extract(epoch FROM j.waktu)
    || ' ' || length(j.pelaku) || ' ' || j.pelaku
    || ' ' || length(j.tindakan) || ' ' || j.tindakan
    || ' ' || length(j.sasaran) || ' ' || j.sasaran
    || ' ' || j.rincian::text, 'UTF8'))
$$;

CREATE FUNCTION platform.sambung_jejak() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  kepala platform.jejak_kepala;
BEGIN
  INSERT INTO platform.jejak_kepala VALUES (NEW.instansi_id, 0, '') ON CONFLICT DO NOTHING;
  SELECT * INTO kepala FROM platform.jejak_kepala WHERE instansi_id = NEW.instansi_id FOR UPDATE;
  NEW.nomor := kepala.nomor + 1;
  NEW.waktu := clock_timestamp();
  NEW.sebelum := kepala.sidik_jari;
  NEW.sidik_jari := platform.sidik_jejak(NEW);
  UPDATE platform.jejak_kepala SET nomor = NEW.nomor, sidik_jari = NEW.sidik_jari WHERE instansi_id = NEW.instansi_id;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION platform.sambung_jejak() FROM PUBLIC;

CREATE TRIGGER sambung BEFORE INSERT ON platform.jejak FOR EACH ROW EXECUTE FUNCTION platform.sambung_jejak();

GRANT SELECT ON platform.jejak, platform.jejak_kepala, platform.jejak_kepala_harian TO portal_aplikasi;
GRANT INSERT (instansi_id, pelaku, tindakan, sasaran, rincian) ON platform.jejak TO portal_aplikasi;
GRANT INSERT ON platform.jejak_kepala_harian TO portal_aplikasi;
