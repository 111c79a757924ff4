import { deliveryDetail, deliveryList, uploadAnswer } from '#intake/contract';
import { checkedDelivery, deliveriesAtStart } from './fixture-data.ts';
import { Refused, type Route } from './fixture-routes.ts';

/** Deliveries that arrive, are checked and are published; the line of an upload can be broken. */
export function deliveryRoutes(): {
  readonly routes: readonly Route[];
  readonly breakUploadAfter: (pieces: number) => void;
} {
  const deliveries = deliveriesAtStart();
  let breakAfter = Number.POSITIVE_INFINITY;
  const deliveryAt = (parts: readonly string[]) => {
    const found = deliveries.find(({ kiriman }) => kiriman === parts[2]);
    if (found === undefined) throw new Refused(404, 'Kiriman ini tidak ada.');
    return found;
  };

  const received = new Map<string, number>();
  const jobOf = (jenis: 'periksa' | 'terbitkan') => ({
    pekerjaan: 'j1',
    jenis,
    keadaan: 'berjalan' as const,
    tahap: jenis === 'periksa' ? 'Membaca baris' : 'Mencocokkan orang',
    selesai: 0,
    dari: 432,
    pesan: null,
  });
  /** A running job goes on by a third each time it is looked at. */
  const advance = (delivery: (typeof deliveries)[number]) => {
    const { pekerjaan } = delivery;
    if (pekerjaan === null || pekerjaan.keadaan !== 'berjalan') return delivery;
    pekerjaan.selesai += 144;
    if (pekerjaan.selesai < pekerjaan.dari) return delivery;
    pekerjaan.keadaan = 'selesai';
    if (pekerjaan.jenis === 'periksa') return Object.assign(delivery, { keadaan: 'diperiksa' });
    for (const one of deliveries) if (one.keadaan === 'terbit') one.keadaan = 'digantikan';
    return Object.assign(delivery, { keadaan: 'terbit', terbitPada: '2026-11-10T01:50:00Z' });
  };
  const routes: readonly Route[] = [
    ['GET', /^kiriman\/\d+\/[^/]+$/, deliveryDetail, ({ parts }) => advance(deliveryAt(parts))],
    [
      'PATCH',
      /^kiriman\/\d+\/[^/]+\/isi$/,
      uploadAnswer,
      ({ parts, bytes, offset }) => {
        const delivery = deliveryAt(parts);
        breakAfter--;
        if (breakAfter < 0) throw new Refused(599, '');
        const at = offset + bytes;
        received.set(delivery.kiriman, at);
        if (at >= delivery.besarByte) Object.assign(delivery, { keadaan: 'memeriksa', pekerjaan: jobOf('periksa') });
        return {
          kiriman: delivery.kiriman,
          diterimaByte: at,
          keadaan: at >= delivery.besarByte ? 'diterima' : 'mengunggah',
        };
      },
    ],
    [
      'POST',
      /^kiriman\/\d+\/[^/]+\/terbitkan$/,
      undefined,
      ({ parts, body }) => {
        Object.assign(deliveryAt(parts), {
          keadaan: 'menerbitkan',
          pekerjaan: jobOf('terbitkan'),
          alasan: body['alasan'] ?? null,
        });
      },
    ],
    [
      'POST',
      /^kiriman\/\d+\/[^/]+\/batalkan$/,
      undefined,
      ({ parts }) => {
        Object.assign(deliveryAt(parts), { keadaan: 'dibatalkan', pekerjaan: null });
      },
    ],
    [
      'POST',
      /^kiriman\/\d+\/[^/]+\/kembalikan$/,
      undefined,
      ({ parts }) => {
        Object.assign(deliveryAt(parts), { keadaan: 'ditarik' });
        const earlier = deliveries.find(({ kiriman }) => kiriman === 'k-lama');
        if (earlier !== undefined) earlier.keadaan = 'terbit';
      },
    ],
    [
      'GET',
      /^kiriman$/,
      deliveryList,
      ({ query, me }) => ({
        kiriman: deliveries
          .filter(() => query.get('instansi') === null || query.get('instansi') === '6410')
          .filter(() => me?.hak['kiriman.lihat'] !== undefined),
      }),
    ],
    [
      'POST',
      /^kiriman$/,
      uploadAnswer,
      ({ body }) => {
        const namaBerkas = String(body['namaBerkas']);
        const known = deliveries.find((one) => one.keadaan === 'mengunggah' && one.namaBerkas === namaBerkas);
        if (known !== undefined)
          return { kiriman: known.kiriman, diterimaByte: received.get(known.kiriman) ?? 0, keadaan: 'mengunggah' };
        const kiriman = `k-${deliveries.length}`;
        deliveries.unshift({
          ...checkedDelivery(namaBerkas, kiriman, Number(body['besarByte'])),
          keadaan: 'mengunggah',
        });
        return { kiriman, diterimaByte: 0, keadaan: 'mengunggah' };
      },
    ],
  ];
  return {
    routes,
    breakUploadAfter: (pieces) => {
      breakAfter = pieces;
    },
  };
}
