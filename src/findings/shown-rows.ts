import { describeCause, labelOf } from './causes.ts';
import { CLASSES, type DifferenceRow, type PersonList } from './contract.ts';
import { type Display, isMasked, maskValue } from './display.ts';
import type { StoredDifference, StoredPerson } from './queries.ts';

/** A difference as lists and exports show it. Pure. */
export function showDifference(row: StoredDifference, display: Display): DifferenceRow {
  const show = (value: string): string | null =>
    value === '' ? null : isMasked(row.bidang) ? maskValue(value) : display(row.bidang, value);
  return {
    instansi: row.instansi,
    orang: row.orang,
    nama: row.nama,
    nip: row.nip,
    jabatan: row.jabatan || null,
    bidang: row.bidang,
    label: labelOf(row.bidang),
    nilaiSimpeg: show(row.nilaiSimpeg),
    nilaiBkn: show(row.nilaiBkn),
    kelas: classOf(row.kelas),
    sebab: row.sebab,
    kalimat: describeCause(row.sebab),
    sejak: row.sejak,
  };
}

/** A person as lists and exports show one. Pure. */
export function showPerson(row: StoredPerson, display: Display): PersonList['baris'][number] {
  return {
    instansi: row.instansi,
    orang: row.orang,
    nama: row.nama,
    nip: row.nip,
    golongan: display('golongan', row.golongan) || null,
    jabatan: row.jabatan || null,
    unit: row.unit || null,
    keadaan: row.keadaan,
    selisih: row.selisih,
  };
}

function classOf(kelas: string): (typeof CLASSES)[number] {
  const known = CLASSES.find((each) => each === kelas);
  if (!known) throw new Error(`No such class: ${kelas}`);
  return known;
}
