import { findField } from '#canonical';
import { foldText } from '#kernel/text.ts';
import type { Recipe } from '#mapping';
import type { Transaction } from '#platform';
import { isPersonal, isShareable } from '#reference';

/** A word of a code list with what it means in one instansi. */
export interface WordMeaning {
  readonly kanonik: string;
  readonly kata: string;
  readonly arti: string;
}

/** Whether the list has the word itself is not looked up here: then it needs no explaining. */
const NOT_LISTED = { nama: '', induk: '', jenis: '', status: '', senama: 0 } as const;

/** Whether a field has one list for the whole country. */
export const hasNationalList = (kanonik: string): boolean => (findField(kanonik)?.tabelReferensi?.length ?? 0) > 0;

/**
 * The words of a recipe that may be shown to others: of fields with one national list, borne by enough people of the delivery.
 * `counts` tells how many people have a value of a column. Pure.
 */
export function shareableWords(
  { kolom }: Recipe,
  counts: Readonly<Record<string, Readonly<Record<string, number>>>>,
): readonly WordMeaning[] {
  const words = new Map<string, WordMeaning>();
  for (const { sumber, kanonik, pembaca } of kolom) {
    if (kanonik === null || pembaca.jenis !== 'kode') continue;
    for (const [label, arti] of Object.entries(pembaca.tabel)) {
      if (!/\p{L}{3}/u.test(label)) continue;
      const dukungan = counts[sumber]?.[label] ?? 0;
      if (isPersonal({ kode: '', label })) continue;
      if (!isShareable({ kolom: kanonik, label, dukungan, acuan: NOT_LISTED }, hasNationalList)) continue;
      const kata = foldText(label);
      words.set(JSON.stringify([kanonik, kata]), { kanonik, kata, arti });
    }
  }
  return [...words.values()];
}

/** Makes these the words that an instansi offers. */
export async function offerWords(
  transaction: Transaction,
  instansi: number,
  words: readonly WordMeaning[],
): Promise<void> {
  await transaction.query('DELETE FROM intake.arti_kata WHERE instansi_id = $1', [instansi]);
  await transaction.query(
    `INSERT INTO intake.arti_kata (instansi_id, kanonik, kata, arti)
     SELECT $1, w.kanonik, w.kata, w.arti FROM json_to_recordset($2::json) AS w (kanonik text, kata text, arti text)`,
    [instansi, JSON.stringify(words)],
  );
}

/** What the other instansi confirmed for the words of a field, most instansi first; without telling which they are. */
export async function listWordOffers(
  transaction: Transaction,
  instansi: number,
  kanonik: string,
): Promise<ReadonlyMap<string, readonly { readonly arti: string; readonly instansi: number }[]>> {
  const rows = await transaction.query<{ kata: string; arti: string; instansi: number }>(
    `SELECT kata, arti, count(*)::integer AS instansi FROM intake.arti_kata
     WHERE kanonik = $2 AND instansi_id <> $1 GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2`,
    [instansi, kanonik],
  );
  return Map.groupBy(rows, ({ kata }) => kata);
}
