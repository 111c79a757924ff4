import { openReference } from '#reference';

/** BKN's names of the short code lists, by code. */
const reference = openReference();

export const nameOfAgama = namesOf('agama');
export const nameOfKawin = namesOf('jenis_kawin');
export const nameOfJenisJabatan = namesOf('jenis_jabatan');
export const nameOfJenisPegawai = namesOf('jenis_pegawai');
export const nameOfKedudukan = namesOf('kedudukan_hukum', 'kedudukan_hukum_tambahan');
export const nameOfTingkat = namesOf('tingkat_pendidikan');
export const nameOfJenisKp = namesOf('jenis_kp');

function namesOf(...tables: readonly string[]): (kode: string) => string {
  const names = new Map([...reference.table(...tables).rows()].map(({ id, nama }) => [id, nama]));
  return (kode) => {
    const nama = names.get(kode);
    if (nama === undefined) throw new Error(`No code ${kode} in ${tables.join(', ')}`);
    return nama;
  };
}
