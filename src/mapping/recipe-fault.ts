import { type core, z } from 'zod';
import { placeInJson, type TextPlace } from '#kernel/json-text.ts';
import { askMeant } from '#kernel/nearest-word.ts';
import { findColumnFaults, type RecipeFault } from './check-recipe.ts';
import { columnSchema } from './recipe.ts';

/** Why a sound JSON text is no recipe, or no version of one: where, and what was expected and found, in Indonesian. */
export interface PlacedFault extends TextPlace {
  readonly bagian: string;
  readonly sebab: string;
}

type Path = readonly PropertyKey[];

/** Puts the place of a part of the recipe beside what is wrong with it. */
export function placeFault(text: string, { path, sebab, atKey }: RecipeFault): PlacedFault {
  return { ...placeInJson(text, path, atKey), bagian: namePart(path), sebab };
}

/** Where nothing tells more. */
export const UNREADABLE: RecipeFault = { path: [], sebab: 'tidak dapat dibaca' };

/** "kolom butir ke-3, pembaca, urutan": elements of lists are counted from 1. */
function namePart(path: Path): string {
  const steps = path.map((step) => (typeof step === 'number' ? `butir ke-${step + 1}` : `"${String(step)}"`));
  return steps.length === 0 ? 'seluruh isi' : steps.join(', ').replaceAll(', butir', ' butir');
}

/** Everything by which the data are none of the schema, unknown keys first: such a key explains why another is missing. */
export function describeIssues(
  schema: z.ZodType,
  data: unknown,
  issues: readonly core.$ZodIssue[],
): readonly RecipeFault[] {
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ holder: issue.path, key })) : [],
  );
  const isExplained = ({ path }: core.$ZodIssue): boolean =>
    valueAt(data, path) === undefined &&
    unknown.some(({ holder, key }) => isSame(holder, path.slice(0, -1)) && askMeant(key, [String(path.at(-1))]) !== '');
  const misspelt = unknown.map(({ holder, key }): RecipeFault => {
    const known = keysAt(schema, holder, data);
    const meant = askMeant(key, known);
    const hint = meant === '' ? `; yang dikenal hanya ${known.map((each) => `"${each}"`).join(', ')}` : meant;
    return { path: [...holder, key], sebab: `kunci "${key}" tidak dikenal di sini${hint}`, atKey: true };
  });
  const others = issues
    .filter((issue) => issue.code !== 'unrecognized_keys' && !isExplained(issue))
    .map((issue): RecipeFault => {
      const isNullable = schemaAt(schema, issue.path, data) instanceof z.ZodNullable;
      return { path: issue.path, sebab: describeIssue(issue, valueAt(data, issue.path), isNullable) };
    });
  return [...misspelt, ...others];
}

const isSame = (a: Path, b: Path): boolean => a.length === b.length && a.every((step, index) => step === b[index]);

/** What cannot be carried out in those columns of an unsound recipe that are sound by themselves. */
export function findFaultsOfSoundColumns(data: unknown): readonly RecipeFault[] {
  const kolom = valueAt(data, ['kolom']);
  return (Array.isArray(kolom) ? kolom : []).flatMap((column: unknown, index) => {
    const parsed = columnSchema.safeParse(column);
    return parsed.success ? findColumnFaults(parsed.data, index) : [];
  });
}

/** The part of the schema at a path of the data; undefined where nothing belongs there. */
function schemaAt(schema: unknown, path: Path, data: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return schema;
  const inner = unwrap(schema, data);
  const next =
    inner instanceof z.ZodObject
      ? (inner.shape as Readonly<Record<string, unknown>>)[String(step)]
      : inner instanceof z.ZodArray
        ? inner.element
        : undefined;
  return schemaAt(next, rest, valueAt(data, [step]));
}

/** What stands behind defaults and options; of several kinds of object the one that the data say they are. */
function unwrap(schema: unknown, data: unknown): unknown {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return unwrap(schema.unwrap(), data);
  }
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return schema;
  const { discriminator } = schema.def;
  return schema.options.find(
    (option: unknown) =>
      option instanceof z.ZodObject &&
      z.looseObject({ [discriminator]: option.shape[discriminator] as z.ZodType }).safeParse(data).success,
  );
}

/** Keys that the schema allows in the object at a path of the data; none where no object belongs there. */
function keysAt(schema: unknown, path: Path, data: unknown): readonly string[] {
  const object = unwrap(schemaAt(schema, path, data), valueAt(data, path));
  return object instanceof z.ZodObject ? Object.keys(object.shape) : [];
}

function describeIssue(issue: core.$ZodIssue, found: unknown, isNullable: boolean): string {
  switch (issue.code) {
    case 'invalid_type': {
      const expected = `${EXPECTED[issue.expected] ?? issue.expected}${isNullable ? ', atau null' : ''}`;
      return found === undefined ? `belum ditulis; seharusnya ${expected}` : expect(expected, found);
    }
    case 'invalid_value':
      return choose(issue.values.map(String), found);
    case 'invalid_union': {
      const { options } = issue as { readonly options?: readonly unknown[] };
      return choose((options ?? []).map(String), found);
    }
    case 'too_small':
      return issue.origin === 'number'
        ? expect(`angka, paling kecil ${issue.minimum}`, found)
        : `tidak boleh kosong; seharusnya ${issue.origin === 'array' ? 'daftar' : 'teks'} berisi`;
    case 'too_big':
      return issue.origin === 'number'
        ? expect(`angka, paling besar ${issue.maximum}`, found)
        : `seharusnya paling banyak ${issue.maximum} butir`;
    default:
      return 'isinya tidak dapat dipakai';
  }
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'teks di antara tanda kutip',
  number: 'angka tanpa tanda kutip',
  int: 'bilangan bulat tanpa tanda kutip',
  boolean: 'true atau false',
  array: 'daftar di antara [ dan ]',
  object: 'kelompok isian di antara { dan }',
  record: 'kelompok isian di antara { dan }',
};

const expect = (expected: string, found: unknown): string => `seharusnya ${expected}; yang tertulis ${name(found)}`;

function choose(options: readonly string[], found: unknown): string {
  const listed = options.map((option) => `"${option}"`).join(', ');
  const expected = options.length === 1 ? listed : `salah satu dari ${listed}`;
  if (found === undefined) return `belum ditulis; seharusnya ${expected}`;
  return `${expect(expected, found)}${typeof found === 'string' ? askMeant(found, options) : ''}`;
}

const LONGEST = 40;

function name(found: unknown): string {
  if (Array.isArray(found)) return 'sebuah daftar [...]';
  if (typeof found === 'object' && found !== null) return 'kelompok isian {...}';
  const text = JSON.stringify(found) ?? '';
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}..."` : text;
}

function valueAt(data: unknown, path: Path): unknown {
  let at = data;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Readonly<Record<PropertyKey, unknown>>)[step];
  }
  return at;
}
