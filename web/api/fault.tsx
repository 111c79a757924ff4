import { Glyph } from '../ui/glyph.tsx';
import { Refusal } from './request.ts';

/** Why something was refused, in a sentence. */
export function sentenceOf(error: Error): string {
  return error instanceof Refusal ? error.message : 'Permintaan gagal. Coba lagi.';
}

/** Why a form was refused, above its fields. */
export function Fault({ error }: { readonly error: Error | null }) {
  if (error === null) return null;
  return (
    <p className="fault" role="alert">
      <Glyph state="bad" />
      <span>{sentenceOf(error)}</span>
    </p>
  );
}
