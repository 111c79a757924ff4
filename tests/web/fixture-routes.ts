import type { z } from 'zod';
import type { Me } from '#identity/contract';
import { INSTANSI } from './fixture-data.ts';

/** What a route of the fixture server sees of a request. */
export interface Asked {
  readonly me: Me | undefined;
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
  readonly bytes: number;
  readonly parts: readonly string[];
  readonly offset: number;
  readonly cookie: (value: string) => void;
}

/** Method, path below `/api/`, contract of the answer (undefined where it holds nothing), and the answer. */
export type Route = readonly [
  method: string,
  path: RegExp,
  schema: z.ZodType | undefined,
  answer: (asked: Asked) => unknown,
];

/** A refusal in the words that the portal would use. */
export class Refused extends Error {
  readonly status: number;
  constructor(status: number, sentence: string) {
    super(sentence);
    this.status = status;
  }
}

export const CAP = { simpeg: '2026-11-03', bkn: '2026-11-01', dihitung: '2026-11-10T01:40:00Z' };

/** The instansi asked for; undefined for all. */
export const scopeOf = ({ me, query }: Asked): number | undefined => {
  if (me === undefined) throw new Refused(401, 'Masuk dahulu.');
  const asked = query.get('instansi');
  if (me.hak['selisih.lihat'] === 'semua') return asked === null ? undefined : Number(asked);
  if (asked !== null && Number(asked) !== me.instansi.instansi)
    throw new Refused(
      403,
      'Anda tidak berhak membuka data instansi lain. Ajukan kepada admin provinsi, sebutkan kasusnya.',
    );
  return me.instansi.instansi;
};

export const governments = INSTANSI.filter(({ jenis }) => jenis !== 'bkn');
export const codesOf = (scope: number | undefined): readonly number[] =>
  scope === undefined ? governments.map(({ instansi }) => instansi) : [scope];
export const nameOf = (code: number): string => INSTANSI.find(({ instansi }) => instansi === code)?.nama ?? '';
