export type { DeliveryDetail, DeliveryRow, Effect, StructureChange } from './contract.ts';
export type { CheckBase, CheckResult } from './check-result.ts';
export {
  findDelivery,
  findPublished,
  listDeliveries,
  findSameFile,
  listPublished,
  markMappable,
  moveDelivery,
  type StoredDelivery,
  takeDelivery,
} from './deliveries.ts';
export { type GateInput, type GateProfile, judgeGates, type UnreadTable } from './gates.ts';
export { type Retention, sweepDeliveries, type Swept } from './retention.ts';
export {
  addVersion,
  type BookEntry,
  confirmVersion,
  keepTrial,
  listBook,
  newestVersion,
  readBook,
  takeVersion,
} from './recipe-book.ts';
export { offerRecipe, OTHER_INSTANSI, readOffers, type SharedRecipe, shareRecipe } from './recipe-offers.ts';
export { listWordOffers, offerWords, shareableWords } from './word-meanings.ts';
export { addIntakeRoutes, type IntakeDeps } from './routes.ts';
export { addScheduleRoutes } from './schedule/routes.ts';
export { remind } from './schedule/remind.ts';
export { type DeliveryEvent, type DeliveryState, stepOf, wasPublished } from './states.ts';
export {
  addWholeDelivery,
  type DeliveryFiles,
  type NewUpload,
  openUpload,
  receivePart,
  type UploadPart,
} from './uploads.ts';
