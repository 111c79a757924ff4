import './mapping.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { RecipeEdit, WorkbenchAnswer } from '#findings/contract';
import { useCan } from '../../api/session.ts';
import { Reason, Shown } from '../../api/shown.tsx';
import { Facets } from '../../ui/facets.tsx';
import { formatDay, formatNumber } from '../../ui/format.ts';
import { Empty } from '../../ui/instead.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Codes } from './codes.tsx';
import { ColumnTable } from './column-table.tsx';
import { decide, type Draft, EMPTY_DRAFT, nextLine, redo, rule, undo } from './draft.ts';
import { acceptOf, Inspector } from './inspector.tsx';
import { Notes } from './notes.tsx';
import { type Place, previewQuery, workbenchQuery } from './queries.ts';
import { type ColumnRow, type Filter, FILTERS, isIn, rowsOf } from './rows.ts';
import { RulesPart } from './rules-part.tsx';
import { SaveDialog } from './save-dialog.tsx';
import type { WorkbenchSearch } from './search.ts';
import { TenPeople } from './ten-people.tsx';
import { useWorkbenchKeys } from './keys.ts';
import { Versions } from './versions.tsx';

/** The mapping workbench of one delivery. */
export function WorkbenchPage() {
  const place = useParams({ from: '/portal/kiriman/$dari/$kiriman/pemetaan' });
  const workbench = useQuery(workbenchQuery(place));
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  const [isSaving, setSaving] = useState(false);
  const can = useCan();
  const { data } = workbench;
  const rows = data === undefined ? [] : rowsOf(data, draft);
  const open = rows.filter(isIn.perlu).length;
  return (
    <>
      <PageHead
        title={data === undefined ? 'Pemetaan' : `Pemetaan ${data.tabel}`}
        crumb={
          <>
            <Link to="/kiriman">Kiriman</Link> /{' '}
            <Link to="/kiriman/$dari/$kiriman" params={place}>
              {data === undefined || data.per === null ? 'kiriman ini' : formatDay(data.per)}
            </Link>{' '}
            / Pemetaan
          </>
        }
        said={data === undefined ? undefined : sentenceOf(data, rows, open)}
        actions={
          data === undefined || !can('pemetaan.ubah') ? undefined : (
            <>
              <button
                type="button"
                className="button"
                disabled={draft.past.length === 0}
                title="U atau Ctrl Z"
                onClick={() => setDraft(undo(draft))}
              >
                Urungkan
              </button>
              <button
                type="button"
                className="button"
                disabled={draft.future.length === 0}
                title="R atau Ctrl Y"
                onClick={() => setDraft(redo(draft))}
              >
                Ulangi
              </button>
              <button type="button" className="button main" onClick={() => setSaving(true)}>
                Simpan sebagai v{data.versiBerikut}
              </button>
            </>
          )
        }
      />
      <Shown query={workbench} label="pemetaan">
        {(answer) => (
          <Bench
            place={place}
            workbench={answer}
            rows={rows}
            draft={draft}
            canEdit={can('pemetaan.ubah')}
            onDraft={setDraft}
            onBase={() => setDraft(EMPTY_DRAFT)}
            onSave={() => setSaving(true)}
          />
        )}
      </Shown>
      {isSaving && data !== undefined ? (
        <SaveDialog place={place} workbench={data} decisions={draft} open={open} onClose={() => setSaving(false)} />
      ) : null}
    </>
  );
}

function sentenceOf({ namaBerkas, baris }: WorkbenchAnswer, rows: readonly ColumnRow[], open: number): string {
  const mapped = rows.filter(({ kanonik }) => kanonik !== null).length;
  const secret = rows.filter(({ look }) => look.rahasia).length;
  const unused = rows.filter(isIn.tidak).length - secret;
  const parts = [
    `${formatNumber(mapped)} terpetakan`,
    `${formatNumber(open)} perlu dilihat`,
    `${formatNumber(unused)} tidak dipakai`,
    ...(secret === 0 ? [] : [`${formatNumber(secret)} rahasia`]),
  ];
  return `${namaBerkas}, ${formatNumber(baris)} baris, ${formatNumber(rows.length)} kolom: ${parts.join(', ')}.`;
}

interface BenchProps {
  readonly place: Place;
  readonly workbench: WorkbenchAnswer;
  readonly rows: readonly ColumnRow[];
  readonly draft: Draft;
  readonly canEdit: boolean;
  readonly onDraft: (draft: Draft) => void;
  /** The workbench began anew: what was decided about its lines says nothing any more. */
  readonly onBase: () => void;
  readonly onSave: () => void;
}

const FILTER_WORDS: Readonly<Record<Filter, string>> = {
  semua: 'Semua',
  perlu: 'Perlu dilihat',
  tidak: 'Tidak dipakai',
  diubah: 'Diputuskan',
};

function Bench({ place, workbench, rows, draft, canEdit, onDraft, onBase, onSave }: BenchProps) {
  const search = useSearch({ from: '/portal/kiriman/$dari/$kiriman/pemetaan' });
  const navigate = useNavigate({ from: '/kiriman/$dari/$kiriman/pemetaan' });
  const [from, setFrom] = useState(0);
  const part = search.bagian ?? 'kolom';
  const filter = search.saring ?? 'semua';
  const shown = rows.filter(isIn[filter]);
  const codes = rows.filter(({ isCodeList }) => isCodeList);
  const listed = part === 'kode' ? codes : shown;
  const first =
    listed.find(({ isOpen }) => isOpen) ??
    listed.find(({ kanonik }) => kanonik !== null) ??
    listed.find(({ line }) => line !== undefined);
  const row = rows.find(({ line }) => line !== undefined && line.letak === search.letak) ?? first;
  const letak = row?.line?.letak;
  const preview = useQuery({
    ...previewQuery(place, letak ?? 0, from, draft),
    enabled: letak !== undefined && part !== 'versi' && part !== 'aturan',
  });
  const go = (change: WorkbenchSearch): void =>
    void navigate({ search: (now) => ({ ...now, ...change }), replace: true, resetScroll: false });
  const choose = (next: number): void => {
    if (next !== letak) setFrom(0);
    go({ letak: next });
  };
  const columns = [...new Set(rows.filter(({ look }) => !look.rahasia).map(({ look }) => look.nama))];
  /** What a column holds feeds one more field: a line of its own. */
  const add = (sumber: string, kanonik: string): void => {
    const at = nextLine(draft, workbench.pemetaan.length);
    settle({ letak: at, sumber, kanonik });
    choose(at);
  };
  const settle = (edit: RecipeEdit): void => {
    if (!canEdit) return;
    onDraft(decide(draft, edit));
  };
  /** A decision by key or button goes on to the next line that waits. */
  const settleAndGo = (edit: RecipeEdit): void => {
    settle(edit);
    const at = shown.findIndex(({ line }) => line?.letak === edit.letak);
    const next = shown.slice(at + 1).find(({ isOpen }) => isOpen) ?? shown.find((one) => one.isOpen && one !== row);
    if (next?.line !== undefined && next.line.letak !== edit.letak) choose(next.line.letak);
    else choose(edit.letak);
  };
  useWorkbenchKeys({
    onAccept: () => {
      if (row?.line !== undefined && part === 'kolom') settleAndGo(acceptOf(row));
    },
    onDrop: () => {
      if (letak !== undefined && part === 'kolom') settleAndGo({ letak, kanonik: null });
    },
    onUndo: () => onDraft(undo(draft)),
    onRedo: () => onDraft(redo(draft)),
    onMove: (by) => {
      const lines = listed.filter(({ line }) => line !== undefined);
      const next = lines[lines.findIndex(({ line }) => line?.letak === letak) + by];
      if (next?.line === undefined) return;
      choose(next.line.letak);
      document.getElementById(`baris-${next.line.letak}`)?.focus();
    },
    onSave: () => {
      if (canEdit) onSave();
    },
  });
  const current = preview.data?.letak === letak ? preview.data : undefined;
  const tabs = (
    <nav className="tabs" aria-label="Bagian pemetaan">
      {PARTS.map(([key, word]) => (
        <Link
          key={key}
          from="/kiriman/$dari/$kiriman/pemetaan"
          to="."
          search={(now) => ({ ...now, bagian: key, letak: undefined })}
          replace
          aria-current={part === key ? 'page' : undefined}
        >
          {word} {key === 'kolom' ? <span className="dim">{formatNumber(rows.length)}</span> : null}
          {key === 'kode' ? <span className="dim">{formatNumber(codes.length)} daftar</span> : null}
        </Link>
      ))}
    </nav>
  );
  const notes = <Notes place={place} workbench={workbench} canEdit={canEdit} onBase={onBase} />;
  if (part === 'aturan')
    return (
      <>
        {notes}
        <RulesPart
          {...{ place, workbench, rows, draft, canEdit, tabs }}
          onRules={(rules) => {
            if (canEdit) onDraft(rule(draft, rules));
          }}
        />
      </>
    );
  return (
    <>
      {notes}
      <div className={part === 'kolom' ? 'workbench' : ''}>
        <section className="sheet">
          {tabs}
          {part === 'kolom' ? (
            <>
              <div className="chips inside">
                <Facets
                  label="Saring kolom"
                  all={{ word: FILTER_WORDS.semua, count: rows.length }}
                  facets={FILTERS.slice(1).map((one) => ({
                    nilai: one,
                    label: FILTER_WORDS[one],
                    jumlah: rows.filter(isIn[one]).length,
                  }))}
                  chosen={filter === 'semua' ? undefined : filter}
                  onChoose={(value) => go({ saring: FILTERS.find((one) => one === value), letak: undefined })}
                />
              </div>
              {shown.length === 0 ? (
                <Empty>Tidak ada kolom "{FILTER_WORDS[filter]}". Pilih "Semua" untuk melihat seluruh kolom.</Empty>
              ) : (
                <div className="column-window">
                  <ColumnTable rows={shown} letak={letak} onChoose={choose} />
                </div>
              )}
            </>
          ) : null}
          {part === 'kode' ? (
            <Codes
              rows={codes}
              row={row?.isCodeList === true ? row : undefined}
              preview={current}
              canEdit={canEdit}
              onChoose={choose}
              onDecide={settle}
            />
          ) : null}
          {part === 'versi' ? <Versions dari={place.dari} canEdit={canEdit} /> : null}
        </section>
        {part === 'kolom' && row !== undefined ? (
          <Inspector
            row={row}
            workbench={workbench}
            columns={columns}
            preview={current}
            canEdit={canEdit}
            onAdd={add}
            onDecide={(edit) => (edit.kanonik === null || row.isOpen ? settleAndGo(edit) : settle(edit))}
          />
        ) : null}
      </div>
      {part === 'kolom' && row !== undefined && preview.error !== null ? <Reason error={preview.error} /> : null}
      {part === 'kolom' && row !== undefined && current !== undefined ? (
        <TenPeople
          name={row.look.nama}
          preview={current}
          isStale={preview.isPlaceholderData}
          onOthers={() => setFrom(from + 10)}
        />
      ) : null}
    </>
  );
}

const PARTS = [
  ['kolom', 'Kolom'],
  ['kode', 'Kode'],
  ['aturan', 'Riwayat dan aturan'],
  ['versi', 'Versi'],
] as const;
