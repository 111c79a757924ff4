import { findField } from '#canonical';
import type { Source } from '#formats';
import type { Reference } from '#reference';
import { ColumnEvidence } from '../propose/column-evidence.ts';
import { type Evidence, SharedPeople } from '../propose/evidence.ts';
import { chooseReader } from '../propose/readers.ts';
import { findYardstick } from '../propose/yardstick.ts';
import type { Reader } from '../recipe.ts';
import { sampleOf } from '../sample/table-sample.ts';

/** The reader that a proposal would choose for a column if it were known to hold this field. */
export function suggestReader(
  source: Source,
  { tabel, sumber, kanonik }: { readonly tabel: string; readonly sumber: string; readonly kanonik: string },
  { reference, evidence }: { readonly reference: Reference; readonly evidence: Evidence },
): Reader {
  const table = source.tables.find(({ name }) => name === tabel);
  const field = findField(kanonik);
  if (!table || !field) return { jenis: 'langsung' };
  const sample = sampleOf(table);
  const facts = sample.columns.find(({ name }) => name === sumber);
  if (!facts) return { jenis: 'langsung' };
  const yardstick = findYardstick(sample);
  const shared = new SharedPeople(yardstick, evidence);
  const people = shared.isEnough ? shared : undefined;
  const column = new ColumnEvidence(facts, yardstick);
  return chooseReader(field, column, { yardstick, people, reference, isBkn: false, lookup: undefined }).reader;
}

/** A reader as somebody sent it; undefined where it is none. Schemas are loaded only here. */
export async function parseReader(data: unknown): Promise<Reader | undefined> {
  const { readerSchema } = await import('../recipe.ts');
  const parsed = readerSchema.safeParse(data);
  return parsed.success ? parsed.data : undefined;
}
