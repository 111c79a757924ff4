export { type ChangedPerson, listChangedPeople } from './changed-people.ts';
export { CopyFile, splitLine } from './copy-file.ts';
export { fingerprintOf, joinValues, personNumber, splitValues } from './person-row.ts';
export {
  analyzeComingPeople,
  countChangedFields,
  createComingPeople,
  findBefore,
  findFormer,
  findPublication,
  listStamps,
  lockBknPublication,
  lockForDeciding,
  lockPublication,
  measureEffect,
  openPublication,
  type Publication,
  publishPeople,
  restorePeople,
  type Sisi,
  type Stamp,
  type StoredPublication,
} from './store.ts';
