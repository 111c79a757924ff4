import {
  caseCounts,
  casesAnswer,
  type CaseRow,
  decisionList,
  type DecisionRequest,
  type DecisionRow,
  decisionRow,
  type EffectAnswer,
  effectAnswer,
} from '#decisions/contract';
import { differencesOf } from './fixture-data.ts';
import { type Asked, Refused, type Route } from './fixture-routes.ts';

/** Decisions that live as long as the fixture server; more than three at once wait for a second pair of eyes. */
export function decisionRoutes(): readonly Route[] {
  const cases = new Map<string, CaseRow>();
  const decisions = new Map<string, DecisionRow>();
  const keyOf = ({ orang, bidang }: { readonly orang: string; readonly bidang: string }) => `${orang}-${bidang}`;
  const instansiOf = ({ parts }: Asked): number => Number(parts[1]);

  const chosen = (asked: Asked, { pilih }: Pick<DecisionRequest, 'pilih'>) => {
    const all = differencesOf(instansiOf(asked));
    if ('perkara' in pilih) return all.filter((row) => pilih.perkara.some((each) => keyOf(each) === keyOf(row)));
    const { sebab } = pilih.saringan;
    return all.filter(
      (row) => (sebab === undefined || row.sebab === sebab) && (cases.get(keyOf(row))?.pilihan ?? null) === null,
    );
  };
  const effectOf = (asked: Asked): EffectAnswer => {
    const rows = chosen(asked, asked.body as DecisionRequest);
    const orang = new Set(rows.map((row) => row.orang)).size;
    return { perkara: rows.length, orang, dilewati: 0, menunggu: rows.length > 3, terbitan: 2 };
  };

  return [
    ['POST', /^keputusan\/(\d+)\/pratinjau$/, effectAnswer, effectOf],
    [
      'POST',
      /^keputusan\/(\d+)$/,
      effectAnswer,
      (asked) => {
        const wish = asked.body as DecisionRequest;
        const effect = effectOf(asked);
        for (const row of chosen(asked, wish))
          cases.set(keyOf(row), {
            orang: row.orang,
            bidang: row.bidang,
            versi: (cases.get(keyOf(row))?.versi ?? 0) + 1,
            tahap: effect.menunggu ? 'menunggu' : wish.pilihan === 'tunda' ? 'tertunda' : 'diputuskan',
            pilihan: wish.pilihan,
            nilai: null,
            tunda: wish.tunda ?? null,
            oleh: asked.me?.nama ?? null,
            terbukaKarena: null,
            sepakat: null,
            bergerak: 'simpeg',
          });
        decisions.set(wish.keputusan, {
          instansi: instansiOf(asked),
          keputusan: wish.keputusan,
          pilihan: wish.pilihan,
          catatan: wish.catatan ?? '',
          kalimat: 'Tanggal dan bulan tertukar pada TMT golongan',
          perkara: effect.perkara,
          keadaan: effect.menunggu ? 'menunggu' : 'berlaku',
          oleh: asked.me?.nama ?? '',
          pada: '2026-11-10T02:00:00.000Z',
          keadaanOleh: null,
          boleh: ['urungkan'],
        });
        return effect;
      },
    ],
    [
      'GET',
      /^keputusan$/,
      decisionList,
      ({ me }) => ({
        keputusan: [...decisions.values()].toReversed().map((row): DecisionRow => {
          const waitsForMe = me?.peran === 'verifikator' && row.keadaan === 'menunggu';
          return waitsForMe ? { ...row, boleh: ['sahkan', 'tolak'] } : row;
        }),
      }),
    ],
    [
      'POST',
      /^keputusan\/(\d+)\/([^/]+)\/urungkan$/,
      decisionRow,
      ({ parts }) => {
        const found = decisions.get(parts[2] ?? '');
        if (found === undefined) throw new Refused(404, 'Keputusan ini tidak ada.');
        cases.clear();
        const undone: DecisionRow = { ...found, keadaan: 'diurungkan', boleh: [] };
        decisions.set(found.keputusan, undone);
        return undone;
      },
    ],
    [
      'POST',
      /^perkara\/(\d+)$/,
      casesAnswer,
      ({ body }) => ({
        terbitan: 2,
        perkara: (body['perkara'] as { orang: string; bidang: string }[]).map(
          (key): CaseRow =>
            cases.get(keyOf(key)) ?? {
              ...key,
              versi: 0,
              tahap: 'terbuka',
              pilihan: null,
              nilai: null,
              tunda: null,
              oleh: null,
              terbukaKarena: null,
              sepakat: null,
              bergerak: 'belum-pernah-sama',
            },
        ),
      }),
    ],
    [
      'GET',
      /^perkara\/(\d+)\/hitungan$/,
      caseCounts,
      (asked) => {
        const rows = differencesOf(instansiOf(asked)).filter((row) => cases.has(keyOf(row)));
        const bySebab = Map.groupBy(rows, ({ sebab }) => sebab ?? '');
        return { sebab: [...bySebab].map(([sebab, own]) => ({ sebab, tahap: 'diputuskan', jumlah: own.length })) };
      },
    ],
  ];
}
