/** By what lists of people and differences are filtered and ordered, in the words that people read. */
import { z } from 'zod';

export const CLASSES = ['beda', 'mirip', 'kosong_simpeg', 'kosong_bkn', 'tak_terbandingkan'] as const;

/** Kinds of difference as people read them, on every screen and in every file. */
export const CLASS_LABELS: Readonly<Record<(typeof CLASSES)[number], string>> = {
  beda: 'Berbeda',
  mirip: 'Mirip',
  kosong_simpeg: 'Kosong di Simpeg',
  kosong_bkn: 'Kosong di BKN',
  tak_terbandingkan: 'Tidak terbandingkan',
};

export const personStates = ['berpasangan', 'hanya-simpeg', 'hanya-bkn'] as const;

/** On which sides a person stands, as people read it. */
export const STATE_LABELS: Readonly<Record<(typeof personStates)[number], string>> = {
  berpasangan: 'Berpasangan',
  'hanya-simpeg': 'Hanya di Simpeg',
  'hanya-bkn': 'Hanya di BKN',
};

/** Groups of the balance of people; each filters the list so that its names are as many as the figure says. */
export const GROUP_LABELS = {
  selaras: 'Selaras',
  berselisih: 'Berselisih',
  'hanya-simpeg': STATE_LABELS['hanya-simpeg'],
  'hanya-bkn': STATE_LABELS['hanya-bkn'],
  berpasangan: STATE_LABELS.berpasangan,
  simpeg: 'Ada di Simpeg',
  bkn: 'Ada di BKN',
} as const;
export type PeopleGroup = keyof typeof GROUP_LABELS;
export const peopleGroup = z.enum(Object.keys(GROUP_LABELS) as [PeopleGroup, ...PeopleGroup[]]);

/** The filter of the list of people: golongan and unit as the facets name them. */
export const peopleFilter = {
  keadaan: peopleGroup.optional(),
  golongan: z.string().max(60).optional(),
  unit: z.string().max(500).optional(),
  cari: z.string().trim().min(2).max(100).optional(),
};

/** Orders of the list of people besides that by instansi and name; a minus turns one round. */
export const peopleOrder = z.enum([
  'nama',
  '-nama',
  'nip',
  '-nip',
  'golongan',
  '-golongan',
  'unit',
  '-unit',
  'selisih',
  '-selisih',
]);
export type PeopleOrder = z.infer<typeof peopleOrder>;
