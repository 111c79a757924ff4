import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { RecipeRules, WorkbenchAnswer } from '#findings/contract';
import { Reason } from '../../api/shown.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Empty } from '../../ui/instead.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import type { Draft } from './draft.ts';
import { Select } from './field-select.tsx';
import { FilterPeople } from './filter-people.tsx';
import { filterQuery, type Place, previewQuery } from './queries.ts';
import { ChoiceForm, FilterForm, JoinForm, REASONS } from './rule-forms.tsx';
import type { ColumnRow } from './rows.ts';
import { TenPeople } from './ten-people.tsx';

interface RulesPartProps {
  readonly place: Place;
  readonly workbench: WorkbenchAnswer;
  readonly rows: readonly ColumnRow[];
  readonly draft: Draft;
  readonly canEdit: boolean;
  readonly onRules: (rules: Partial<RecipeRules>) => void;
  /** The tabs above the list. */
  readonly tabs: ReactNode;
}

type Kind = keyof RecipeRules;
interface Chosen {
  readonly kind: Kind;
  readonly at: number;
}

const GROUPS: readonly (readonly [kind: Kind, title: string, empty: string])[] = [
  ['gabung', 'Riwayat di samping pegawai', 'Tidak ada tabel riwayat yang digabung.'],
  ['pilihan', 'Pilihan menurut jenis', 'Tidak ada bidang yang dipilih dari beberapa kolom.'],
  ['saring', 'Baris yang tidak dibaca', 'Semua baris dibaca.'],
];

const KIND_WORDS = { gabung: 'Riwayat', pilihan: 'Pilihan', saring: 'Saringan' } as const satisfies Record<
  Kind,
  string
>;

/** Rules about rows: which histories stand beside the person, which column counts, which rows are dropped; each with ten people. */
export function RulesPart({ place, workbench, rows, draft, canEdit, onRules, tabs }: RulesPartProps) {
  const rules: RecipeRules = { ...workbench.aturan, ...draft.rules };
  const [chosen, setChosen] = useState<Chosen>();
  const first = GROUPS.flatMap(([kind]) => (rules[kind].length > 0 ? [{ kind, at: 0 }] : []))[0];
  const now = chosen !== undefined && chosen.at < rules[chosen.kind].length ? chosen : first;
  const columns = rows.filter(({ look }) => !look.rahasia).map(({ look }) => look.nama);
  const unique = [...new Set(columns)];
  const change = <K extends Kind>(kind: K, list: RecipeRules[K], at?: number): void => {
    onRules({ [kind]: list });
    if (at !== undefined) setChosen({ kind, at });
  };
  const add = (kind: Kind, tabel?: string): void => {
    if (kind === 'saring') {
      const sumber = unique.find((name) => /status|aktif|kedudukan|jenis/i.test(name)) ?? unique[0] ?? '';
      const rule = { sumber, nilai: [''], selain: false, alasan: 'tidak_aktif' as const };
      return change('saring', [...rules.saring, rule], rules.saring.length);
    }
    if (kind === 'pilihan') {
      const rule = { kanonik: fieldOfTwo(rows) ?? 'jabatan', menurut: unique[0] ?? '', bila: {} };
      return change('pilihan', [...rules.pilihan, rule], rules.pilihan.length);
    }
    const table = workbench.riwayat.find((one) => one.tabel === tabel);
    if (table === undefined) return;
    const rule = { tabel: table.tabel, kunci: table.kunci, ke: table.ke, hanya: [] };
    change('gabung', [...rules.gabung, rule], rules.gabung.length);
  };
  const apart = workbench.riwayat.filter(({ tabel }) => !rules.gabung.some((join) => join.tabel === tabel));
  return (
    <>
      <div className="workbench">
        <section className="sheet">
          {tabs}
          <div className="sheet-body rules">
            {GROUPS.map(([kind, title, empty]) => (
              <section key={kind}>
                <h2>{title}</h2>
                {rules[kind].length === 0 ? <p className="dim small">{empty}</p> : null}
                <ul>
                  {rules[kind].map((_, at) => (
                    // oxlint-disable-next-line react/no-array-index-key -- rules are known by their place
                    <li key={at}>
                      <button
                        type="button"
                        className="text-button"
                        aria-pressed={now?.kind === kind && now.at === at}
                        onClick={() => setChosen({ kind, at })}
                      >
                        {nameOf(rules, kind, at, workbench)}
                      </button>
                    </li>
                  ))}
                </ul>
                {!canEdit ? null : kind === 'gabung' ? (
                  apart.length === 0 ? null : (
                    <Select
                      label="Gabungkan tabel lain"
                      value=""
                      options={[['', 'pilih tabel'], ...apart.map(({ tabel }) => tabel)]}
                      onChange={(tabel) => add('gabung', tabel)}
                    />
                  )
                ) : (
                  <button type="button" className="button small-button" onClick={() => add(kind)}>
                    {kind === 'saring' ? 'Tambah saringan' : 'Tambah pilihan'}
                  </button>
                )}
              </section>
            ))}
            {workbench.turunan.map((sentence) => (
              <p key={sentence} className="dim small">
                {sentence}
              </p>
            ))}
          </div>
        </section>
        {now === undefined ? null : (
          <Sheet
            className="inspector"
            title={KIND_WORDS[now.kind]}
            footer={
              canEdit ? (
                <button
                  type="button"
                  className="button small-button"
                  onClick={() => change(now.kind, rules[now.kind].toSpliced(now.at, 1) as never)}
                >
                  Hapus aturan ini
                </button>
              ) : undefined
            }
          >
            <fieldset className="sheet-body reader-form" disabled={!canEdit}>
              <legend className="hidden-text">Isi aturan</legend>
              <RuleForm {...{ place, workbench, rows, draft, rules, columns: unique, now, change }} />
            </fieldset>
          </Sheet>
        )}
      </div>
      {now === undefined ? null : <RulePeople key={`${now.kind} ${now.at}`} {...{ place, rows, draft, rules, now }} />}
    </>
  );
}

/** A field that several columns feed and nothing chooses between. */
function fieldOfTwo(rows: readonly ColumnRow[]): string | undefined {
  const counts = Map.groupBy(rows, ({ kanonik }) => kanonik);
  return [...counts].find(([kanonik, list]) => kanonik !== null && list.length > 1)?.[0] ?? undefined;
}

function nameOf(rules: RecipeRules, kind: Kind, at: number, { bidang }: WorkbenchAnswer): string {
  if (kind === 'gabung') return rules.gabung[at]?.tabel ?? '';
  if (kind === 'pilihan') {
    const { kanonik = '', menurut = '' } = rules.pilihan[at] ?? {};
    return `${bidang.find(({ nama }) => nama === kanonik)?.label ?? kanonik} menurut ${menurut}`;
  }
  const filter = rules.saring[at];
  if (filter === undefined) return '';
  const values = filter.nilai.map((value) => (value === '' ? 'kosong' : value)).slice(0, 4);
  const why = REASONS.find(([one]) => one === filter.alasan)?.[1] ?? '';
  return `${filter.sumber}: ${filter.selain ? 'selain ' : ''}${values.join(', ')}${filter.nilai.length > 4 ? ', ...' : ''} (${why})`;
}

interface RuleFormProps extends Pick<RulesPartProps, 'place' | 'workbench' | 'rows' | 'draft'> {
  readonly rules: RecipeRules;
  readonly columns: readonly string[];
  readonly now: Chosen;
  readonly change: <K extends Kind>(kind: K, list: RecipeRules[K]) => void;
}

function RuleForm({ place, workbench, rows, draft, rules, columns, now, change }: RuleFormProps) {
  const filter = now.kind === 'saring' ? rules.saring[now.at] : undefined;
  const preview = useQuery({
    ...filterQuery(place, filter ?? { sumber: '', nilai: [], selain: false, alasan: 'tidak_aktif' }, 0, draft),
    enabled: filter !== undefined,
  });
  if (filter !== undefined)
    return (
      <FilterForm
        filter={filter}
        columns={columns}
        values={preview.data?.nilai ?? []}
        onChange={(next) => change('saring', rules.saring.with(now.at, next))}
      />
    );
  const choice = now.kind === 'pilihan' ? rules.pilihan[now.at] : undefined;
  if (choice !== undefined)
    return (
      <ChoiceForm
        choice={choice}
        fields={workbench.bidang}
        columns={columns}
        feeding={rows.filter(({ kanonik }) => kanonik === choice.kanonik).map(({ look }) => look.nama)}
        values={workbench.kolom.find(({ nama }) => nama === choice.menurut)?.teratas.map(({ nilai }) => nilai) ?? []}
        onChange={(next) => change('pilihan', rules.pilihan.with(now.at, next))}
      />
    );
  const join = now.kind === 'gabung' ? rules.gabung[now.at] : undefined;
  const table = workbench.riwayat.find(({ tabel }) => tabel === join?.tabel);
  if (join === undefined || table === undefined) return <p className="small dim">Tabelnya tidak ada di berkas ini.</p>;
  return (
    <JoinForm
      join={join}
      table={table}
      columns={columns.filter((name) => !workbench.riwayat.some(({ tabel }) => name.startsWith(`${tabel}.`)))}
      onChange={(next) => change('gabung', rules.gabung.with(now.at, next))}
    />
  );
}

/** What the chosen rule does with ten people. */
function RulePeople({
  place,
  rows,
  draft,
  rules,
  now,
}: Pick<RuleFormProps, 'place' | 'rows' | 'draft' | 'rules' | 'now'>) {
  const [from, setFrom] = useState(0);
  const filter = now.kind === 'saring' ? rules.saring[now.at] : undefined;
  const fed = linesOf(rows, rules, now);
  const [letak, setLetak] = useState<number>();
  const line = fed.find((row) => row.line?.letak === letak) ?? fed[0];
  const dropped = useQuery({
    ...filterQuery(place, filter ?? { sumber: '', nilai: [], selain: false, alasan: 'tidak_aktif' }, from, draft),
    enabled: filter !== undefined,
  });
  const read = useQuery({
    ...previewQuery(place, line?.line?.letak ?? 0, from, draft),
    enabled: filter === undefined && line !== undefined,
  });
  const error = filter === undefined ? read.error : dropped.error;
  if (error !== null) return <Reason error={error} />;
  const others = (): void => setFrom(from + 10);
  if (filter !== undefined)
    return dropped.data === undefined ? null : (
      <FilterPeople
        sumber={filter.sumber}
        preview={dropped.data}
        isStale={dropped.isPlaceholderData}
        onOthers={others}
      />
    );
  if (line === undefined)
    return (
      <Empty>Belum ada kolom yang dipakai oleh aturan ini. Pilih bidangnya di bagian Kolom, lalu lihat hasilnya.</Empty>
    );
  return (
    <>
      {fed.length > 1 && now.kind === 'gabung' ? (
        <div className="rule-column">
          <Select
            label={`Kolom yang dilihat (${formatNumber(fed.length)})`}
            value={String(line.line?.letak)}
            options={fed.map((row) => [String(row.line?.letak), `${row.look.nama}: ${row.label ?? ''}`] as const)}
            onChange={(value) => setLetak(Number(value))}
          />
        </div>
      ) : null}
      {read.data === undefined ? null : (
        <TenPeople name={line.look.nama} preview={read.data} isStale={read.isPlaceholderData} onOthers={others} />
      )}
    </>
  );
}

/** Mapped lines on which a rule acts. */
function linesOf(rows: readonly ColumnRow[], rules: RecipeRules, { kind, at }: Chosen): readonly ColumnRow[] {
  const mapped = rows.filter(({ kanonik, line }) => kanonik !== null && line !== undefined);
  const choice = kind === 'pilihan' ? rules.pilihan[at] : undefined;
  const join = kind === 'gabung' ? rules.gabung[at] : undefined;
  if (choice !== undefined) return mapped.filter(({ kanonik }) => kanonik === choice.kanonik);
  const prefix = join === undefined ? undefined : `${join.sebagai ?? join.tabel}.`;
  return prefix === undefined ? [] : mapped.filter(({ look }) => look.nama.startsWith(prefix));
}
