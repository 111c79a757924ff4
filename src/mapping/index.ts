export { compilePlan, type Plan, type PlanInput } from './plan/compile.ts';
export { type CodeDictionary } from './plan/code-dictionary.ts';
export { type Entry, EMPTY_VALUE } from './plan/entry.ts';
export { formatDigits } from './plan/number-cells.ts';
export { createRow, type Row, setText } from './plan/row.ts';
export { createRowWriter, type RowWriter } from './plan/row-writer.ts';
export type { Cells, LearnedMeaning } from './plan/slot-writer.ts';
export { formatInts } from './plan/slot-value.ts';
export {
  DICTIONARY_SLOTS,
  EMPTY,
  getSlot,
  PNS_ID_INTS,
  ROW_INTS,
  ROW_TEXTS,
  type Slot,
  SLOTS,
  type SlotKind,
  UNUSABLE,
} from './plan/slots.ts';
export { createUnderstand, isClosedField, type Understand } from './plan/understand.ts';
export { columnNames } from './column-names.ts';
export { loadLookup, loadLookups } from './load-lookups.ts';
export { mayBeCurrent, type JoinColumns, locateJoin, rankOf as recencyOf } from './join-store.ts';
export { joinedName, openRows, type OpenRows } from './open-rows.ts';
export { proposeRecipe, type ProposeOptions } from './propose.ts';
export type { ColumnMapping, Join, Recipe } from './recipe.ts';
export { formatRecipe, parseRecipe } from './recipe-json.ts';
export { openDelivered } from './sample/secret-columns.ts';
