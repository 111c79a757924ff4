import type { PreviewAnswer, RecipeEdit, WorkbenchAnswer } from '#findings/contract';
import { formatNumber, formatShare } from '../../ui/format.ts';
import { State } from '../../ui/glyph.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { evidenceOf } from './column-table.tsx';
import { FieldSelect } from './field-select.tsx';
import { ReaderForm } from './reader-form.tsx';
import type { ColumnRow } from './rows.ts';

interface InspectorProps {
  readonly row: ColumnRow;
  readonly workbench: WorkbenchAnswer;
  readonly columns: readonly string[];
  readonly preview: PreviewAnswer | undefined;
  readonly canEdit: boolean;
  readonly onDecide: (edit: RecipeEdit) => void;
  /** What the column holds feeds one more field. */
  readonly onAdd: (sumber: string, kanonik: string) => void;
}

type Tally = PreviewAnswer['hitung'];

/** What one column may be, how it is read, and the decision about it. */
export function Inspector({ row, workbench, columns, preview, canEdit, onDecide, onAdd }: InspectorProps) {
  const { line, look, kanonik, state } = row;
  if (line === undefined) return null;
  const { letak } = line;
  const fields = workbench.bidang;
  const tried = new Map(preview?.letak === letak ? preview.kandidat.map((one) => [one.kanonik, one.hitung]) : []);
  const isOther = kanonik !== null && !line.kandidat.some((one) => one.kanonik === kanonik);
  return (
    <Sheet
      className="inspector"
      title={<span className="mono">{look.nama}</span>}
      end={<State state={state[0]}>{state[1]}</State>}
      footer={
        canEdit ? (
          <>
            <button
              type="button"
              className="button small-button main"
              disabled={kanonik === null && line.kandidat.length === 0}
              onClick={() => onDecide(acceptOf(row))}
            >
              Terima
            </button>
            <button
              type="button"
              className="button small-button"
              onClick={() => onDecide({ letak, kanonik: null })}
              disabled={kanonik === null && row.isDecided}
            >
              Jangan dipakai
            </button>
            <span className="dim wide-only">Enter, Del</span>
          </>
        ) : undefined
      }
    >
      <div className="sheet-body">
        {line.kandidat.length === 0 ? null : (
          <fieldset className="candidates" disabled={!canEdit}>
            <legend>Kandidat</legend>
            {line.kandidat.map((one) => (
              <label key={one.kanonik}>
                <input
                  type="radio"
                  name="kandidat"
                  checked={one.kanonik === kanonik}
                  onChange={() => onDecide({ letak, kanonik: one.kanonik })}
                />
                <span>{one.label}</span>
                <b>{formatShare(one.keyakinan).replace(/,\d%$/, '%')}</b>
                <small className="dim">{agreementOf(tried.get(one.kanonik))}</small>
              </label>
            ))}
          </fieldset>
        )}
        <FieldSelect
          label={line.kandidat.length === 0 ? 'Bidang' : 'Bidang lain'}
          fields={fields}
          value={isOther ? kanonik : ''}
          nothing={isOther ? 'jangan dipakai' : 'pilih bidang'}
          disabled={!canEdit}
          onChange={(chosen) => onDecide({ letak, kanonik: chosen })}
        />
        {preview?.letak === letak && kanonik !== null ? (
          <>
            <Reading row={row} preview={preview} canEdit={canEdit} onDecide={onDecide} />
            {canEdit ? (
              <details className="by-hand">
                <summary>Atur sendiri cara membaca</summary>
                <ReaderForm
                  row={row}
                  reader={preview.pembaca}
                  columns={columns}
                  canEdit={canEdit}
                  onReader={(pembaca) => onDecide({ letak, kanonik, pembaca })}
                />
                <FieldSelect
                  label="Pakai kolom ini juga untuk"
                  fields={fields.filter(({ nama }) => nama !== kanonik)}
                  value=""
                  nothing="pilih bidang kedua"
                  onChange={(chosen) => {
                    if (chosen !== null) onAdd(line.sumber, chosen);
                  }}
                />
              </details>
            ) : null}
          </>
        ) : null}
        <p className="small dim">{evidenceOf(row)}</p>
      </div>
    </Sheet>
  );
}

/** What accepting a line means: its field as it is, or the best candidate. */
export function acceptOf({ line, kanonik }: ColumnRow): RecipeEdit {
  const letak = line?.letak ?? 0;
  return kanonik === null
    ? { letak, kanonik: line?.kandidat[0]?.kanonik ?? null }
    : { letak, kanonik, ...(line !== undefined && kanonik === line.kanonik ? { pembaca: line.pembaca } : {}) };
}

function Reading({
  row,
  preview,
  canEdit,
  onDecide,
}: Pick<InspectorProps, 'row' | 'canEdit' | 'onDecide'> & { readonly preview: PreviewAnswer }) {
  const { letak, pilihan, pembaca, cara, hitung } = preview;
  const now = JSON.stringify(pembaca);
  if (pilihan.length === 0)
    return (
      <dl className="reading">
        <dt>Dibaca</dt>
        <dd>{cara}</dd>
        <dt>Contoh</dt>
        <dd>{agreementOf(hitung)}</dd>
      </dl>
    );
  return (
    <fieldset className="candidates" disabled={!canEdit}>
      <legend>Cara membaca</legend>
      {pilihan.map((one) => (
        <label key={JSON.stringify(one.pembaca)}>
          <input
            type="radio"
            name="cara"
            checked={JSON.stringify(one.pembaca) === now}
            onChange={() => onDecide({ letak, kanonik: row.kanonik, pembaca: one.pembaca })}
          />
          <span>{one.cara}</span>
          <small className="dim">{agreementOf(one.hitung)}</small>
        </label>
      ))}
    </fieldset>
  );
}

function agreementOf(hitung: Tally | undefined): string {
  if (hitung === undefined) return '';
  const { sama, dari, takTerbaca } = hitung;
  if (dari === 0) return 'tidak ada di BKN untuk dibandingkan';
  const unread = takTerbaca === 0 ? '' : `, ${formatNumber(takTerbaca)} tak terbaca`;
  return `cocok ${formatShare(sama / dari)} dari ${formatNumber(dari)} orang contoh${unread}`;
}
