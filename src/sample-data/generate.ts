import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatIsoDate, type LocalDate } from '#kernel/local-date.ts';
import { BKN_HEADINGS } from './bkn-export.ts';
import { FileSink } from './containers/file-sink.ts';
import { DEFECT_IDS, type DefectChoice, type DefectId, defectOf, rateOf } from './defects/rates.ts';
import { deliverOffice } from './deliver/deliver-office.ts';
import type { BknFile, OfficeRun } from './deliver/office-run.ts';
import { dice, seedOf } from './dice.ts';
import { createLedger } from './ledger/ledger.ts';
import { loadLists } from './lists/load-lists.ts';
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
  /** Only these offices; for trying one structure. */
  readonly instansi?: readonly string[] | undefined;
  /** An empty folder. */
  readonly keluar: string;
}

/** What came of it. */
export interface SampleSummary {
  readonly barisBkn: number;
  readonly berkas: readonly string[];
  readonly selisih: number;
  readonly cacat: number;
}

export type Progress = (done: number, total: number, label: string) => void;

/** Version of the generator: other bytes for the same seed need another number. */
const VERSION = 1;

/**
 * Writes synthetic deliveries of 36 offices, BKN's export and the truth about both. Streams: memory holds the code tables and
 * the differences of one office, never its people. The same options give the same bytes.
 */
export async function generateSampleData(options: SampleOptions, onProgress: Progress): Promise<SampleSummary> {
  const { pegawai, benih, per, keluar } = options;
  const choice = options.cacat ?? 'semua';
  const folder = join(keluar, 'simpeg');
  mkdirSync(folder, { recursive: true });
  const population = createPopulation({
    pegawai,
    benih,
    per,
    lists: options.acuan === undefined ? undefined : await loadLists(options.acuan),
  });
  const profiles = profilesOf(options).filter(({ kode }) => options.instansi?.includes(kode) ?? true);
  const starts = startsOf(population, profiles, choice, benih);
  const ledger = createLedger(join(keluar, 'kebenaran'));
  const bkn: BknFile = { sink: new FileSink(join(keluar, 'bkn.csv')), rows: 0 };
  bkn.sink.write(`${BKN_HEADINGS.join(',')}\n`);
  const common = {
    population,
    benih,
    per,
    choice,
    folder,
    ledger,
    bkn,
    pool: [],
    tally: new Map<string, number>(),
    kiriman: formatIsoDate(per).slice(0, 7),
  };
  let done = 0;
  for (const profile of profiles) {
    onProgress(done++, profiles.length, profile.nama);
    await deliverOffice({ ...common, profile, starts: starts.get(profile.kode) ?? new Map() });
  }
  onProgress(done, profiles.length, '');
  bkn.sink.close();
  ledger.close();
  writeParameters(options, common, bkn.rows);
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

function writeParameters(options: SampleOptions, { tally, per }: Pick<OfficeRun, 'tally' | 'per'>, rows: number): void {
  const counts = Object.fromEntries([...tally].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const rates = Object.fromEntries(DEFECT_IDS.map((id) => [id, defectOf(id)]));
  const parameters = {
    versi: VERSION,
    benih: options.benih,
    pegawai: options.pegawai,
    per: formatIsoDate(per),
    cacat: options.cacat ?? 'semua',
    baris_bkn: rows,
    laju: rates,
    jumlah: counts,
  };
  writeFileSync(join(options.keluar, 'kebenaran', 'parameter.json'), `${JSON.stringify(parameters, null, 2)}\n`);
}
