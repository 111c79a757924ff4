export { nameDeliveries } from './name-deliveries.ts';
export {
  type OnProgress,
  reconcile,
  type ReconcileOptions,
  type ReconcileOutcome,
  type ReconcileStage,
} from './reconcile.ts';
export { type CanonicalReader, type CanonicalRow, readBknCanonically, readCanonically } from './read-canonical.ts';
export {
  openPreview,
  type Preview,
  type PreviewCell,
  type PreviewInput,
  type PreviewVerdict,
  slotFieldOf,
} from './preview.ts';
export type { Summary } from './report/summary.ts';
export {
  CROSSWALK_SLOTS,
  type CrosswalkRow,
  type CrosswalkTable,
  openTabulation,
  type TabulateInput,
} from './tabulate-crosswalk.ts';
