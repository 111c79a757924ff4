-- Views of lists that users named (filters, columns, order), and which of them a list opens with. A view is its user's own until it
-- is shared with the users of the same instansi; nobody else sees either.
CREATE TABLE identity.tampilan (
  instansi_id integer NOT NULL,
  tampilan_id uuid NOT NULL DEFAULT gen_random_uuid(),
  pengguna_id uuid NOT NULL,
  -- Which list, such as `pegawai`.
  daftar text NOT NULL,
  nama text NOT NULL,
  -- What stands in the address of the list when the view is opened.
  isi jsonb NOT NULL,
  dibagikan boolean NOT NULL DEFAULT false,
  dibuat_pada timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (instansi_id, tampilan_id)
);
COMMENT ON TABLE identity.tampilan IS 'Tenant.';
CREATE UNIQUE INDEX tampilan_nama ON identity.tampilan (instansi_id, pengguna_id, daftar, nama);

CREATE TABLE identity.tampilan_utama (
  instansi_id integer NOT NULL,
  pengguna_id uuid NOT NULL,
  daftar text NOT NULL,
  tampilan_id uuid NOT NULL,
  PRIMARY KEY (instansi_id, pengguna_id, daftar)
);
COMMENT ON TABLE identity.tampilan_utama IS 'Tenant. The view with which a user''s list opens.';

ALTER TABLE identity.tampilan ADD FOREIGN KEY (instansi_id, pengguna_id) REFERENCES identity.pengguna ON DELETE CASCADE;
ALTER TABLE identity.tampilan_utama ADD FOREIGN KEY (instansi_id, tampilan_id) REFERENCES identity.tampilan ON DELETE CASCADE;

DO $$
DECLARE
  tabel text;
BEGIN
  FOREACH tabel IN ARRAY ARRAY['tampilan', 'tampilan_utama'] LOOP
    EXECUTE format('ALTER TABLE identity.%I ENABLE ROW LEVEL SECURITY', tabel);
    EXECUTE format('ALTER TABLE identity.%I FORCE ROW LEVEL SECURITY', tabel);
    EXECUTE format(
      'CREATE POLICY milik_instansi ON identity.%I
         USING (instansi_id = nullif(current_setting(''app.instansi'', true), '''')::integer)', tabel);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.tampilan, identity.tampilan_utama TO portal_aplikasi;
