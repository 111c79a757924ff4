export { computeIkd, type IkdBody, type IkdReport } from './compute-ikd.ts';
export { type FailingPerson, listFailing } from './list-failing.ts';
export { type IkdOptions, runIkd } from './run-ikd.ts';
