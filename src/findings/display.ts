import { type Field, findField } from '#canonical';
import { isClosedField } from '#mapping';
import type { Reference } from '#reference';
import { golonganLabel, isGolongan } from '#rules/golongan.ts';

/** A stored value as people read it: the words of a short list's code; texts and dates as they are. Pure for one reference. */
export type Display = (bidang: string, value: string) => string;

export function createDisplay(reference: Reference): Display {
  return (bidang, value) => {
    const field = findField(bidang);
    if (!field || value === '' || !isClosedField(field)) return value;
    if (field.normalisasi === 'golongan') return isGolongan(value) ? golonganLabel(value) : value;
    return reference.table(...(field.tabelReferensi ?? [])).findById(value)?.nama ?? value;
  };
}

/**
 * Numbers and addresses by which somebody can be reached or impersonated; they are shown on request, with a reason. A mail address
 * is one whoever gave it out, so an official one counts too.
 */
export function isMasked(bidang: string): boolean {
  const field = findField(bidang);
  return field !== undefined && (REACHES.has(field.tipe) || (field.sensitif === true && isNumber(field)));
}

const REACHES: ReadonlySet<string> = new Set(['nik', 'npwp', 'telepon', 'email']);

function isNumber({ normalisasi }: Field): boolean {
  return normalisasi === 'digit' || normalisasi === 'nomor';
}

/** Tells that there is a value, and how it ends: enough to see whether two are alike. */
export function maskValue(value: string): string {
  if (value === '') return '';
  const signs = Array.from(value);
  return `${'•'.repeat(Math.min(8, Math.max(3, signs.length - 2)))}${signs.length > 4 ? signs.slice(-2).join('') : ''}`;
}

const CARA: Readonly<Record<string, string>> = {
  pns_id: 'Dipasangkan lewat ID pegawai BKN.',
  nip: 'Dipasangkan lewat NIP.',
  nip_lama: 'Dipasangkan lewat NIP lama.',
  nik: 'Dipasangkan lewat NIK.',
  kunci: 'Dipasangkan lewat tanggal lahir, TMT CPNS, jenis kelamin, dan nama.',
  probabilistik: 'Dipasangkan karena sangat mirip; NIP-nya berbeda. Periksa.',
};

/** How a pair was found, or why there is none. */
export function describePairing(cara: string, dugaan: string): string | null {
  const text = CARA[cara] ?? dugaan;
  return text === '' ? null : `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
