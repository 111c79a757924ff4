import type { Source, SourceTable } from '#formats';
import type { Join } from '../recipe.ts';
import type { TableSample } from '../sample/table-sample.ts';

export interface JoinedSample {
  /** The people's sample with the current rows of the joined tables beside it. */
  readonly sample: TableSample;
  readonly gabung: readonly Join[];
}

export async function addJoins(_source: Source, _people: SourceTable, sample: TableSample): Promise<JoinedSample> {
  return { sample, gabung: [] };
}
