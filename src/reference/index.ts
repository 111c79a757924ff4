export { placeKind } from './place-kind.ts';
export { type ImportedTable, type ImportProblem, type ImportSummary, importReference } from './import-reference.ts';
export { createNameSearch, type NameSearch, type NearestName } from './nearest-name.ts';
export { openReference, type Reference } from './reference.ts';
export type { Found, NameContext, ReferenceRow } from './row.ts';
export { hasImport, listFormerImports } from './store.ts';
export type { ReferenceTable } from './table.ts';
export { INSTANSI_JATENG, type InstansiJateng } from './tables/instansi-jateng.ts';
export { findBookFault, readCrosswalk, readCrosswalkBook, withBookLocked, writeCrosswalk } from './crosswalk/book.ts';
export { acceptEntry, type Decision as CrosswalkDecision, rejectEntry } from './crosswalk/decide.ts';
export {
  type CrosswalkBook,
  type CrosswalkEntry,
  type CrosswalkStatus,
  isInForce,
  keyOf as crosswalkKey,
  type SourceValue,
} from './crosswalk/entry.ts';
export { createCrosswalkFinder, type FindCrosswalk } from './crosswalk/find.ts';
export { listOffers, type Offer, offerKey, type Offers } from './crosswalk/offers.ts';
export { FEWEST_PEOPLE, isPersonal, isShareable } from './crosswalk/privacy.ts';
export { confirmedRow, type CrosswalkAlert, watchCrosswalks, type WatchResult } from './crosswalk/watch.ts';
