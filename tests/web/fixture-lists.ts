import { randomUUID } from 'node:crypto';
import { jobList, type JobRow } from '#findings/contract';
import { addViewAnswer, type View, viewListAnswer } from '#identity/contract';
import { Refused, type Route } from './fixture-routes.ts';

const ENDED: JobRow = {
  pekerjaan: randomUUID(),
  jenis: 'periksa',
  keadaan: 'selesai',
  tahap: '',
  selesai: 432,
  dari: 432,
  pesan: null,
  instansi: 6410,
  sasaran: randomUUID(),
  namaBerkas: 'nominatif_kudus_10112026.xlsx',
  milikSaya: true,
  dibuatPada: '2026-11-10T01:40:00Z',
  berakhirPada: '2026-11-10T01:40:12Z',
  dilihat: false,
  unduhSampai: null,
};

/** Saved views of lists, and what runs and ended; each server begins anew. */
export function listRoutes(): readonly Route[] {
  const views: (View & { readonly daftar: string })[] = [];
  let isSeen = false;
  const find = (tampilan: string | undefined): number => {
    const at = views.findIndex((view) => view.tampilan === tampilan);
    if (at < 0) throw new Refused(404, 'Alamat ini tidak ada.');
    return at;
  };
  return [
    [
      'GET',
      /^tampilan$/,
      viewListAnswer,
      ({ query }) => ({ tampilan: views.filter(({ daftar }) => daftar === query.get('daftar')) }),
    ],
    [
      'POST',
      /^tampilan$/,
      addViewAnswer,
      ({ body, me }) => {
        const tampilan = randomUUID();
        const view = body as unknown as Pick<View, 'nama' | 'isi' | 'dibagikan'> & { daftar: string };
        views.push({ ...view, tampilan, milikSaya: true, pemilik: me?.nama ?? '', utama: false });
        return { tampilan };
      },
    ],
    [
      'PUT',
      /^tampilan\/utama$/,
      undefined,
      ({ body }) => {
        for (const [at, view] of views.entries())
          if (view.daftar === body['daftar']) views[at] = { ...view, utama: view.tampilan === body['tampilan'] };
      },
    ],
    [
      'PATCH',
      /^tampilan\/[^/]+$/,
      undefined,
      ({ parts, body }) => {
        const at = find(parts[1]);
        const view = views[at];
        if (view !== undefined) views[at] = { ...view, ...(body as Partial<View>) };
      },
    ],
    ['DELETE', /^tampilan\/[^/]+$/, undefined, ({ parts }) => void views.splice(find(parts[1]), 1)],
    ['GET', /^pekerjaan$/, jobList, () => ({ berjalan: [], kabar: [{ ...ENDED, dilihat: isSeen }] })],
    ['POST', /^pekerjaan\/dilihat$/, undefined, () => void (isSeen = true)],
  ];
}
