-- The governments whose people the portal holds. A reference table: replicated, read by everyone, holding no person.
CREATE SCHEMA identity;

CREATE TABLE identity.instansi (
  instansi_id integer PRIMARY KEY CHECK (instansi_id BETWEEN 1 AND 9999),
  nama text NOT NULL,
  jenis text NOT NULL CHECK (jenis IN ('provinsi', 'kabupaten', 'kota'))
);
COMMENT ON TABLE identity.instansi IS 'Reference. instansi_id is the code of BKN, such as 6403 for Kabupaten Demak.';

GRANT USAGE ON SCHEMA identity TO portal_aplikasi;
GRANT SELECT ON identity.instansi TO portal_aplikasi;
