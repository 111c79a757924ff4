import { useState } from 'react';
import type { CodeView, PreviewAnswer, RecipeEdit } from '#findings/contract';
import { formatNumber } from '../../ui/format.ts';
import { State } from '../../ui/glyph.tsx';
import { Empty } from '../../ui/instead.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { SourceMark } from '../../ui/source-mark.tsx';
import type { ColumnRow } from './rows.ts';

interface CodesProps {
  /** Columns that hold codes, and the one that is looked at. */
  readonly rows: readonly ColumnRow[];
  readonly row: ColumnRow | undefined;
  readonly preview: PreviewAnswer | undefined;
  readonly canEdit: boolean;
  readonly onChoose: (letak: number) => void;
  readonly onDecide: (edit: RecipeEdit) => void;
}

/** Each code list of the file beside BKN: what a code is read as, who bears it out, what others made of the same word. */
export function Codes({ rows, row, preview, canEdit, onChoose, onDecide }: CodesProps) {
  if (rows.length === 0) return <Empty>Tidak ada kolom kode di berkas ini.</Empty>;
  const isHere = row?.line !== undefined && preview?.letak === row.line.letak;
  return (
    <div className="codes">
      <label className="field-choice">
        <span>Daftar kode</span>
        <select
          value={row?.line?.letak ?? ''}
          onChange={(event) => onChoose(Number(event.currentTarget.value))}
          aria-label="Daftar kode"
        >
          {row === undefined ? <option value="">pilih kolom</option> : null}
          {rows.map(({ line, look, label }) => (
            <option key={line?.letak} value={line?.letak}>
              {look.nama}: {label} ({formatNumber(look.ragam)} kode)
            </option>
          ))}
        </select>
      </label>
      {isHere && preview !== undefined && row !== undefined ? (
        <CodeTable key={preview.letak} row={row} preview={preview} canEdit={canEdit} onDecide={onDecide} />
      ) : null}
    </div>
  );
}

function CodeTable({
  row,
  preview,
  canEdit,
  onDecide,
}: Pick<CodesProps, 'canEdit' | 'onDecide'> & { readonly row: ColumnRow; readonly preview: PreviewAnswer }) {
  const { kode, cara, letak } = preview;
  const name = row.look.nama;
  const meanings = [...new Set(kode.flatMap(({ bkn, arti, saran }) => [bkn, arti, ...saran.map((one) => one.arti)]))];
  const set = (codes: Readonly<Record<string, string>>): void =>
    onDecide({ letak, kanonik: row.kanonik, pembaca: { jenis: 'kode', tabel: { ...tableOf(preview), ...codes } } });
  const open = kode.filter((one) => one.pasti && one.bkn !== null && one.bkn !== one.arti);
  if (kode.length === 0) return <Empty>Kolom ini tidak dibaca kode demi kode: {cara}.</Empty>;
  return (
    <Sheet
      title={<span className="mono">{name}</span>}
      rule={`${cara}; ${formatNumber(kode.length)} kode`}
      end={
        canEdit && open.length > 0 ? (
          <button
            type="button"
            className="button small-button"
            onClick={() => set(Object.fromEntries(open.map((one) => [one.kode, one.bkn ?? ''])))}
          >
            Terima {formatNumber(open.length)} arti menurut BKN
          </button>
        ) : undefined
      }
    >
      <div className="table-window" role="region" aria-label={`Kode ${name}`} tabIndex={0}>
        <table className="ledger stack middle">
          <thead>
            <tr>
              <th scope="col">Kode</th>
              <th scope="col" className="figure">
                Orang
              </th>
              <th scope="col">Arti sekarang</th>
              <th scope="col">
                <SourceMark side="bkn">Pegawai yang sama di BKN</SourceMark>
              </th>
              <th scope="col" className="figure">
                Mendukung
              </th>
              <th scope="col" className="figure">
                Lain
              </th>
              <th scope="col">Instansi lain</th>
            </tr>
          </thead>
          <tbody>
            {kode.map((one) => (
              <CodeRow key={one.kode} one={one} meanings={meanings} canEdit={canEdit} onSet={set} />
            ))}
          </tbody>
        </table>
      </div>
    </Sheet>
  );
}

/** What the codes are read as now, so that one more meaning does not lose the others. */
function tableOf({ pembaca, kode }: PreviewAnswer): Readonly<Record<string, string>> {
  const { tabel } = pembaca;
  if (typeof tabel === 'object' && tabel !== null) return tabel as Record<string, string>;
  return Object.fromEntries(kode.flatMap((one) => (one.arti === null ? [] : [[one.kode, one.arti]])));
}

interface CodeRowProps {
  readonly one: CodeView;
  readonly meanings: readonly (string | null)[];
  readonly canEdit: boolean;
  readonly onSet: (codes: Readonly<Record<string, string>>) => void;
}

function CodeRow({ one, meanings, canEdit, onSet }: CodeRowProps) {
  const [text, setText] = useState<string>();
  const conflicts = one.bertentangan > 0 && one.dukungan < one.bertentangan * 4;
  const isOther = one.bkn !== null && one.arti !== null && one.bkn !== one.arti;
  const [offer] = one.saran;
  const finish = (): void => {
    if (text !== undefined && text.trim() !== '' && text !== one.arti) onSet({ [one.kode]: text.trim() });
    setText(undefined);
  };
  return (
    <tr>
      <td className="mono">{one.kode}</td>
      <td className="figure" data-label="Orang">
        {formatNumber(one.jumlah)}
      </td>
      <td data-label="Arti sekarang">
        {canEdit ? (
          <>
            <input
              className="code-meaning"
              aria-label={`Arti kode ${one.kode}`}
              list={`arti-${one.kode}`}
              value={text ?? one.arti ?? ''}
              placeholder="belum diketahui"
              onChange={(event) => setText(event.currentTarget.value)}
              onBlur={finish}
              onKeyDown={(event) => {
                if (event.key === 'Enter') finish();
              }}
            />
            <datalist id={`arti-${one.kode}`}>
              {meanings.map((meaning) => (meaning === null ? null : <option key={meaning} value={meaning} />))}
            </datalist>
          </>
        ) : (
          (one.arti ?? <span className="dim">belum diketahui</span>)
        )}
      </td>
      <td data-label="BKN">
        {one.bkn === null ? (
          <span className="dim">tidak ada orang yang sama</span>
        ) : (
          <State state={isOther || conflicts ? 'warn' : one.pasti ? 'ok' : 'none'}>{one.bkn}</State>
        )}
      </td>
      <td className="figure" data-label="Mendukung">
        {formatNumber(one.dukungan)}
      </td>
      <td className="figure" data-label="Lain">
        {one.bertentangan === 0 ? <span className="zero">0</span> : formatNumber(one.bertentangan)}
      </td>
      <td data-label="Instansi lain">
        {offer === undefined ? null : (
          <button
            type="button"
            className="text-button"
            disabled={!canEdit || offer.arti === one.arti}
            onClick={() => onSet({ [one.kode]: offer.arti })}
          >
            {offer.arti} ({formatNumber(offer.instansi)} instansi)
          </button>
        )}
      </td>
    </tr>
  );
}
