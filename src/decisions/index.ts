export * from './contract.ts';
export {
  type CaseEvent,
  foldLife,
  type Life,
  moverOf,
  onDay,
  type Ruling,
  type Sides,
} from './life.ts';
export { Collision, decide, type Effect, previewDecision, review, type SeenDifference, undo } from './decide.ts';
export { findRuling, listRulings, type StoredRuling } from './rulings.ts';
export { noteSightings, type Sighting } from './sightings.ts';
export { type Case, type CaseKey, keyOf, readCases } from './store.ts';
