import type { LocalDate } from '#kernel/local-date.ts';
import type { FileSink } from '../containers/file-sink.ts';
import type { DefectChoice, DefectId } from '../defects/rates.ts';
import type { Reached } from '../defects/reached.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { CodeMemory } from '../offices/codes.ts';
import type { OfficeProfile } from '../offices/profiles.ts';
import type { Facts } from '../person.ts';
import type { Population } from '../population.ts';

/** BKN's export while it grows. */
export interface BknFile {
  readonly sink: FileSink;
  rows: number;
}

/** A person whom another office has let go, with what that person's record looked like there. */
export interface Claimed {
  readonly orangId: string;
  readonly facts: Facts;
}

/** Everything that the delivery of one office needs. */
export interface OfficeRun {
  readonly profile: OfficeProfile;
  readonly population: Population;
  readonly benih: string;
  /** Cut-off of this delivery. */
  readonly per: LocalDate;
  /** 0 for the first delivery, then 1, 2 ... */
  readonly number: number;
  /** Cut-off of the delivery before. */
  readonly previous: LocalDate | undefined;
  readonly choice: DefectChoice;
  /** Local codes that earlier deliveries gave out. */
  readonly codes: CodeMemory;
  readonly starts: ReadonlyMap<DefectId, number>;
  /** Folder of the Simpegs' files. */
  readonly folder: string;
  /** Label of the delivery in the ledger. */
  readonly kiriman: string;
  readonly ledger: Ledger;
  readonly bkn: BknFile;
  /** People of the offices before, whom this office may still claim. */
  readonly pool: Claimed[];
  /** Counts of defects by office, side and id, for parameter.json. */
  readonly tally: Map<string, number>;
  /** What became of the rates. */
  readonly reached: Reached;
}
