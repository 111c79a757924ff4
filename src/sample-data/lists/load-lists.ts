import { type Lists, OWN_LISTS } from './lists.ts';

/** The large genuine lists of a folder. */
export function loadLists(_folder: string): Lists {
  return OWN_LISTS;
}
