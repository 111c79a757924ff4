export * from './contract.ts';
export {
  type CaseEvent,
  type Ending,
  foldLife,
  type Life,
  type Mover,
  moverOf,
  type Reopening,
  type Ruling,
  type Sides,
  STAGES,
} from './life.ts';
export { Collision, decide, type Effect, previewDecision, review, type SeenDifference, undo } from './decide.ts';
export { findRuling, listRulings, type StoredRuling } from './rulings.ts';
export { needsSecondEyes } from './second-eyes.ts';
export { noteSightings, type Sighting } from './sightings.ts';
export { type Case, type CaseKey, keyOf, readCases } from './store.ts';
