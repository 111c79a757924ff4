export { checkTogether } from './jobs/first-publication.ts';
export { sweepExports } from './exports.ts';
export type { FindingsDeps } from './deps.ts';
export { addFindingsRoutes } from './routes.ts';
export { createDeliveryJobs, endDeliveryJob } from './jobs/index.ts';
export type { JobDeps } from './jobs/check-delivery.ts';
export { quarantinePath } from './jobs/publication-files.ts';
