import { z } from 'zod';
import { problem } from '#kernel/problem.ts';
import { isStorable, RefusedRequest } from '#platform';
import { personNumberText } from './contract.ts';

/** Where a page of a list ended: instansi, name, person, and the field, or by what an order has the person where it stands. */
export interface Place {
  readonly instansi: number;
  readonly nama: string;
  readonly orang: string;
  readonly bidang: string;
}

const schema = z
  .tuple([z.number().int().min(0).max(9999), z.string().max(500), personNumberText, z.string().max(500)])
  .refine(isStorable);

export function formatPlace({ instansi, nama, orang, bidang }: Place): string {
  return Buffer.from(JSON.stringify([instansi, nama, orang, bidang])).toString('base64url');
}

/** The place that `formatPlace` wrote; undefined for the beginning. Refuses anything else. */
export function parsePlace(text: string | undefined): Place | undefined {
  if (text === undefined) return undefined;
  const parsed = schema.safeParse(parseJson(Buffer.from(text, 'base64url').toString('utf8')));
  if (!parsed.success)
    throw new RefusedRequest(
      400,
      problem('ISIAN_SALAH', { isian: 'sesudah', sebab: 'tidak berbentuk seperti yang diminta' }),
    );
  const [instansi, nama, orang, bidang] = parsed.data;
  return { instansi, nama, orang, bidang };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
