import { findField, type Kelompok } from '#canonical';
import { type Transaction, UNTIL_NOW } from '#platform';
import { splitValues, type StoredPublication } from '#registry';
import { describeCause, labelOf } from './causes.ts';
import { CLASSES, type PersonAnswer } from './contract.ts';
import { type Display, isMasked, maskValue } from './display.ts';

/** A person on both sides, and what differs. */
export interface PersonValues {
  readonly susunan: readonly string[];
  readonly simpeg: ReadonlyMap<string, string> | undefined;
  readonly bkn: ReadonlyMap<string, string> | undefined;
  /** Fields that each side's file carries. */
  readonly bidangSimpeg: ReadonlySet<string>;
  readonly bidangBkn: ReadonlySet<string>;
  readonly selisih: ReadonlyMap<string, PersonDifference>;
}

interface PersonDifference {
  readonly kelas: string;
  readonly sebab: string;
  readonly nilaiSimpeg: string;
  readonly nilaiBkn: string;
}

export async function readPersonValues(
  transaction: Transaction,
  instansi: number,
  orang: string,
  { susunan, bidangSimpeg, bidangBkn }: StoredPublication,
): Promise<PersonValues> {
  const rows = await transaction.query<{ sisi: string; isi: string }>(
    `SELECT sisi, isi FROM registry.orang WHERE instansi_id = $1 AND orang = $2::bigint AND hingga = ${UNTIL_NOW}
       AND sisi IN ('simpeg', 'bkn')`,
    [instansi, orang],
  );
  const differences = await transaction.query<PersonDifference & { bidang: string }>(
    `SELECT bidang, kelas, sebab, nilai_simpeg AS "nilaiSimpeg", nilai_bkn AS "nilaiBkn" FROM findings.selisih
     WHERE instansi_id = $1 AND orang = $2::bigint AND hingga = ${UNTIL_NOW}`,
    [instansi, orang],
  );
  const valuesOf = (sisi: string): ReadonlyMap<string, string> | undefined => {
    const row = rows.find((each) => each.sisi === sisi);
    return row && splitValues(susunan, row.isi);
  };
  return {
    susunan,
    simpeg: valuesOf('simpeg'),
    bkn: valuesOf('bkn'),
    bidangSimpeg: new Set(bidangSimpeg),
    bidangBkn: new Set(bidangBkn),
    selisih: new Map(differences.map(({ bidang, ...rest }) => [bidang, rest])),
  };
}

export const GROUPS: Readonly<Record<Kelompok, string>> = {
  identitas: 'Identitas',
  kepegawaian: 'Kepegawaian',
  golongan: 'Golongan',
  jabatan: 'Jabatan',
  pendidikan: 'Pendidikan',
  unit: 'Unit kerja',
  kontak: 'Kontak',
  keluarga: 'Keluarga',
  gaji: 'Gaji',
  dokumen: 'Dokumen',
};

type GroupAnswer = PersonAnswer['kelompok'][number];

/** Both sides field by field, in the groups of the screen. Pure. */
export function describePerson(values: PersonValues, display: Display): GroupAnswer[] {
  const byGroup = Map.groupBy(values.susunan, (bidang) => findField(bidang)?.kelompok ?? 'identitas');
  return (Object.keys(GROUPS) as Kelompok[]).flatMap((kelompok) => {
    const bidang = (byGroup.get(kelompok) ?? []).map((each) => describeField(values, each, display));
    return bidang.length === 0 ? [] : [{ nama: GROUPS[kelompok], bidang }];
  });
}

function describeField(values: PersonValues, bidang: string, display: Display): GroupAnswer['bidang'][number] {
  const difference = values.selisih.get(bidang);
  const tersamar = isMasked(bidang);
  const show = (value: string): string | null =>
    value === '' ? null : tersamar ? maskValue(value) : display(bidang, value);
  // A difference tells the values as they were compared.
  const simpeg = difference?.nilaiSimpeg || (values.simpeg?.get(bidang) ?? '');
  const bkn = difference?.nilaiBkn || (values.bkn?.get(bidang) ?? '');
  return {
    bidang,
    label: labelOf(bidang),
    simpeg: show(simpeg),
    bkn: show(bkn),
    simpegKeadaan: stateOf(values.bidangSimpeg, bidang, simpeg),
    bknKeadaan: stateOf(values.bidangBkn, bidang, bkn),
    kelas: CLASSES.find((kelas) => kelas === difference?.kelas) ?? null,
    kalimat: difference ? describeCause(difference.sebab) : null,
    tersamar,
  };
}

function stateOf(delivered: ReadonlySet<string>, bidang: string, value: string): 'isi' | 'kosong' | 'tidak-dikirim' {
  if (value !== '') return 'isi';
  return delivered.has(bidang) ? 'kosong' : 'tidak-dikirim';
}
