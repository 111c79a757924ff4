import { findField } from '#canonical';
import type { Source } from '#formats';
import type { Reference } from '#reference';
import { ColumnEvidence } from '../propose/column-evidence.ts';
import { type Evidence, SharedPeople } from '../propose/evidence.ts';
import { chooseReader } from '../propose/readers.ts';
import { findYardstick } from '../propose/yardstick.ts';
import { joinedColumns } from '../propose/joins.ts';
import { joinedName } from '../open-rows.ts';
import type { Join, Reader, Recipe } from '../recipe.ts';
import { ColumnFacts } from '../sample/column-facts.ts';
import { sampleOf, type TableSample } from '../sample/table-sample.ts';
import type { RuleEdits } from './edit-recipe.ts';

/** The reader that a proposal would choose for a column of a recipe if it were known to hold this field. */
export async function suggestReader(
  source: Source,
  { tabel, gabung }: Pick<Recipe, 'tabel' | 'gabung'>,
  { sumber, kanonik }: { readonly sumber: string; readonly kanonik: string },
  { reference, evidence }: { readonly reference: Reference; readonly evidence: Evidence },
): Promise<Reader> {
  const table = source.tables.find(({ name }) => name === tabel);
  const field = findField(kanonik);
  if (!table || !field) return { jenis: 'langsung' };
  const sample = sampleOf(table);
  const facts =
    sample.columns.find(({ name }) => name === sumber) ?? (await findJoined(source, gabung, sample, sumber));
  if (!facts) return { jenis: 'langsung' };
  const yardstick = findYardstick(sample);
  const shared = new SharedPeople(yardstick, evidence);
  const people = shared.isEnough ? shared : undefined;
  const column = new ColumnEvidence(facts, yardstick);
  return chooseReader(field, column, { yardstick, people, reference, isBkn: false, lookup: undefined }).reader;
}

/** A column of a history, in the current rows of the sampled people. */
async function findJoined(
  source: Source,
  gabung: readonly Join[],
  sample: TableSample,
  sumber: string,
): Promise<ColumnFacts | undefined> {
  const join = gabung.find((each) => sumber.startsWith(joinedName(each, '')));
  const columns = join ? await joinedColumns(source, join, sample, true) : [];
  const found = columns.find(({ name }) => name === sumber);
  return found && new ColumnFacts(found.name, sample.columns.length, found.type, found.values);
}

/** A reader as somebody sent it; undefined where it is none. Schemas are loaded only here. */
export async function parseReader(data: unknown): Promise<Reader | undefined> {
  const { readerSchema } = await import('../recipe.ts');
  const parsed = readerSchema.safeParse(data);
  return parsed.success ? parsed.data : undefined;
}

/** Lists of rules as somebody sent them; undefined where one of them holds what is no rule. */
export async function parseRules(data: unknown): Promise<RuleEdits | undefined> {
  const { rulesSchema } = await import('../recipe.ts');
  const parsed = rulesSchema.safeParse(data);
  return parsed.success ? parsed.data : undefined;
}
