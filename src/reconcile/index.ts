export {
  type OnProgress,
  reconcile,
  type ReconcileOptions,
  type ReconcileOutcome,
  type ReconcileStage,
} from './reconcile.ts';
export type { Summary } from './report/summary.ts';
