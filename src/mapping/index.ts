export { compilePlan, type Plan, type PlanInput } from './plan/compile.ts';
export { type CodeDictionary } from './plan/code-dictionary.ts';
export { type Entry, EMPTY_VALUE } from './plan/entry.ts';
export { formatDigits } from './plan/number-cells.ts';
export { createRow, isUnusableText, type Row, setText } from './plan/row.ts';
export { createRowWriter, type RowWriter } from './plan/row-writer.ts';
export type { Cells } from './plan/cells.ts';
export type { LearnedMeaning } from './plan/slot-writer.ts';
export { formatInts } from './plan/slot-value.ts';
export {
  DICTIONARY_SLOTS,
  EMPTY,
  getSlot,
  isUnusable,
  PNS_ID_INTS,
  ROW_INTS,
  ROW_TEXTS,
  type Slot,
  SLOTS,
  type SlotKind,
  UNUSABLE,
} from './plan/slots.ts';
export { sourceValueOf, withCrosswalk } from './plan/crosswalk.ts';
export { type Cell, createUnderstand, isClosedField, type Understand } from './plan/understand.ts';
export { type AbsentTable, findAbsentTables } from './absent-tables.ts';
export { hasBknSigns, isBknExport } from './bkn-signs.ts';
export { columnNames } from './column-names.ts';
export { describeDoubts, type DoubtfulColumn, leaveDoubtful } from './leave-doubtful.ts';
export { loadLookup, loadLookups } from './load-lookups.ts';
export {
  isLater,
  type JoinColumns,
  type JoinRule,
  locateJoin,
  latenessIn,
  recencyOf,
  tieOf,
} from './join-store.ts';
export { joinedName, joinRule, joinsKey, layJoins, openRows, type OpenRows, openWideRows } from './open-rows.ts';
export type { Evidence } from './propose/evidence.ts';
export { proposeRecipe, type ProposeOptions } from './propose.ts';
export {
  type ColumnEdit,
  dropIdleLines,
  editRecipe,
  idleLine,
  isChoosable,
  type RuleEdits,
} from './edit/edit-recipe.ts';
export { describeDerived, describeReader } from './edit/describe-reader.ts';
export { findLinkedTables, type LinkedTable } from './edit/linked-tables.ts';
export { parseReader, parseRules, suggestReader } from './edit/suggest-reader.ts';
export { sourcesOf } from './made/made-columns.ts';
export { createFilterTest } from './plan/row-filters.ts';
export type { Choice, ColumnMapping, Filter, Join, Reader, Recipe, Turunan } from './recipe.ts';
export { readRecipe } from './recipe-file.ts';
export { formatRecipe, parseRecipe } from './recipe-json.ts';
export { layOutVersions, listInstansi, readVersions, writeVersion } from './book/book-folder.ts';
export type { RecipeVersion } from './book/recipe-version.ts';
export type { Change } from './drift/changes.ts';
export { listRecipeOffers, type RecipeOffer, takeRecipeOffer } from './drift/offer.ts';
export {
  describeRecognition,
  formatRecognition,
  type Recognition,
  recogniseRecipe,
  isSameStructure,
} from './drift/recognise.ts';
export { NO_PROFILE } from './structure/column-profile.ts';
export { describeStructure, lookAtTables, type Structure, tablesOf } from './structure/structure.ts';
export { compareRecipes, type RecipeDifference } from './book/compare-recipes.ts';
export { confirmRecipe } from './book/confirm-recipe.ts';
export { type CellChange, type Trial, tryRecipe, type TrialCounts } from './trial/try-recipe.ts';
export { holdsPersonalNumbers } from './sample/personal-numbers.ts';
export { isSecretName } from './sample/secret-columns.ts';
export { isTold } from './told-code.ts';
export { fitRecipe, type FittedRecipe } from './tables/fit-recipe.ts';
export { openDelivered } from './tables/open-delivered.ts';
export { leftOutColumns } from './tables/stack-people.ts';
export { findPeopleTable } from './propose/people-table.ts';
export { findHiddenSheets, type HiddenSheets } from './tables/hidden-sheets.ts';
export { findUnreadPeople, type UnreadPeople } from './tables/unread-people.ts';
