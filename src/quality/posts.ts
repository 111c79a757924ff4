import type { Reference } from '#reference';
import type { Jenjang } from '#rules/ikd/person.ts';

/** What the tables of posts say of an id. */
export interface Post {
  /** Undefined where no table of posts was imported. */
  readonly dikenal: boolean | undefined;
  readonly jenjang: Jenjang | undefined;
  readonly bup: number | undefined;
}

const JENJANG: ReadonlySet<string> = new Set<Jenjang>(['PM', 'TR', 'MH', 'PY', 'PT', 'MU', 'MA', 'UT']);

/** An id counts as unknown only where both tables are there: functional posts and those of pelaksana. */
export function createPostLookup(reference: Reference): (id: string) => Post {
  const fungsional = reference.table('jabatan_fungsional');
  const pelaksana = reference.table('jabatan_pelaksana');
  const isComplete = fungsional.size > 0 && pelaksana.size > 0;
  return (id) => {
    const row = fungsional.findById(id);
    const found = row !== undefined || pelaksana.findById(id) !== undefined;
    const jenjang = row?.jenis ?? '';
    const bup = Number(row?.ciri?.['usiaBup'] ?? 0);
    return {
      dikenal: found || (isComplete ? false : undefined),
      jenjang: isJenjang(jenjang) ? jenjang : undefined,
      bup: bup > 0 ? bup : undefined,
    };
  };
}

function isJenjang(text: string): text is Jenjang {
  return JENJANG.has(text);
}
