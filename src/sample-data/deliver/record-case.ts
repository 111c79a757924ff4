import type { PegawaiField } from '#canonical';
import { formatIsoDate } from '#kernel/local-date.ts';
import type { Case, CauseId, Touch } from '../defects/case.ts';
import { differencesOf, readable, shown, type TrueDifference } from '../defects/compare-meaning.ts';
import type { Column } from '../offices/column.ts';
import type { Facts } from '../person.ts';
import type { RowKind } from './make-case.ts';
import type { OfficeRun } from './office-run.ts';
import { easiestKey } from './pair-key.ts';
import type { CellDefect } from './row-writer.ts';

/** The file in which a row stands, for the ledger. */
export interface RowPlace {
  readonly kode: string;
  readonly berkas: string;
  readonly tabel: string;
  readonly columns: readonly Column[];
  /** Columns of histories whose newest row completes the person's row. */
  readonly joined: readonly { readonly tabel: string; readonly column: Column }[];
  /** Compared fields that this file and BKN's export both carry. */
  readonly carried: ReadonlySet<string>;
  readonly nipLost: boolean;
}

export interface WrittenRow {
  readonly subject: Case | undefined;
  readonly kind: RowKind | 'ganda' | 'uji' | 'hanya_bkn';
  /** Data row in BKN's export, or 0. */
  readonly baris: number;
  readonly orangId: string;
  /** Data row in the Simpeg's file, or 0. */
  readonly row: number;
  readonly cells: readonly (string | null)[];
  readonly defects: readonly CellDefect[];
  readonly facts: Facts;
}

/** Enters a written row: the pair, its true differences, and every defect that it carries. */
export function recordPair(run: OfficeRun, place: RowPlace, row: WrittenRow): void {
  const { ledger } = run;
  const { subject, kind } = row;
  const simpeg = subject?.simpeg?.meaning;
  const bkn = subject?.bkn?.meaning;
  const pair = kind === 'sama' && simpeg !== undefined && bkn !== undefined;
  const cara = pair ? easiestKey(simpeg, bkn, place) : '';
  const nip = bkn?.nip ?? row.facts.nip ?? simpeg?.nip ?? '';
  ledger.add('pasangan', [place.kode, row.row || '', row.baris || '', row.orangId, nip, kind, cara]);
  const lost = unreadableFields(place, row.defects);
  const found = pair ? differencesOf(simpeg, bkn, place.carried).filter(({ field }) => !lost.has(field)) : [];
  if (subject && pair) for (const difference of found) recordDifference(run, place, subject, difference, nip);
  if (subject && kind !== 'hanya_bkn')
    for (const touch of subject.touches)
      if (touch.sisi === 'simpeg') recordTouch(run, place, row, subject, touch, found);
  if (subject?.bkn && (kind === 'hanya_bkn' || pair))
    for (const touch of subject.touches) if (touch.sisi === 'bkn') recordTouch(run, place, row, subject, touch, found);
  for (const defect of row.defects) recordCell(run, place, row, defect);
  if (subject) recordPresence(run, place, row, subject);
  if (kind === 'ganda' || kind === 'uji') {
    const cacat = kind === 'ganda' ? 'D12' : 'D27';
    add(run, place, row, {
      cacat,
      sisi: 'simpeg',
      kolom: '',
      kanonik: '',
      tertulis: row.facts.nip ?? '',
      benar: '',
      harapan: kind === 'ganda' ? 'ganda' : 'karantina',
    });
  }
}

/** D25: a change that waits for its check, in the staging table or column of the family. */
export function recordProposal(
  run: OfficeRun,
  { kode, berkas }: RowPlace,
  { person, proposal }: Case,
  where = '',
): void {
  const line = [
    kode,
    berkas,
    where,
    '',
    '',
    'unit_kerja',
    'D25',
    'simpeg',
    person.orangId,
    proposal?.unit_kerja,
    '',
    'tidak_dibaca',
  ];
  run.ledger.add('cacat', line);
  count(run, 'simpeg', 'D25');
}

interface DefectLine {
  readonly cacat: CauseId;
  readonly sisi: string;
  readonly kolom: string;
  readonly kanonik: string;
  readonly tertulis: string;
  readonly benar: string;
  readonly harapan: string;
}

function add(run: OfficeRun, place: RowPlace, row: WrittenRow, line: DefectLine): void {
  const bkn = line.sisi === 'bkn';
  run.ledger.add('cacat', [
    place.kode,
    bkn ? 'bkn.csv' : place.berkas,
    bkn ? '' : place.tabel,
    (bkn ? row.baris : row.row) || '',
    line.kolom,
    line.kanonik,
    line.cacat,
    line.sisi,
    row.orangId,
    line.tertulis,
    line.benar,
    line.harapan,
  ]);
  count(run, line.sisi, line.cacat);
}

export function count({ tally, profile }: OfficeRun, sisi: string, cacat: string): void {
  const key = `${profile.kode} ${sisi} ${cacat}`;
  tally.set(key, (tally.get(key) ?? 0) + 1);
}

function recordDifference(
  run: OfficeRun,
  place: RowPlace,
  subject: Case,
  { field, simpeg, bkn, kelas }: TrueDifference,
  nip: string,
): void {
  const cause = causeOf(subject, field);
  const truth = shown(field, subject.truth) ?? '';
  const benar = simpeg === truth ? 'simpeg' : bkn === truth ? 'bkn' : 'tidak_keduanya';
  run.ledger.add('selisih', [place.kode, nip, field, simpeg, bkn, kelas, cause ?? 'tertinggal', benar]);
  if (cause !== undefined) return;
  run.ledger.add('perubahan', [
    run.kiriman,
    subject.person.orangId,
    place.kode,
    eventOf(field),
    tmtOf(field, subject),
    field,
    simpeg === truth ? bkn : simpeg,
    truth,
    simpeg === truth ? run.kiriman : '',
    bkn === truth ? run.kiriman : '',
  ]);
  count(run, simpeg === truth ? 'bkn' : 'simpeg', 'tertinggal');
}

/** The defect of content that last changed the field on either side; none: the lag. */
function causeOf(subject: Case, field: PegawaiField): CauseId | undefined {
  const companions = field === 'masa_kerja_tahun' ? [field, 'masa_kerja_bulan'] : [field, `${field}_id`];
  return subject.touches.findLast((touch) => !touch.form && companions.includes(touch.field))?.cacat;
}

const EVENTS: readonly (readonly [string, readonly string[]])[] = [
  ['kenaikan_pangkat', ['golongan', 'tmt_golongan', 'masa_kerja_tahun']],
  [
    'jabatan',
    ['jabatan', 'jenis_jabatan', 'tmt_jabatan', 'unit_kerja', 'eselon', 'tmt_eselon', 'unit_organisasi_induk'],
  ],
  ['pendidikan', ['pendidikan_tingkat', 'pendidikan_nama', 'pendidikan_tahun_lulus', 'gelar_depan', 'gelar_belakang']],
  ['cpns_menjadi_pns', ['status_cpns_pns', 'tmt_pns', 'no_sk_pns', 'tgl_sk_pns']],
  ['kedudukan_hukum', ['kedudukan_hukum']],
];

function eventOf(field: string): string {
  return EVENTS.find(([, fields]) => fields.includes(field))?.[0] ?? 'perubahan_data';
}

function tmtOf(field: string, { truth }: Case): string {
  const event = eventOf(field);
  if (event === 'kenaikan_pangkat') return truth.tmt_golongan ?? '';
  if (event === 'jabatan') return truth.tmt_jabatan ?? '';
  if (event === 'cpns_menjadi_pns') return truth.tmt_pns ?? '';
  return event === 'kedudukan_hukum' ? (truth.tmt_kedudukan_hukum ?? '') : '';
}

function recordTouch(
  run: OfficeRun,
  place: RowPlace,
  row: WrittenRow,
  subject: Case,
  touch: Touch,
  found: readonly TrueDifference[],
): void {
  const side = subject[touch.sisi];
  if (!side) return;
  const means = ({ field, also }: Column): boolean =>
    field === touch.field || field === `${touch.field}_id` || also?.includes(touch.field) === true;
  const exact = place.columns.findIndex(({ field }) => field === touch.field);
  const at = touch.sisi !== 'simpeg' ? -1 : exact >= 0 ? exact : place.columns.findIndex(means);
  const joined = touch.sisi === 'simpeg' && at < 0 ? place.joined.find(({ column }) => means(column)) : undefined;
  if (touch.sisi === 'simpeg' && at < 0 && !joined) return;
  add(run, joined ? { ...place, tabel: joined.tabel } : place, joined ? { ...row, row: 0 } : row, {
    cacat: touch.cacat,
    sisi: touch.sisi,
    kolom: place.columns[at]?.name ?? joined?.column.name ?? '',
    kanonik: touch.field,
    tertulis: (at >= 0 ? row.cells[at] : side.written[touch.field]) ?? '',
    benar: touch.benar ?? '',
    harapan: expectationOf(touch, side.meaning, found),
  });
}

function expectationOf(touch: Touch, meaning: Facts, found: readonly TrueDifference[]): string {
  if (touch.cacat === 'D20') return 'peringatan';
  if (touch.form) return 'bukan_selisih';
  const field = touch.field === 'masa_kerja_bulan' ? 'masa_kerja_tahun' : touch.field.replace(/_id$/, '');
  const difference = found.find((each) => each.field === field);
  if (difference) return difference.kelas;
  return readable(touch.field, meaning[touch.field]) === null ? 'karantina' : 'bukan_selisih';
}

const NOTHING: ReadonlySet<string> = new Set();

/** Fields whose only code is unknown: their values are quarantined and cannot differ. */
function unreadableFields({ columns }: RowPlace, defects: readonly CellDefect[]): ReadonlySet<string> {
  const lost = defects.flatMap(({ unreadable, column }) => (unreadable ? [columns[column]?.field ?? ''] : []));
  return lost.length === 0 ? NOTHING : new Set(lost);
}

function recordCell(
  run: OfficeRun,
  place: RowPlace,
  row: WrittenRow,
  { cacat, column, written, clean, unreadable }: CellDefect,
): void {
  const target = place.columns[column];
  add(run, place, row, {
    cacat,
    sisi: 'simpeg',
    kolom: target?.name ?? '',
    kanonik: target?.canonical ?? '',
    tertulis: written,
    benar: clean,
    harapan: unreadable ? 'karantina' : 'bukan_selisih',
  });
}

/** A person on one side only, with the reason. */
function recordPresence(run: OfficeRun, place: RowPlace, row: WrittenRow, subject: Case): void {
  const { presence, person } = subject;
  if (presence === undefined || (row.kind !== 'hanya_simpeg' && row.kind !== 'hanya_bkn')) return;
  if (presence === 'tertinggal') {
    const left = person.leaving && person.leaving.tmt <= run.per ? person.leaving : undefined;
    const peristiwa = left?.jenis ?? 'cpns_baru';
    const tmt = formatIsoDate(left?.tmt ?? person.masuk);
    const atSimpeg = row.kind === 'hanya_simpeg';
    run.ledger.add('perubahan', [
      run.kiriman,
      person.orangId,
      place.kode,
      peristiwa,
      tmt,
      '',
      '',
      '',
      atSimpeg ? '' : run.kiriman,
      atSimpeg ? run.kiriman : '',
    ]);
    return;
  }
  add(run, place, row, {
    cacat: presence,
    sisi: row.kind === 'hanya_simpeg' ? 'simpeg' : 'bkn',
    kolom: '',
    kanonik: 'kedudukan_hukum',
    tertulis: '',
    benar: (person.leaving && person.leaving.tmt <= run.per ? person.leaving.jenis : undefined) ?? '',
    harapan: row.kind,
  });
}
