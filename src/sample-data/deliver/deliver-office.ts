import type { PegawaiField } from '#canonical';
import type { DeliveryWriter } from '../containers/delivery.ts';
import { linesBelow } from '../containers/sheet-frames.ts';
import { sheetName } from '../containers/xlsx.ts';
import type { BreakStyle } from '../defects/spelling.ts';
import type { Column, RowInfo } from '../offices/column.ts';
import { writeNoise } from '../offices/noise.ts';
import type { OfficeProfile } from '../offices/profiles.ts';
import { addMonths } from '#kernel/local-date.ts';
import { BKN_FIELDS, bknRow } from '../bkn-export.ts';
import { csvLine } from '../containers/csv.ts';
import { openDelivery } from '../containers/open-delivery.ts';
import { createLot, dice, diceBits, seedOf, shuffled } from '../dice.ts';
import { type Assigner, createAssigner } from '../defects/assign.ts';
import type { Case } from '../defects/case.ts';
import { layoutOf, type OfficeLayout } from '../offices/office-layout.ts';
import type { Facts } from '../person.ts';
import { describeEvents, describeIndex, describePerson } from './describe-person.ts';
import { describeLayout } from './describe-layout.ts';
import { createEarlier, type EarlierCases } from './earlier.ts';
import { createHistoryWriter } from './history-writer.ts';
import { isReserved, prepareCase, type RowKind } from './make-case.ts';
import type { Claimed, OfficeRun } from './office-run.ts';
import { createPayroll } from './payroll.ts';
import { type RowJob, type RowRole, rolesOf } from './row-roles.ts';
import { type CellQuotas, createRowWriter } from './row-writer.ts';
import { recordPair, recordProposal, type RowPlace } from './record-case.ts';

/** Rows are written in a lot of this size, shuffled, so that the two sides do not stand in the same order. */
const WINDOW = 512;

/** A person with the rows that stand for him or her in the Simpeg; `baris` of a pair is filled in when BKN's row is written. */
interface PersonRows {
  readonly subject: Case;
  readonly kind: RowKind | undefined;
  readonly jobs: readonly RowJob[];
  /** Defects that have been mended since the delivery before. */
  readonly mended: readonly string[];
}

/** Writes one office's file, its people's rows of BKN's export and its part of the truth. */
export async function deliverOffice(run: OfficeRun): Promise<void> {
  const { profile, population, benih, choice, ledger, bkn } = run;
  const now = addMonths(run.per, -profile.lagMonths);
  const layout = layoutOf(profile, population.units(profile.kode, now), benih, choice, run.number, run.codes);
  const delivery = openDelivery(profile, run);
  const assigner = assignerOf(run, layout);
  const quotas: CellQuotas = {
    blanks: assigner.quota('D01'),
    broken: assigner.quota('D24'),
    codes: profile.container === 'dbf' ? undefined : assigner.quota('D19'),
    hasReferences: !layout.flat,
    delivery: run.number,
  };
  const table = delivery.table({ name: layout.family.people.name, columns: layout.people });
  const people = createRowWriter(layout.people, table, quotas, breakStyleOf(profile));
  const histories = createHistoryWriter(layout, delivery, assigner, now, run);
  const staging = createStaging(layout, delivery);
  const rows = createRowNumbers(run, layout);
  const payroll = createPayroll(run);
  const place = placeOf(layout, delivery.file);
  const pending = pendingColumn(layout);
  const lot = createLot(`${benih}/urutan/${profile.kode}`);
  const line = csvLine(',', '\n');
  const seed = seedOf(`${benih}/baris/${profile.kode}`);
  const firstKey = 1000 + lot.below(5000);
  let waiting: RowJob[] = [];

  const write = ({ subject, facts, kind, orangId, place: number }: RowJob, role: RowRole): void => {
    const key = firstKey + number;
    const rowSeed = subject ? diceBits(subject.seed, 7) : diceBits(seed, number);
    const pointers = subject ? histories.write(subject, key, rowSeed) : {};
    const sheet = rows.sheetOf(facts);
    const info = {
      ...NO_ROW,
      key,
      seed: rowSeed,
      person: facts,
      number: people.rows + 1,
      pointers,
      proposal: subject?.proposal,
    };
    const { cells, defects } = people.write(facts, info, sheet);
    if (subject?.simpeg && kind !== 'saring') payroll?.add(subject.simpeg.meaning, info);
    if (subject?.proposal && staging) staging(subject.proposal, info);
    if (subject?.proposal && (staging || pending))
      recordProposal(run, place, subject, staging ? layout.family.staging : pending?.name);
    recordPair(run, place, { ...role, orangId, row: rows.next(sheet), cells, defects, facts });
  };
  const flush = (): void => {
    const jobs = shuffled(waiting, lot);
    const roles = rolesOf(jobs, place);
    for (const job of jobs) write(job, roles.get(job) ?? job);
    waiting = [];
  };
  for (const { subject, kind, jobs, mended } of peopleOf(run, layout, assigner, run.pool)) {
    describePerson(run, subject);
    describeIndex(run, subject);
    describeEvents(run, subject, mended);
    if (subject.bkn) {
      bkn.rows++;
      bkn.sink.write(line(bknRow(subject.bkn.written)));
    }
    for (const job of jobs) waiting.push(job.kind === 'sama' ? { ...job, baris: bkn.rows } : job);
    if (subject.bkn && kind !== 'sama') {
      recordPair(run, place, {
        ...NO_CELLS,
        subject,
        kind: 'hanya_bkn',
        baris: bkn.rows,
        orangId: subject.person.orangId,
      });
    }
    if (waiting.length >= WINDOW) flush();
  }
  flush();
  rows.recordOtherLines(run);
  writeReferences(layout, delivery);
  if (!layout.flat) writeNoise(delivery, profile.kode);
  describeLayout(run, layout, delivery.file, rows.total());
  await delivery.close();
  await payroll?.close();
  for (const nip of assigner.weaknesses.sharedSeats()) ledger.add('ikd', [profile.kode, nip, 'TIM_4', 'ya']);
  run.reached.add(profile, assigner.counts());
}

const NO_ROW: RowInfo = {
  key: 0,
  seed: 0,
  person: {},
  number: 0,
  latest: true,
  step: 0,
  kind: undefined,
  pointers: {},
  proposal: undefined,
};
const NO_CELLS = { row: 0, cells: [], defects: [], facts: {} } as const;

/** The column of a change that waits for its check, in the person's own row. */
function pendingColumn({ people }: OfficeLayout): Column | undefined {
  return people.find(({ pending }) => pending === true);
}

function assignerOf({ profile, benih, choice, starts }: OfficeRun, layout: OfficeLayout): Assigner {
  return createAssigner({
    ...layout,
    benih,
    keepsRanks: layout.histories.some((each) => each.layout.kinds.includes('pangkat')),
    keepsProposals: (!layout.flat && layout.family.staging !== undefined) || pendingColumn(layout) !== undefined,
    newestByTmt: layout.family.newestByTmt === true && !layout.flat,
    profile,
    choice,
    starts,
  });
}

/** Which broken characters the container can carry. */
function breakStyleOf({ container, encoding, version }: OfficeProfile): BreakStyle {
  if (container === 'dbf') return 'plain';
  // PostgreSQL lets no wrong byte in, so its dumps have none.
  if (container === 'sql' && version === 'B1') return 'utf-8';
  return encoding === 'utf-8' && (container === 'csv' || container === 'sql' || container === 'sql.gz')
    ? 'bytes'
    : 'utf-8';
}

type Staging = (proposal: Facts, row: RowInfo) => void;

/** The table of proposals, where the family has one. */
function createStaging({ family, flat, people }: OfficeLayout, delivery: DeliveryWriter): Staging | undefined {
  if (family.staging === undefined || flat) return undefined;
  const table = delivery.table({ name: family.staging, columns: people });
  return (proposal, row) => table.row(people.map((column) => column.encode(proposal, { ...row, person: proposal })));
}

function writeReferences({ family, flat }: OfficeLayout, delivery: DeliveryWriter): void {
  if (flat) return;
  for (const { name, columns, rows } of family.references) {
    const table = delivery.table({ name, columns: columns.map((column) => ({ name: column, type: 'varchar(255)' })) });
    for (const row of rows()) table.row(row);
  }
}

/** Everybody of the office with his or her rows, in the order of BKN's export. The same on every pass. */
function* peopleOf(run: OfficeRun, layout: OfficeLayout, assigner: Assigner, pool: Claimed[]): Iterable<PersonRows> {
  const { profile, population, per, benih } = run;
  const seed = seedOf(`${benih}/kasus/${profile.kode}`);
  const { keepsFormer } = layout.family;
  const earlier = earlierOf(run, seed);
  const claimable: Claimed[] = [];
  let place = -ROWS_A_PERSON;
  for (const person of population.people(profile.kode)) {
    place += ROWS_A_PERSON;
    const before = earlier?.of(person);
    const prepared = prepareCase(person, profile, per, seed, assigner, keepsFormer, before?.left);
    if (!prepared) continue;
    const { subject, kind } = prepared;
    const jobs: RowJob[] = [];
    const { orangId } = person;
    const extra = { subject: undefined, baris: 0, place: place + 1 } as const;
    if (subject.simpeg && kind !== undefined) {
      jobs.push({ subject, facts: subject.simpeg.written, kind, baris: 0, orangId, place });
      const twice = subject.copies[0];
      const claimed = twice !== undefined && dice(subject.seed, 220) < 0.5 ? pool.shift() : undefined;
      if (claimed) {
        const facts = { ...claimed.facts, ...placeHere(subject.simpeg.written) };
        jobs.push({ ...extra, facts, kind: 'ganda', orangId: claimed.orangId });
      } else if (twice) jobs.push({ ...extra, facts: twice, kind: 'ganda', orangId });
    }
    if (kind === 'sama' && isReserved(orangId) && claimable.length < 20)
      claimable.push({ orangId, facts: subject.truth });
    if (earlier ? earlier.testPerson() : assigner.quota('D27').hit(true))
      jobs.push({ ...extra, place: place + 2, facts: testPerson(subject.seed), kind: 'uji', orangId: '' });
    yield { subject, kind, jobs, mended: before?.mended ?? [] };
  }
  pool.push(...claimable);
}

const ROWS_A_PERSON = 3;

/** In a further delivery: what the first one did to everybody. */
function earlierOf(run: OfficeRun, seed: number): EarlierCases | undefined {
  const { profile, population, benih, choice, number, per } = run;
  if (number === 0) return undefined;
  const first = addMonths(per, -number);
  const units = population.units(profile.kode, addMonths(first, -profile.lagMonths));
  const layout = layoutOf(profile, units, benih, choice, 0);
  const assigner = assignerOf(run, layout);
  const { keepsFormer } = layout.family;
  return createEarlier(
    (person) => prepareCase(person, profile, first, seed, assigner, keepsFormer),
    () => assigner.quota('D27').hit(true),
    number,
    first,
  );
}

const PLACE_FIELDS: readonly PegawaiField[] = [
  'unit_kerja',
  'unit_kerja_id',
  'unit_organisasi_induk',
  'unit_organisasi_induk_id',
  'instansi',
  'instansi_id',
  'instansi_kerja',
  'instansi_kerja_id',
];

/** D12, between offices: somebody of another office still stands here, in a unit of this one. */
function placeHere(written: Facts): Facts {
  const place: Facts = {};
  for (const field of PLACE_FIELDS) {
    const value = written[field];
    if (value !== undefined) place[field] = value;
  }
  return place;
}

/** D27: what people type when they try a form. */
function testPerson(seed: number): Facts {
  const nip = ['7', '6677', '123456789012345678'][seed % 3] ?? '7';
  return { nama: seed % 2 === 0 ? 'asdf' : 'coba', nip };
}

interface RowNumbers {
  /** Sheet of a row, where the file has several. */
  sheetOf(facts: Facts): string | undefined;
  /** 1-based data row of the next row on the sheet, as a reader counts that takes the sheets for one table. */
  next(sheet: string | undefined): number;
  total(): number;
  /** Lines that are no people: subtotals and signatures. */
  recordOtherLines(run: OfficeRun): void;
}

/** Rows are numbered through; a workbook with a sheet for each perangkat daerah is counted first, in a pass of its own. */
function createRowNumbers(run: OfficeRun, layout: OfficeLayout): RowNumbers {
  const below = linesBelow(run.profile);
  const counts = new Map<string, number>();
  const sheetOf = (facts: Facts): string | undefined =>
    below > 0 ? sheetName(facts.unit_organisasi_induk ?? 'LAIN-LAIN') : undefined;
  if (below > 0) {
    for (const { jobs } of peopleOf(run, layout, assignerOf(run, layout), [...run.pool])) {
      for (const { facts } of jobs) counts.set(sheetOf(facts) ?? '', (counts.get(sheetOf(facts) ?? '') ?? 0) + 1);
    }
  }
  const ends = new Map<string, number>();
  const nexts = new Map<string, number>();
  let total = 0;
  for (const [sheet, count] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    nexts.set(sheet, total);
    total += count + below;
    ends.set(sheet, total);
  }
  return {
    sheetOf,
    next: (sheet = '') => {
      const row = (nexts.get(sheet) ?? 0) + 1;
      nexts.set(sheet, row);
      return row;
    },
    total: () => (below > 0 ? total : (nexts.get('') ?? 0)),
    recordOtherLines: ({ ledger, profile }) => {
      for (const end of ends.values()) {
        for (let line = below - 1; line >= 0; line--)
          ledger.add('pasangan', [profile.kode, end - line, '', '', '', 'saring', '']);
      }
    },
  };
}

/** Compared fields that both files carry, and where each stands. */
function placeOf(layout: OfficeLayout, berkas: string): RowPlace {
  const bkn = new Set(BKN_FIELDS.map((field) => field.replace(/_id$/, '')));
  const carried = [...layout.carried].filter(
    (field) => (bkn.has(field) || field === 'pns_id_bkn') && !(layout.nipLost && field === 'nip'),
  );
  return {
    kode: layout.profile.kode,
    berkas,
    tabel: layout.family.people.name,
    columns: layout.people,
    joined: layout.histories
      .filter((each) => each.layout.joined)
      .flatMap((each) => each.columns.map((column) => ({ tabel: each.layout.name, column }))),
    carried: new Set(carried),
    nipLost: layout.nipLost,
  };
}
