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
