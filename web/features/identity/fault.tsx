import { Refusal } from '../../api/request.ts';
import { Glyph } from '../../ui/glyph.tsx';

/** Why a form was refused, above its fields. */
export function Fault({ error }: { readonly error: Error | null }) {
  if (error === null) return null;
  return (
    <p className="fault" role="alert">
      <Glyph state="bad" />
      <span>{error instanceof Refusal ? error.message : 'Permintaan gagal. Coba lagi.'}</span>
    </p>
  );
}
