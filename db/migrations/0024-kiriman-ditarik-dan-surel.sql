-- A delivery that was taken back (`ditarik`) is not one that a newer one took the place of: it has not come, as the calendar sees it.
ALTER TABLE intake.kiriman
  DROP CONSTRAINT kiriman_keadaan_check,
  ADD CONSTRAINT kiriman_keadaan_check CHECK (keadaan IN (
    'mengunggah', 'diterima', 'memeriksa', 'diperiksa', 'menerbitkan', 'terbit', 'digantikan', 'ditarik', 'ditolak', 'dibatalkan'));

-- A mail that is sent again says something true for some days more; one that was kept long enough goes.
GRANT UPDATE (berlaku_sampai), DELETE ON identity.surel TO portal_aplikasi;
