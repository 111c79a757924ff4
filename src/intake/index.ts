export type { DeliveryDetail, DeliveryRow, Effect } from './contract.ts';
export type { CheckBase, CheckResult } from './check-result.ts';
export {
  findDelivery,
  findPublished,
  listPublished,
  moveDelivery,
  type StoredDelivery,
  takeDelivery,
} from './deliveries.ts';
export { type GateInput, type GateProfile, judgeGates } from './gates.ts';
export { type Retention, sweepDeliveries, type Swept } from './retention.ts';
export { addIntakeRoutes, type IntakeDeps } from './routes.ts';
export { type DeliveryEvent, type DeliveryState, stepOf } from './states.ts';
export {
  addWholeDelivery,
  type DeliveryFiles,
  type NewUpload,
  openUpload,
  receivePart,
  type UploadPart,
} from './uploads.ts';
