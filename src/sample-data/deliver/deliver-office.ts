import type { PegawaiField } from '#canonical';
import { addMonths } from '#kernel/local-date.ts';
import { BKN_FIELDS, bknRow } from '../bkn-export.ts';
import { csvLine } from '../containers/csv.ts';
import { openDelivery } from '../containers/open-delivery.ts';
import { createLot, dice, diceBits, seedOf, shuffled } from '../dice.ts';
import { createAssigner } from '../defects/assign.ts';
import type { Case } from '../defects/case.ts';
import { layoutOf, type OfficeLayout } from '../offices/office-layout.ts';
import type { Facts } from '../person.ts';
import { describeLayout } from './describe-layout.ts';
import { createHistoryWriter } from './history-writer.ts';
import { isReserved, prepareCase, type RowKind } from './make-case.ts';
import type { OfficeRun } from './office-run.ts';
import { createRowWriter } from './row-writer.ts';
import { describePerson, recordPair, type RowPlace } from './record-case.ts';

/** Rows are written in a lot of this size, shuffled, so that the two sides do not stand in the same order. */
const WINDOW = 512;

interface RowJob {
  readonly subject: Case | undefined;
  readonly facts: Facts;
  readonly kind: RowKind | 'ganda' | 'uji';
  readonly baris: number;
  readonly orangId: string;
}

/** Writes one office's file, its people's rows of BKN's export and its part of the truth. */
export async function deliverOffice(run: OfficeRun): Promise<void> {
  const { profile, population, per, benih, choice, ledger, bkn } = run;
  const layout = layoutOf(profile, population.units(profile.kode), benih, choice);
  const delivery = openDelivery(profile, run.folder, benih);
  const assigner = createAssigner({ ...layout, profile, choice, starts: run.starts, nipLost: layout.nipLost });
  const rates = { blanks: assigner.rate('D01'), broken: assigner.rate('D24') };
  const style =
    profile.container === 'dbf'
      ? 'plain'
      : profile.encoding === 'utf-8' &&
          profile.container !== 'json' &&
          profile.container !== 'ndjson' &&
          profile.container !== 'xlsx'
        ? 'bytes'
        : 'utf-8';
  const people = createRowWriter(
    layout.people,
    delivery.table({ name: layout.family.people.name, columns: layout.people }),
    rates,
    style,
  );
  const histories = createHistoryWriter(layout, delivery, assigner, addMonths(per, -profile.lagMonths), run);
  const staging =
    layout.family.staging === undefined || layout.flat
      ? undefined
      : delivery.table({ name: layout.family.staging, columns: layout.people });
  const seed = seedOf(`${benih}/kasus/${profile.kode}`);
  const carried = pairFields(layout);
  const place: RowPlace = {
    kode: profile.kode,
    berkas: delivery.file,
    tabel: layout.family.people.name,
    columns: layout.people,
    carried,
    nipLost: layout.nipLost,
  };
  const lot = createLot(`${benih}/urutan/${profile.kode}`);
  const line = csvLine(',', '\n');
  let jobs: RowJob[] = [];
  let key = 1000 + lot.below(5000);

  const flush = (): void => {
    for (const job of shuffled(jobs, lot)) writeJob(job);
    jobs = [];
  };
  const writeJob = ({ subject, facts, kind, baris, orangId }: RowJob): void => {
    key += 1 + lot.below(3);
    const rowSeed = diceBits(subject?.seed ?? seed, 7 + people.rows);
    const pointers = subject && kind !== 'ganda' ? histories.write(subject, key, rowSeed) : {};
    const info = {
      key,
      seed: rowSeed,
      person: facts,
      number: people.rows + 1,
      latest: true,
      step: 0,
      kind: undefined,
      pointers,
      proposal: subject?.proposal,
    };
    const { cells, defects } = people.write(facts, info);
    const row = people.rows;
    recordPair(run, place, { subject, kind, baris, orangId, row, cells, defects, facts });
  };

  for (const person of population.people(profile.kode)) {
    const prepared = prepareCase(person, profile, per, seed, assigner, layout.family.keepsFormer);
    if (!prepared) continue;
    const { subject, kind } = prepared;
    describePerson(run, subject);
    if (subject.bkn) {
      bkn.rows++;
      bkn.sink.write(line(bknRow(subject.bkn.written)));
    }
    const baris = subject.bkn ? bkn.rows : 0;
    if (subject.simpeg && kind !== undefined) {
      jobs.push({
        subject,
        facts: subject.simpeg.written,
        kind,
        baris: kind === 'sama' ? baris : 0,
        orangId: person.orangId,
      });
      for (const copy of subject.copies)
        jobs.push({ subject: undefined, facts: copy, kind: 'ganda', baris: 0, orangId: person.orangId });
      if (staging && subject.proposal)
        staging.row(layout.people.map((column) => column.encode(subject.proposal ?? {}, proposalInfo(key, subject))));
    }
    if (subject.bkn && kind !== 'sama')
      recordPair(run, place, {
        subject,
        kind: 'hanya_bkn',
        baris,
        orangId: person.orangId,
        row: 0,
        cells: [],
        defects: [],
        facts: {},
      });
    if (kind === 'sama' && isReserved(person.orangId) && run.pool.length < 400)
      run.pool.push({ orangId: person.orangId, facts: subject.truth });
    if (claims(subject, run, kind) && subject.simpeg) claimAnother(subject, run, jobs);
    if (assigner.quota('D27').hit(true))
      jobs.push({ subject: undefined, facts: testPerson(subject.seed), kind: 'uji', baris: 0, orangId: '' });
    if (jobs.length >= WINDOW) flush();
  }
  flush();
  histories.end();
  for (const reference of layout.flat ? [] : layout.family.references) {
    const table = delivery.table({
      name: reference.name,
      columns: reference.columns.map((name) => ({ name, type: 'varchar(255)' })),
    });
    for (const row of reference.rows()) table.row(row);
  }
  describeLayout(run, layout, delivery.file, people.rows);
  await delivery.close();
  ledger.endOffice();
}

function proposalInfo(key: number, subject: Case): Parameters<OfficeLayout['people'][number]['encode']>[1] {
  return {
    key,
    seed: subject.seed,
    person: subject.proposal ?? {},
    number: key,
    latest: true,
    step: 0,
    kind: undefined,
    pointers: {},
    proposal: undefined,
  };
}

/** Compared fields that both files carry. */
function pairFields(layout: OfficeLayout): ReadonlySet<string> {
  const bkn = new Set(BKN_FIELDS.map((field) => field.replace(/_id$/, '')));
  return new Set(
    [...layout.carried].filter((field) => bkn.has(field as PegawaiField) && !(layout.nipLost && field === 'nip')),
  );
}

/** D12, between offices: about every second case where the office before has somebody to claim. */
function claims(subject: Case, run: OfficeRun, kind: RowKind | undefined): boolean {
  return kind === 'sama' && run.pool.length > 0 && subject.copies.length > 0 && dice(subject.seed, 220) < 0.5;
}

/** A person of another office still stands here, on the post of the day of leaving. */
function claimAnother(subject: Case, run: OfficeRun, jobs: RowJob[]): void {
  const claimed = run.pool.shift();
  const here = subject.simpeg?.written;
  if (!claimed || !here) return;
  const {
    unit_kerja,
    unit_kerja_id,
    unit_organisasi_induk,
    unit_organisasi_induk_id,
    instansi,
    instansi_id,
    instansi_kerja,
    instansi_kerja_id,
  } = here;
  const place: Facts = {};
  const set = (field: PegawaiField, value: string | undefined): void => {
    if (value !== undefined) place[field] = value;
  };
  set('unit_kerja', unit_kerja);
  set('unit_kerja_id', unit_kerja_id);
  set('unit_organisasi_induk', unit_organisasi_induk);
  set('unit_organisasi_induk_id', unit_organisasi_induk_id);
  set('instansi', instansi);
  set('instansi_id', instansi_id);
  set('instansi_kerja', instansi_kerja);
  set('instansi_kerja_id', instansi_kerja_id);
  jobs.push({
    subject: undefined,
    facts: { ...claimed.facts, ...place },
    kind: 'ganda',
    baris: 0,
    orangId: claimed.orangId,
  });
}

/** D27: what people type when they try a form. */
function testPerson(seed: number): Facts {
  const nip = ['7', '6677', '123456789012345678'][seed % 3] ?? '7';
  return { nama: seed % 2 === 0 ? 'asdf' : 'coba', nip };
}
