-- More ways to sign in: passkeys, and an identity provider outside (docs/decisions/0033).

-- A passkey's public key; the private one never leaves the person's device. Looked up within the instansi that the device itself
-- names (user handle), as a token is.
CREATE TABLE identity.kunci_sandi (
  instansi_id integer NOT NULL,
  -- Credential id of the authenticator, base64url.
  kredensial text NOT NULL CHECK (length(kredensial) BETWEEN 16 AND 1400),
  kunci_id uuid NOT NULL DEFAULT gen_random_uuid(),
  pengguna_id uuid NOT NULL,
  nama text NOT NULL CHECK (nama <> ''),
  kunci_publik bytea NOT NULL,
  -- Uses as the authenticator counts them; one that goes back is a copy.
  hitungan bigint NOT NULL,
  perantara text[] NOT NULL,
  dibuat_pada timestamptz NOT NULL DEFAULT now(),
  dipakai_pada timestamptz,
  PRIMARY KEY (instansi_id, kredensial)
);
COMMENT ON TABLE identity.kunci_sandi IS 'Tenant. Public keys of passkeys.';
CREATE INDEX kunci_sandi_pengguna ON identity.kunci_sandi (instansi_id, pengguna_id);

-- What the portal handed out and expects back once, soon: challenges of passkeys, states of the provider. Asked before anybody is
-- known, under hashes.
CREATE TABLE identity.tantangan (
  sidik_jari bytea PRIMARY KEY CHECK (octet_length(sidik_jari) = 32),
  isi jsonb NOT NULL,
  berakhir_pada timestamptz NOT NULL
);
COMMENT ON TABLE identity.tantangan IS 'Reference. Rows live for minutes and are deleted when they are answered.';
CREATE INDEX tantangan_berakhir ON identity.tantangan (berakhir_pada);

-- Where an identity of the provider belongs, as nama_masuk says it of login names: hashes of a subject, or of a mail address
-- that an administrator wrote down.
CREATE TABLE identity.identitas_luar (
  sidik_jari bytea PRIMARY KEY CHECK (octet_length(sidik_jari) = 32),
  jenis text NOT NULL CHECK (jenis IN ('surel', 'subjek')),
  instansi_id integer NOT NULL,
  pengguna_id uuid NOT NULL,
  UNIQUE (instansi_id, pengguna_id, jenis)
);
COMMENT ON TABLE identity.identitas_luar IS 'Reference. One address and one subject a user; holds hashes only.';

ALTER TABLE identity.pengguna
  -- The official mail address, by which a provider outside may vouch for the user.
  ADD surel text,
  -- A second factor was taken away by an administrator: the user sets up another before going on.
  ADD faktor_wajib boolean NOT NULL DEFAULT false;

ALTER TABLE identity.kunci_sandi ADD FOREIGN KEY (instansi_id, pengguna_id) REFERENCES identity.pengguna ON DELETE CASCADE;
ALTER TABLE identity.identitas_luar ADD FOREIGN KEY (instansi_id) REFERENCES identity.instansi;

ALTER TABLE identity.kunci_sandi ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity.kunci_sandi FORCE ROW LEVEL SECURITY;
CREATE POLICY milik_instansi ON identity.kunci_sandi
  USING (instansi_id = nullif(current_setting('app.instansi', true), '')::integer);
CREATE POLICY dibaca_provinsi ON identity.kunci_sandi FOR SELECT
  USING (current_setting('app.lingkup', true) = 'provinsi');

GRANT SELECT, INSERT, UPDATE, DELETE ON identity.kunci_sandi TO portal_aplikasi;
GRANT SELECT, INSERT, DELETE ON identity.tantangan, identity.identitas_luar TO portal_aplikasi;
