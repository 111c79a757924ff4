import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addMonths, formatIsoDate, type LocalDate } from '#kernel/local-date.ts';
import { BKN_HEADINGS } from './bkn-export.ts';
import { FileSink } from './containers/file-sink.ts';
import { DEFECT_IDS, type DefectChoice, type DefectId, defectOf, rateOf } from './defects/rates.ts';
import { createReached } from './defects/reached.ts';
import { deliverOffice } from './deliver/deliver-office.ts';
import type { BknFile, OfficeRun } from './deliver/office-run.ts';
import { dice, seedOf } from './dice.ts';
import { createLedger, NO_LEDGER } from './ledger/ledger.ts';
import { loadLists } from './lists/load-lists.ts';
import type { CodeMemory } from './offices/codes.ts';
import { type OfficeProfile, type ProfileOptions, profilesOf } from './offices/profiles.ts';
import { createPopulation, type Population } from './population.ts';

export interface SampleOptions extends ProfileOptions {
  /** Active PNS over all 36 offices. */
  readonly pegawai: number;
  readonly benih: string;
  readonly per: LocalDate;
  /** Folder of the large genuine lists. */
  readonly acuan?: string | undefined;
  readonly cacat?: DefectChoice | undefined;
  /** Further monthly deliveries of the same people. */
  readonly kiriman?: number | undefined;
  /** Only these offices; for trying one structure. */
  readonly instansi?: readonly string[] | undefined;
  /** Whether the truth is written as well; it is, unless told otherwise. The deliveries are the same. */
  readonly kebenaran?: boolean | undefined;
  /** An empty folder. */
  readonly keluar: string;
}

/** What came of it; of the first delivery, where there are several. */
export interface SampleSummary {
  readonly barisBkn: number;
  readonly berkas: readonly string[];
  readonly selisih: number;
  readonly cacat: number;
}

export type Progress = (done: number, total: number, label: string) => void;

/** Told of each delivery that lies in its folder, whole. */
export type OnDelivery = (per: LocalDate, folder: string) => void;

/** Version of the generator: other bytes for the same seed need another number. */
export const SAMPLE_VERSION = 5;

/**
 * Writes synthetic deliveries of 36 offices, BKN's export and the truth about both; with `kiriman`, as many further monthly
 * deliveries of the same people in folders of their own. Streams: memory holds the code tables and the differences of one office,
 * never its people. The same options give the same bytes.
 */
export async function generateSampleData(
  options: SampleOptions,
  onProgress: Progress,
  onDelivery: OnDelivery = () => undefined,
): Promise<SampleSummary> {
  const { pegawai, benih, per, keluar, kiriman = 0 } = options;
  const choice = options.cacat ?? 'semua';
  const lists = options.acuan === undefined ? undefined : await loadLists(options.acuan);
  const population = createPopulation({ pegawai, benih, per, lists, months: kiriman });
  const codes: CodeMemory = new Map();
  const all = profilesOf(options);
  const profiles = all.filter(({ kode }) => options.instansi?.includes(kode) ?? true);
  const starts = startsOf(population, all, choice, benih);
  const summaries: SampleSummary[] = [];
  for (let number = 0; number <= kiriman; number++) {
    const date = addMonths(per, number);
    const label = formatIsoDate(date).slice(0, 7);
    const target = number === 0 ? keluar : join(keluar, 'kiriman', label);
    const previous = number === 0 ? undefined : addMonths(per, number - 1);
    const common = { population, benih, codes, per: date, number, previous, choice, kiriman: label };
    const report: Progress = (done, _total, name) =>
      onProgress(number * profiles.length + done, profiles.length * (kiriman + 1), name);
    summaries.push(await writeDelivery({ ...common, options, profiles, starts, keluar: target }, report));
    onDelivery(date, target);
  }
  const [first] = summaries;
  if (!first) throw new Error('A sample without a delivery');
  return first;
}

interface DeliveryRun
  extends Pick<OfficeRun, 'population' | 'benih' | 'codes' | 'per' | 'number' | 'previous' | 'choice' | 'kiriman'> {
  readonly options: SampleOptions;
  readonly profiles: readonly OfficeProfile[];
  readonly starts: Starts;
  readonly keluar: string;
}

/** One delivery of all offices with BKN's export of the same day. */
async function writeDelivery(run: DeliveryRun, onProgress: Progress): Promise<SampleSummary> {
  const { options, profiles, starts, keluar } = run;
  const folder = join(keluar, 'simpeg');
  mkdirSync(folder, { recursive: true });
  const { kebenaran = true } = options;
  const ledger = kebenaran ? createLedger(join(keluar, 'kebenaran')) : NO_LEDGER;
  const bkn: BknFile = { sink: new FileSink(join(keluar, 'bkn.csv')), rows: 0 };
  bkn.sink.write(`${BKN_HEADINGS.join(',')}\n`);
  const common = { ...run, folder, ledger, bkn, pool: [], tally: new Map<string, number>(), reached: createReached() };
  for (const [done, profile] of profiles.entries()) {
    onProgress(done, profiles.length, profile.nama);
    await deliverOffice({ ...common, profile, starts: starts.get(profile.kode) ?? new Map() });
  }
  onProgress(profiles.length, profiles.length, '');
  bkn.sink.close();
  ledger.close();
  if (kebenaran) writeParameters(options, keluar, common, bkn.rows);
  return {
    barisBkn: bkn.rows,
    berkas: profiles.map(({ kode }) => kode),
    selisih: ledger.count('selisih'),
    cacat: ledger.count('cacat'),
  };
}

type Starts = ReadonlyMap<string, ReadonlyMap<DefectId, number>>;

/**
 * Where each office's quotas begin: with the fraction of a case that the offices before left over, so that rates hold over
 * all offices together and a rare defect occurs at least once.
 */
function startsOf(
  population: Population,
  profiles: readonly OfficeProfile[],
  choice: DefectChoice,
  benih: string,
): Starts {
  const sizes = new Map(population.instansi.map(({ kode, pns }) => [kode, pns]));
  const starts = new Map<string, Map<DefectId, number>>(profiles.map(({ kode }) => [kode, new Map()]));
  for (const id of DEFECT_IDS) {
    const expected = profiles.map((profile) => rateOf(id, profile, choice) * (sizes.get(profile.kode) ?? 0));
    const total = expected.reduce((sum, each) => sum + each, 0);
    let sum = Math.max(dice(seedOf(`${benih}/kuota`), DEFECT_IDS.indexOf(id)), 1.001 - total);
    profiles.forEach(({ kode }, i) => {
      starts.get(kode)?.set(id, sum % 1);
      sum += expected[i] ?? 0;
    });
  }
  return starts;
}

function writeParameters(
  options: SampleOptions,
  keluar: string,
  { tally, per, reached }: Pick<OfficeRun, 'tally' | 'per' | 'reached'>,
  rows: number,
): void {
  const counts = Object.fromEntries([...tally].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const rates = Object.fromEntries(DEFECT_IDS.map((id) => [id, defectOf(id)]));
  const parameters = {
    versi: SAMPLE_VERSION,
    benih: options.benih,
    pegawai: options.pegawai,
    per: formatIsoDate(per),
    cacat: options.cacat ?? 'semua',
    baris_bkn: rows,
    laju: rates,
    tercapai: reached.list(),
    jumlah: counts,
  };
  writeFileSync(join(keluar, 'kebenaran', 'parameter.json'), `${JSON.stringify(parameters, null, 2)}\n`);
}
