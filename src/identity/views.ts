import { problem } from '#kernel/problem.ts';
import { recordEvent, RefusedRequest, type Transaction } from '#platform';
import { reachOf } from './roles.ts';
import type { SessionOwner, SignedIn } from './session.ts';
import { type AddView, type ChangeView, MOST_VIEWS, type View, VIEW_LISTS, type ViewList } from './views-contract.ts';

/** Views of a list that only those who may see the list keep; a pegawai's own record is no list. */
export function refuseUnseen({ role, wajib }: SignedIn, daftar: ViewList): void {
  const reach = reachOf(role, VIEW_LISTS[daftar]);
  if (wajib !== null || reach === undefined || reach === 'diri') throw new RefusedRequest(403, problem('TIDAK_BERHAK'));
}

/** A user's views of a list and those shared in the same instansi, by name. */
export async function listViews(
  transaction: Transaction,
  { instansi, penggunaId }: SessionOwner,
  daftar: ViewList,
): Promise<readonly View[]> {
  return transaction.query<View>(
    `SELECT t.tampilan_id AS tampilan, t.nama, t.isi, t.dibagikan, t.pengguna_id = $2 AS "milikSaya", p.nama AS pemilik,
       u.tampilan_id IS NOT NULL AS utama
     FROM identity.tampilan t JOIN identity.pengguna p USING (instansi_id, pengguna_id)
     LEFT JOIN identity.tampilan_utama u
       ON u.instansi_id = t.instansi_id AND u.pengguna_id = $2 AND u.daftar = t.daftar AND u.tampilan_id = t.tampilan_id
     WHERE t.instansi_id = $1 AND t.daftar = $3 AND (t.pengguna_id = $2 OR t.dibagikan)
     ORDER BY lower(t.nama), t.tampilan_id`,
    [instansi, penggunaId, daftar],
  );
}

/** Keeps a view; gives its id. Refuses a name that the user has already, and more than `MOST_VIEWS`. */
export async function addView(transaction: Transaction, owner: SessionOwner, view: AddView): Promise<string> {
  const [count] = await transaction.query<{ jumlah: number }>(
    `SELECT count(*)::integer AS jumlah FROM identity.tampilan WHERE instansi_id = $1 AND pengguna_id = $2 AND daftar = $3`,
    [owner.instansi, owner.penggunaId, view.daftar],
  );
  if ((count?.jumlah ?? 0) >= MOST_VIEWS)
    throw new RefusedRequest(409, problem('TAMPILAN_TERLALU_BANYAK', { batas: MOST_VIEWS }));
  const [added] = await transaction.query<{ tampilan: string }>(
    `INSERT INTO identity.tampilan (instansi_id, pengguna_id, daftar, nama, isi, dibagikan) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (instansi_id, pengguna_id, daftar, nama) DO NOTHING RETURNING tampilan_id AS tampilan`,
    [owner.instansi, owner.penggunaId, view.daftar, view.nama, JSON.stringify(view.isi), view.dibagikan],
  );
  if (!added) throw new RefusedRequest(409, problem('TAMPILAN_NAMA', { nama: view.nama }));
  await record(transaction, owner, 'tampilan.simpan', added.tampilan, view);
  return added.tampilan;
}

/** Changes one's own view. Refuses another's as one that is not there. */
export async function changeView(
  transaction: Transaction,
  owner: SessionOwner,
  tampilan: string,
  change: ChangeView,
): Promise<void> {
  if (change.nama !== undefined) {
    const taken = await transaction.query(
      `SELECT 1 FROM identity.tampilan t JOIN identity.tampilan o USING (instansi_id, pengguna_id, daftar)
       WHERE t.instansi_id = $1 AND t.tampilan_id = $2 AND o.tampilan_id <> t.tampilan_id AND o.nama = $3`,
      [owner.instansi, tampilan, change.nama],
    );
    if (taken.length > 0) throw new RefusedRequest(409, problem('TAMPILAN_NAMA', { nama: change.nama }));
  }
  const [changed] = await transaction.query<{ daftar: string; dibagikan: boolean }>(
    `UPDATE identity.tampilan SET nama = coalesce($4, nama), isi = coalesce($5::jsonb, isi), dibagikan = coalesce($6, dibagikan)
     WHERE instansi_id = $1 AND tampilan_id = $2 AND pengguna_id = $3 RETURNING daftar, dibagikan`,
    [
      owner.instansi,
      tampilan,
      owner.penggunaId,
      change.nama ?? null,
      change.isi === undefined ? null : JSON.stringify(change.isi),
      change.dibagikan ?? null,
    ],
  );
  if (!changed) throw new RefusedRequest(404, problem('ALAMAT_TIDAK_ADA'));
  await record(transaction, owner, 'tampilan.ubah', tampilan, changed);
}

/** Removes one's own view, also where it is another's default. */
export async function removeView(transaction: Transaction, owner: SessionOwner, tampilan: string): Promise<void> {
  const [removed] = await transaction.query<{ daftar: string; dibagikan: boolean }>(
    `DELETE FROM identity.tampilan WHERE instansi_id = $1 AND tampilan_id = $2 AND pengguna_id = $3
     RETURNING daftar, dibagikan`,
    [owner.instansi, tampilan, owner.penggunaId],
  );
  if (!removed) throw new RefusedRequest(404, problem('ALAMAT_TIDAK_ADA'));
  await record(transaction, owner, 'tampilan.hapus', tampilan, removed);
}

/** With which view a user's list opens: one of its views that the user sees, or none. A setting of the user's own, without an event. */
export async function setDefaultView(
  transaction: Transaction,
  owner: SessionOwner,
  daftar: ViewList,
  tampilan: string | null,
): Promise<void> {
  const key = [owner.instansi, owner.penggunaId, daftar];
  if (tampilan === null) {
    await transaction.query(
      'DELETE FROM identity.tampilan_utama WHERE instansi_id = $1 AND pengguna_id = $2 AND daftar = $3',
      key,
    );
    return;
  }
  const set = await transaction.query(
    `INSERT INTO identity.tampilan_utama (instansi_id, pengguna_id, daftar, tampilan_id)
     SELECT instansi_id, $2, daftar, tampilan_id FROM identity.tampilan
     WHERE instansi_id = $1 AND daftar = $3 AND tampilan_id = $4 AND (pengguna_id = $2 OR dibagikan)
     ON CONFLICT (instansi_id, pengguna_id, daftar) DO UPDATE SET tampilan_id = excluded.tampilan_id RETURNING 1`,
    [...key, tampilan],
  );
  if (set.length === 0) throw new RefusedRequest(404, problem('ALAMAT_TIDAK_ADA'));
}

/** What the view shows may name a person, so the trail keeps only of which list it is. */
async function record(
  transaction: Transaction,
  { instansi, penggunaId }: SessionOwner,
  tindakan: 'tampilan.simpan' | 'tampilan.ubah' | 'tampilan.hapus',
  tampilan: string,
  { daftar, dibagikan }: { readonly daftar: string; readonly dibagikan: boolean },
): Promise<void> {
  await recordEvent(transaction, {
    instansi,
    pelaku: penggunaId,
    tindakan,
    sasaran: `tampilan/${tampilan}`,
    rincian: { daftar, dibagikan },
  });
}
