export { checkTogether } from './jobs/first-publication.ts';
export { sweepExports } from './exports.ts';
export type { FindingsDeps } from './deps.ts';
export { addChangedPeopleRoute } from './changed-people.ts';
export { addFindingsRoutes } from './routes.ts';
export { addWorkbenchRoutes, type WorkbenchDeps } from './workbench/routes.ts';
export { createDeliveryJobs, endDeliveryJob } from './jobs/index.ts';
export type { JobDeps } from './jobs/check-delivery.ts';
export { quarantinePath } from './jobs/publication-files.ts';
