export { CopyFile, splitLine } from './copy-file.ts';
export { fingerprintOf, joinValues, personNumber, SEPARATOR, splitValues } from './person-row.ts';
export { ORANG } from './store.ts';
