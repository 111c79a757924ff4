import type { ReactNode } from 'react';
import type { DeliveryDetail, Effect } from '#intake/contract';
import { formatNumber } from '../../ui/format.ts';
import { State } from '../../ui/glyph.tsx';
import { OpenFigure } from '../../ui/opens.tsx';
import { Sheet } from '../../ui/sheet.tsx';

/** The accounting of rows: what was read is what was accepted and what was kept aside. */
export function Rows({ delivery: { baris } }: { readonly delivery: DeliveryDetail }) {
  if (baris === null) return null;
  const adds = baris.dibaca === baris.diterima + baris.dikarantina;
  return (
    <Sheet title="Hitungan baris" end={<State state={adds ? 'ok' : 'bad'}>{adds ? 'cocok' : 'tidak cocok'}</State>}>
      <table className="sum-table">
        <tbody>
          <SumRow name="Dibaca">{formatNumber(baris.dibaca)}</SumRow>
          <SumRow name="Karantina">
            − <Named count={baris.dikarantina} of="karantina" />
          </SumRow>
          <SumRow name="Diterima" kind="sum">
            {formatNumber(baris.diterima)}
          </SumRow>
        </tbody>
      </table>
    </Sheet>
  );
}

/** A figure whose names stand further down on the page. */
function Named({ count, of = 'orang' }: { readonly count: number; readonly of?: 'orang' | 'karantina' }) {
  if (count === 0) return <span className="zero">0</span>;
  return (
    <a className="opens" href={`#${of}`}>
      {formatNumber(count)}
    </a>
  );
}

function SumRow({
  name,
  kind = '',
  children,
}: {
  readonly name: string;
  readonly kind?: '' | 'sum' | 'apart';
  readonly children: ReactNode;
}) {
  return (
    <tr className={kind}>
      <th scope="row">{name}</th>
      <td>{children}</td>
    </tr>
  );
}

/** What publishing changes, and what it did. */
export function Consequence({ effect, delivery }: { readonly effect: Effect; readonly delivery: DeliveryDetail }) {
  const { selisih } = delivery;
  const isOut = delivery.terbitPada !== null;
  return (
    <Sheet title={isOut ? 'Akibat penerbitan' : 'Akibat bila terbit'} end="orang">
      <table className="sum-table">
        <tbody>
          <SumRow name={isOut ? 'Sebelumnya' : 'Sekarang'}>
            <OpenFigure to="/pegawai" search={{}} count={effect.sekarang} of="orang" />
          </SumRow>
          <SumRow name="Baru">
            + <Named count={effect.baru} />
          </SumRow>
          <SumRow name="Hilang">
            − <Named count={effect.hilang} />
          </SumRow>
          <SumRow name="Sesudah terbit" kind="sum">
            {formatNumber(effect.sesudah)}
          </SumRow>
          <SumRow name="Berubah">
            <Named count={effect.berubah} />
          </SumRow>
          <SumRow name="Tetap">{formatNumber(effect.tetap)}</SumRow>
          {selisih === null ? null : (
            <>
              <SumRow name="Selisih tertutup" kind="apart">
                {formatNumber(selisih.tertutup)}
              </SumRow>
              <SumRow name="Selisih baru">{formatNumber(selisih.baru)}</SumRow>
              <SumRow name="Selisih sesudahnya">{formatNumber(selisih.sesudah)}</SumRow>
            </>
          )}
        </tbody>
      </table>
    </Sheet>
  );
}
