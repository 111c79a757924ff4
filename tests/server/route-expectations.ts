import type { RouteAction } from '#identity';

/** Who may ask each route of the portal. A route without its line here fails the matrix (A1); so does a line without a route. */
export const EXPECTED: Readonly<Record<string, RouteAction>> = {
  'GET /healthz': 'terbuka',
  'POST /api/masuk': 'terbuka',
  'POST /api/masuk/faktor-kedua': 'terbuka',
  'POST /api/keluar': 'terbuka',
  'GET /api/saya': 'masuk',
  'POST /api/saya/sandi': 'masuk',
  'POST /api/saya/faktor-kedua/siapkan': 'masuk',
  'POST /api/saya/faktor-kedua/aktifkan': 'masuk',
  'POST /api/saya/faktor-kedua/matikan': 'masuk',
  'POST /api/saya/faktor-kedua/kode-pemulihan': 'masuk',
  'GET /api/saya/sesi': 'masuk',
  'DELETE /api/saya/sesi/:sesi': 'masuk',
  'GET /api/saya/dilihat': 'masuk',
  'GET /api/instansi': 'masuk',
  'GET /api/pengguna': 'pengguna.lihat',
  'GET /api/pengguna/peran': 'pengguna.kelola',
  'POST /api/pengguna': 'pengguna.kelola',
  'PATCH /api/pengguna/:penggunaId': 'pengguna.kelola',
  'POST /api/pengguna/:penggunaId/pulihkan': 'pengguna.kelola',
  'DELETE /api/pengguna/:penggunaId/sesi': 'pengguna.kelola',
  'GET /api/audit': 'audit.lihat',
  'GET /api/audit/periksa': 'audit.lihat',
};
