export {
  EVENT_CURSOR,
  type EventPage,
  type EventQuery,
  type FoundEvent,
  searchEvents,
} from './audit/search-events.ts';
export { type AuditEvent, recordEvent } from './audit/audit.ts';
export { type BrokenLink, type ChainReport, checkChains, verifyChains } from './audit/verify-chains.ts';
export { type DailyHead, keepDailyHeads, listHeads, publishHead } from './audit/heads.ts';
export {
  type Database,
  type DatabaseOptions,
  openDatabase,
  type Scope,
  type Transaction,
  type WalkingTransaction,
} from './database/database.ts';
export { type Claim, claimServer } from './database/claim.ts';
export { type Databases, databasesOf } from './database/databases.ts';
export { type EmbeddedServer, freePort, startEmbeddedServer } from './database/embedded-server.ts';
export { APPLICATION_ROLE, migrate, type Migration, readMigrations } from './database/migrate.ts';
export { addApiDocs } from './http/api-docs.ts';
export { type Mail, type Mailer, RefusedMail } from './mail/mailer.ts';
export { createSmtpMailer, type SmtpSettings } from './mail/smtp-mailer.ts';
export { freeBytes, isRoomy } from './files/free-space.ts';
export { addHealth, type Health, judgeHealth } from './http/health.ts';
export { createHttpServer, type ErrorAnswer, type HttpOptions, type ReportFault } from './http/http-server.ts';
export { RefusedRequest } from './http/refused-request.ts';
export { addWebApp } from './http/web-app.ts';
export { isStorable, type Server } from './http/zod-schemas.ts';
export { fingerprintFile, type ObjectStore, openObjectFolder } from './files/object-folder.ts';
export {
  addJob,
  cancelJobs,
  type ClaimedJob,
  endJob,
  findJobs,
  type JobProgress,
  type JobState,
  type JobView,
  LostJob,
} from './jobs/jobs.ts';
export {
  type JobControl,
  type JobHandler,
  type JobWorker,
  type OnJobEnded,
  startJobWorker,
} from './jobs/worker.ts';
export {
  analyzeComing,
  applyComing,
  createComing,
  restoreState,
  UNTIL_NOW,
  type VersionedTable,
  type VersionStep,
} from './database/versions.ts';
