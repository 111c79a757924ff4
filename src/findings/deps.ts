import type { TakingLimits } from '#identity';
import type { Database } from '#platform';
import type { Reference } from '#reference';

/** What the routes of findings stand on. */
export interface FindingsDeps {
  readonly database: Database;
  readonly reference: Reference;
  /** Folder of the portal's files, in which exports lie until they are fetched. */
  readonly files: string;
  /** How much one user takes within an hour before being asked why. */
  readonly batas: TakingLimits;
}
