import type { TakingLimits } from '#identity';
import type { Database } from '#platform';
import type { Reference } from '#reference';
import type { PeopleIndexes } from './people-index.ts';

/** What the routes and exports of findings stand on. */
export interface FindingsDeps {
  readonly database: Database;
  readonly reference: Reference;
  /** Folder of the portal's files, in which exports lie until they are fetched. */
  readonly files: string;
  readonly indexes: PeopleIndexes;
  /** How much one user takes within an hour before being asked why. */
  readonly batas: TakingLimits;
  /** Hears of faults behind the answers. */
  readonly onFault: (error: unknown) => void;
}
