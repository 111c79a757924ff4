export { fromKemendagri } from './crosswalk.ts';
export { findPlace, placeKind } from './find-place.ts';
export { type ImportedTable, type ImportProblem, type ImportSummary, importReference } from './import-reference.ts';
export { createNameSearch, type NameSearch, type NearestName } from './nearest-name.ts';
export { openReference, type Reference } from './reference.ts';
export type { Found, NameContext, ReferenceRow } from './row.ts';
export type { ReferenceTable } from './table.ts';
export { INSTANSI_JATENG, type InstansiJateng } from './tables/instansi-jateng.ts';
