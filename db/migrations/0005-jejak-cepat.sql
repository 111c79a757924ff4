-- Many events in one transaction: the head of a chain is written once, at the end, instead of once an event. Until then the
-- newest event of the chain itself says what comes next; the lock on the head's row keeps other transactions out as before.
CREATE OR REPLACE FUNCTION platform.sambung_jejak() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  kepala platform.jejak_kepala;
BEGIN
  SELECT * INTO kepala FROM platform.jejak_kepala WHERE instansi_id = NEW.instansi_id FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO platform.jejak_kepala VALUES (NEW.instansi_id, 0, '') ON CONFLICT DO NOTHING;
    SELECT * INTO kepala FROM platform.jejak_kepala WHERE instansi_id = NEW.instansi_id FOR UPDATE;
  END IF;
  -- What this transaction added is not in the head yet. The head also counts: a chain that was cut goes on behind its gap.
  SELECT j.nomor, j.sidik_jari INTO NEW.nomor, NEW.sebelum FROM platform.jejak j
    WHERE j.instansi_id = NEW.instansi_id AND j.nomor > kepala.nomor ORDER BY j.nomor DESC LIMIT 1;
  NEW.sebelum := coalesce(NEW.sebelum, kepala.sidik_jari);
  NEW.nomor := coalesce(NEW.nomor, kepala.nomor) + 1;
  NEW.waktu := clock_timestamp();
  NEW.sidik_jari := platform.sidik_jejak(NEW);
  RETURN NEW;
END $$;

-- Runs once an event when the transaction ends; the first one writes the head, the others find it written.
CREATE FUNCTION platform.tutup_jejak() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM platform.jejak_kepala WHERE instansi_id = NEW.instansi_id AND nomor >= NEW.nomor) THEN
    RETURN NULL;
  END IF;
  UPDATE platform.jejak_kepala k SET nomor = j.nomor, sidik_jari = j.sidik_jari
    FROM (SELECT nomor, sidik_jari FROM platform.jejak WHERE instansi_id = NEW.instansi_id ORDER BY nomor DESC LIMIT 1) j
    WHERE k.instansi_id = NEW.instansi_id;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION platform.tutup_jejak() FROM PUBLIC;

CREATE CONSTRAINT TRIGGER tutup AFTER INSERT ON platform.jejak DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION platform.tutup_jejak();

-- Whose record was looked at, for the one whose record it is; and what one user did.
CREATE INDEX jejak_sasaran ON platform.jejak (instansi_id, sasaran, nomor);
CREATE INDEX jejak_pelaku ON platform.jejak (instansi_id, pelaku, nomor);

-- What it calls is stable, so as stable it is taken into the query that checks a chain instead of being called once an event.
ALTER FUNCTION platform.sidik_jejak(platform.jejak) STABLE;

CREATE INDEX jejak_waktu ON platform.jejak (waktu);
