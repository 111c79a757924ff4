import type { Database } from '#platform';
import { isSealed, type SecretBox } from './secret-box.ts';

interface Kept {
  readonly instansi: number;
  readonly penggunaId: string;
  readonly rahasia: string;
}

/**
 * Encrypts the secrets of apps on phones by the newest key, those too that were kept before there were keys. Says how many were, and
 * how many no key opens any more: their owners have to set up the app again.
 */
export async function resealSecrets(
  database: Database,
  box: SecretBox,
): Promise<{ readonly diperbarui: number; readonly takTerbuka: number }> {
  const all = await database.withContext({ lingkup: 'provinsi' }, (transaction) =>
    transaction.query<Kept>(
      `SELECT instansi_id AS instansi, pengguna_id AS "penggunaId", totp_rahasia AS rahasia
       FROM identity.pengguna WHERE totp_rahasia IS NOT NULL`,
    ),
  );
  const opened = all
    .filter(({ rahasia }) => !box.isCurrent(rahasia))
    .map((kept) => ({
      ...kept,
      terbuka: isSealed(kept.rahasia) ? box.open(kept.rahasia, kept.penggunaId) : kept.rahasia,
    }));
  let diperbarui = 0;
  for (const { instansi, penggunaId, rahasia, terbuka } of opened) {
    if (terbuka === undefined) continue;
    const changed = await database.withContext({ lingkup: 'instansi', instansi }, (transaction) =>
      transaction.query(
        `UPDATE identity.pengguna SET totp_rahasia = $4
         WHERE instansi_id = $1 AND pengguna_id = $2 AND totp_rahasia = $3 RETURNING 1`,
        [instansi, penggunaId, rahasia, box.seal(terbuka, penggunaId)],
      ),
    );
    diperbarui += changed.length;
  }
  return { diperbarui, takTerbuka: opened.filter(({ terbuka }) => terbuka === undefined).length };
}
