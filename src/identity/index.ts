export { addUserRequest, BKN_INSTANSI, type Instansi, type Me } from './contract.ts';
export {
  type Access,
  accessOf,
  addGuard,
  type GuardOptions,
  listRoutes,
  type RouteAction,
  type RouteDeclaration,
} from './guard.ts';
export { grantable } from './grants.ts';
export { listInstansi, saveInstansi } from './instansi.ts';
export {
  type Action,
  ACTIONS,
  type Actor,
  isAllowed,
  type Reach,
  reachOf,
  type Role,
  ROLES,
  type Target,
} from './roles.ts';
export { isThisMachine, type ProviderSettings } from './provider.ts';
export { addIdentityRoutes } from './routes.ts';
export { addMail, listReminded, type NewMail } from './mail/outbox.ts';
export { sendMails, type SentMails } from './mail/send-mails.ts';
export { sweepMails } from './mail/sweep-mails.ts';
export {
  addSampleAccounts,
  linkSamplePegawai,
  SAMPLE_ACCOUNTS,
  SAMPLE_PEGAWAI,
  SAMPLE_PASSWORD,
} from './sample-accounts.ts';
export type { Duty, SignedIn } from './session.ts';
export { sweepAttempts } from './throttle.ts';
export { type AddedUser, addUser, findActor, findOwner, giveFirstPassword, type NewUser } from './users.ts';
export { countTaken, giveBack, type Taken, type TakingLimits } from './taking.ts';
export { resealSecrets } from './reseal.ts';
export { createSecretBox, KEY_BYTES, type SecretBox } from './secret-box.ts';
