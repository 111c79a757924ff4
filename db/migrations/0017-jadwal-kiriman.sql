-- When deliveries are expected, and reminders by mail (docs/decisions/0037). The rule is in src/intake/schedule/rhythm.ts.

-- The rhythm of everybody, in force from the first day of a month on.
CREATE TABLE intake.irama_umum (
  mulai date PRIMARY KEY CHECK (extract(day FROM mulai) = 1),
  setiap_bulan integer NOT NULL CHECK (setiap_bulan IN (1, 3, 6, 12)),
  tanggal integer NOT NULL CHECK (tanggal BETWEEN 1 AND 31),
  -- Days before, on which to remind; 0 for never.
  ingatkan integer NOT NULL CHECK (ingatkan BETWEEN 0 AND 14)
);
COMMENT ON TABLE intake.irama_umum IS 'Reference. One rhythm for all; holds no person.';
-- Nothing is expected of the months before the portal was there.
INSERT INTO intake.irama_umum
  VALUES ((date_trunc('month', now() AT TIME ZONE 'Asia/Jakarta') + interval '1 month')::date, 1, 10, 3);

-- The rhythm of one instansi; without values it is that of everybody again.
CREATE TABLE intake.irama (
  instansi_id integer NOT NULL,
  mulai date NOT NULL CHECK (extract(day FROM mulai) = 1),
  setiap_bulan integer CHECK (setiap_bulan IN (1, 3, 6, 12)),
  tanggal integer CHECK (tanggal BETWEEN 1 AND 31),
  ingatkan integer CHECK (ingatkan BETWEEN 0 AND 14),
  PRIMARY KEY (instansi_id, mulai),
  CONSTRAINT irama_utuh CHECK (num_nulls(setiap_bulan, tanggal, ingatkan) IN (0, 3))
);
COMMENT ON TABLE intake.irama IS 'Tenant.';

-- Mails to users. The address is looked up when a mail is sent: whoever lost the account or switched reminders off gets none.
CREATE TABLE identity.surel (
  instansi_id integer NOT NULL,
  surel_id uuid NOT NULL DEFAULT gen_random_uuid(),
  pengguna_id uuid NOT NULL,
  -- The occasion: of one there is one mail a user.
  kunci text NOT NULL,
  judul text NOT NULL,
  isi text NOT NULL,
  keadaan text NOT NULL DEFAULT 'menunggu' CHECK (keadaan IN ('menunggu', 'terkirim', 'gagal', 'urung')),
  dibuat_pada timestamptz NOT NULL DEFAULT now(),
  -- Afterwards it would only confuse.
  berlaku_sampai timestamptz NOT NULL,
  percobaan integer NOT NULL DEFAULT 0,
  coba_pada timestamptz NOT NULL DEFAULT now(),
  terkirim_pada timestamptz,
  sebab text,
  PRIMARY KEY (instansi_id, surel_id),
  UNIQUE (instansi_id, pengguna_id, kunci)
);
COMMENT ON TABLE identity.surel IS 'Tenant. Holds counts and dates only, and no address.';
CREATE INDEX surel_menunggu ON identity.surel (instansi_id, coba_pada) WHERE keadaan = 'menunggu';

-- Whether reminders go to the user's mail address.
ALTER TABLE identity.pengguna ADD pengingat boolean NOT NULL DEFAULT true;

ALTER TABLE intake.irama ADD FOREIGN KEY (instansi_id) REFERENCES identity.instansi;
ALTER TABLE identity.surel ADD FOREIGN KEY (instansi_id, pengguna_id) REFERENCES identity.pengguna ON DELETE CASCADE;

DO $$
DECLARE
  tabel text;
BEGIN
  FOREACH tabel IN ARRAY ARRAY['intake.irama', 'identity.surel'] LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tabel);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tabel);
    EXECUTE format(
      'CREATE POLICY milik_instansi ON %s
         USING (instansi_id = nullif(current_setting(''app.instansi'', true), '''')::integer)', tabel);
    EXECUTE format(
      'CREATE POLICY dibaca_provinsi ON %s FOR SELECT
         USING (current_setting(''app.lingkup'', true) = ''provinsi'')', tabel);
  END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE ON intake.irama_umum, intake.irama TO portal_aplikasi;
GRANT SELECT, INSERT, UPDATE (keadaan, percobaan, coba_pada, terkirim_pada, sebab) ON identity.surel TO portal_aplikasi;
