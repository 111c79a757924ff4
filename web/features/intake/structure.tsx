import { Link } from '@tanstack/react-router';
import { BKN_INSTANSI } from '#identity/contract';
import type { DeliveryDetail } from '#intake/contract';
import { useCan } from '../../api/session.ts';
import { formatNumber } from '../../ui/format.ts';
import { Glyph, type StateKind } from '../../ui/glyph.tsx';

const STATES: Readonly<Record<NonNullable<DeliveryDetail['struktur']>['cara'], StateKind>> = {
  'resep-cocok': 'ok',
  'resep-bergeser': 'warn',
  'usulan-baru': 'warn',
};

/** How the structure was understood: recognised, drifted with what changed, or new; and the way to its mapping. */
export function Structure({ delivery }: { readonly delivery: DeliveryDetail }) {
  const can = useCan();
  const { struktur, instansi, kiriman, keadaan } = delivery;
  if (struktur === null || instansi === BKN_INSTANSI) return null;
  const asked = struktur.perubahan.filter(({ ditanyakan }) => ditanyakan);
  const told = struktur.perubahan.filter(({ ditanyakan }) => !ditanyakan);
  const state = asked.length > 0 ? 'warn' : STATES[struktur.cara];
  const isNew = struktur.cara === 'usulan-baru' || asked.length > 0;
  return (
    <div className={`note ${state === 'ok' ? '' : state}`} role="status">
      <Glyph state={state} />
      <div>
        {struktur.cara === 'usulan-baru' && keadaan === 'diperiksa'
          ? `${struktur.kalimat} Lihat arti kolomnya, lalu sahkan: kiriman ini diperiksa ulang, dan yang berikutnya langsung dikenali.`
          : struktur.kalimat}
        {asked.length === 0 ? null : (
          <ul className="changes">
            {asked.map(({ kolom, kalimat }) => (
              <li key={`${kolom} ${kalimat}`}>{kalimat}</li>
            ))}
          </ul>
        )}
        {told.length === 0 ? null : (
          <details className="changes">
            <summary>{formatNumber(told.length)} hal lain yang berubah, sudah disesuaikan</summary>
            <ul>
              {told.map(({ kolom, kalimat }) => (
                <li key={`${kolom} ${kalimat}`}>{kalimat}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {can('pemetaan.lihat') ? (
        <div className="actions">
          <Link
            className={isNew && keadaan === 'diperiksa' ? 'button small-button main' : 'button small-button'}
            to="/kiriman/$dari/$kiriman/pemetaan"
            params={{ dari: String(instansi), kiriman }}
          >
            {isNew ? 'Periksa pemetaan' : 'Buka pemetaan'}
          </Link>
        </div>
      ) : null}
    </div>
  );
}
