export { type CorrectionOptions, type CorrectionSummary, writeCorrections } from './write-corrections.ts';
export type { Bentuk } from './write-packet.ts';
