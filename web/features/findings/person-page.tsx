import './findings.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type PersonAnswer, revealAnswer, STATE_LABELS } from '#findings/contract';
import { sentenceOf } from '../../api/fault.tsx';
import { ask } from '../../api/request.ts';
import { shortName, useCan } from '../../api/session.ts';
import { Shown } from '../../api/shown.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { formatCompared, formatDay, formatNumber } from '../../ui/format.ts';
import { State } from '../../ui/glyph.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Nip } from '../../ui/nip.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { type Side, SIDE_NAMES, SourceMark } from '../../ui/source-mark.tsx';
import { MarkedValue, NoValue } from '../../ui/value.tsx';
import { FieldDeciding } from './deciding/field-deciding.tsx';
import { useCases } from './deciding/queries.ts';
import { personQuery } from './queries.ts';
import { grainOf } from './grain.ts';
import { besideField, countWords, describeNow, type Field, isCompared, looksEqual, ONLY_SIDE } from './person-words.ts';

/** Orang: Simpeg beside BKN, what differs on top. */
export function PersonPage() {
  return <Person {...useParams({ from: '/portal/pegawai/$dari/$orang' })} />;
}

interface PersonProps {
  readonly dari: string;
  readonly orang: string;
  /** Whether whoever looks is this person. */
  readonly isOwn?: boolean;
}

export function Person({ dari, orang, isOwn = false }: PersonProps) {
  const person = useQuery(personQuery(dari, orang));
  const can = useCan();
  const { data } = person;
  return (
    <>
      <PageHead
        title={data?.nama ?? 'Pegawai'}
        crumb={
          isOwn ? (
            'Data saya'
          ) : (
            <>
              <Link to="/pegawai">Pegawai</Link>
              {data === undefined ? '' : ` / ${shortName(data.namaInstansi)}`}
            </>
          )
        }
        said={data === undefined ? undefined : <Said person={data} />}
        actions={
          data === undefined ? undefined : (
            <>
              {isOwn ? (
                <Link to="/dilihat" className="button">
                  <Icon name="mata" />
                  Siapa melihat data saya
                </Link>
              ) : can('pegawai.lihat-pembuka') ? (
                <Link to="/pegawai/$dari/$orang/dilihat" params={{ dari, orang }} className="button">
                  <Icon name="mata" />
                  Siapa melihat
                </Link>
              ) : null}
              <button type="button" className="button" onClick={() => window.print()}>
                <Icon name="cetak" />
                Cetak
              </button>
            </>
          )
        }
      />
      <Shown query={person} label="pegawai">
        {(answer) => (
          <div className="columns person">
            <Comparison person={answer} />
            <Pairing person={answer} />
          </div>
        )}
      </Shown>
    </>
  );
}

function Said({ person }: { readonly person: PersonAnswer }) {
  const known = describeNow(person);
  return (
    <>
      NIP <Nip value={person.nip} />
      {known.length === 0 ? '.' : `. ${known.join(', ')}.`}
    </>
  );
}

function Comparison({ person }: { readonly person: PersonAnswer }) {
  const differing = person.kelompok.flatMap(({ bidang }) => bidang.filter(({ kelas }) => kelas !== null));
  const groups = person.kelompok
    .map(({ nama, bidang }) => ({ nama, bidang: bidang.filter(({ kelas }) => kelas === null) }))
    .filter(({ bidang }) => bidang.length > 0);
  const only = ONLY_SIDE[person.keadaan];
  const can = useCan();
  const isDecided = can('selisih.lihat') && differing.length > 0;
  const cases = useCases(
    isDecided ? person.instansi : undefined,
    differing.map(({ bidang }) => ({ orang: person.orang, bidang })),
  );
  const columns = isDecided ? 4 : 3;
  return (
    <Sheet
      title={only === undefined ? 'Perbandingan' : 'Data'}
      rule={only === undefined ? 'yang berbeda di atas' : `hanya ada di ${SIDE_NAMES[only]}, jadi tidak dibandingkan`}
    >
      <table className="ledger compare">
        <colgroup>
          <col className="field-name" />
          <col />
          <col />
          {isDecided ? <col className="field-standing" /> : null}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Bidang</th>
            {only === undefined ? (
              <>
                <SideHead side="simpeg" per={person.cap.simpeg} />
                <SideHead side="bkn" per={person.cap.bkn} />
                {isDecided ? <th scope="col">Keputusan</th> : null}
              </>
            ) : (
              <SideHead side={only} per={person.cap[only]} columns={2} />
            )}
          </tr>
        </thead>
        <tbody>
          {person.keadaan === 'berpasangan' ? (
            <tr className="group">
              <th colSpan={columns} scope="colgroup">
                Berbeda <span>{differing.length === 0 ? 'tidak ada' : `${formatNumber(differing.length)} bidang`}</span>
              </th>
            </tr>
          ) : null}
          {differing.map((field) => (
            <Differing key={field.bidang} field={field} person={person}>
              {isDecided ? (
                <td data-label="Keputusan">
                  <FieldDeciding
                    instansi={person.instansi}
                    standing={cases.get(`${person.orang}-${field.bidang}`)}
                    about={`${field.label}, ${person.nama}`}
                  />
                </td>
              ) : null}
            </Differing>
          ))}
        </tbody>
        {groups.map(({ nama, bidang }) => (
          <tbody key={nama}>
            <tr className="group">
              <th colSpan={columns} scope="colgroup">
                {nama} <span>{countWords(bidang, person)}</span>
              </th>
            </tr>
            {bidang.map((field) => (
              <Same key={field.bidang} field={field} person={person} columns={columns - 1} />
            ))}
          </tbody>
        ))}
      </table>
    </Sheet>
  );
}

interface SideHeadProps {
  readonly side: Side;
  readonly per: string | null;
  readonly columns?: number;
}

/** A side with the day of its data. */
function SideHead({ side, per, columns = 1 }: SideHeadProps) {
  return (
    <th scope="col" colSpan={columns}>
      <SourceMark side={side}>{per === null ? SIDE_NAMES[side] : `${SIDE_NAMES[side]} ${formatDay(per)}`}</SourceMark>
    </th>
  );
}

interface FieldProps {
  readonly field: Field;
  readonly person: PersonAnswer;
}

function Differing({ field, person, children }: FieldProps & { readonly children: ReactNode }) {
  return (
    <tr className="differs">
      <th scope="row">
        {field.label}
        {field.kalimat === null ? null : <span className="field-note">{besideField(field)}</span>}
      </th>
      <td data-label="Simpeg">
        <SideValue field={field} side="simpeg" />
      </td>
      <td data-label="BKN">
        <SideValue field={field} side="bkn" />
        {field.tersamar ? <Reveal field={field} person={person} /> : null}
      </td>
      {children}
    </tr>
  );
}

function SideValue({ field, side }: { readonly field: Field; readonly side: Side }) {
  const isSimpeg = side === 'simpeg';
  if ((isSimpeg ? field.simpegKeadaan : field.bknKeadaan) === 'tidak-dikirim') return <NoValue why="tidak dikirim" />;
  const shown = (value: string | null): string | null => (value === null ? null : formatCompared(value));
  const [value, other] = isSimpeg ? [field.simpeg, field.bkn] : [field.bkn, field.simpeg];
  return <MarkedValue side={side} value={shown(value)} other={shown(other)} grain={grainOf(field.bidang)} />;
}

/** Equal is drawn once; where only the form differs, the other form follows in grey. */
function Same({ field, person, columns }: FieldProps & { readonly columns: number }) {
  const value = field.bkn ?? field.simpeg;
  const isBoth = isCompared(field);
  const otherForm =
    field.bkn !== null && field.simpeg !== null && !looksEqual(field.simpeg, field.bkn) ? field.simpeg : undefined;
  const missing: Side | undefined =
    field.simpegKeadaan === 'tidak-dikirim' ? 'simpeg' : field.bknKeadaan === 'tidak-dikirim' ? 'bkn' : undefined;
  return (
    <tr className="same">
      <th scope="row">{field.label}</th>
      <td colSpan={columns}>
        {person.keadaan === 'berpasangan' ? (
          <span className="equal-sign">
            {isBoth ? (
              <>
                <span aria-hidden="true">=</span>
                <span className="hidden-text">sama: </span>
              </>
            ) : null}
          </span>
        ) : null}
        {value === null ? (
          <NoValue why={isBoth ? 'kosong' : 'tidak dikirim'} />
        ) : field.bidang === 'nip' ? (
          <Nip value={value} />
        ) : (
          formatCompared(value)
        )}
        {otherForm === undefined ? null : <span className="dim"> Simpeg: {formatCompared(otherForm)}</span>}
        {missing === undefined || value === null || person.keadaan !== 'berpasangan' ? null : (
          <span className="dim"> tidak dikirim {SIDE_NAMES[missing]}</span>
        )}
        {field.tersamar && value !== null ? <Reveal field={field} person={person} /> : null}
      </td>
    </tr>
  );
}

/** A masked value is shown to whoever has the right, after a reason that the audit trail keeps. */
function Reveal({ field, person }: FieldProps) {
  const can = useCan();
  const [isAsking, setAsking] = useState(false);
  const opening = useMutation({
    mutationFn: async (alasan: string) =>
      ask(revealAnswer, `orang/${person.instansi}/${encodeURIComponent(person.orang)}/buka`, {
        method: 'POST',
        body: { bidang: field.bidang, alasan },
      }),
    onSuccess: () => setAsking(false),
  });
  if (!can('pegawai.buka-data-pribadi')) return null;
  if (opening.data !== undefined)
    return (
      <span className="field-note">
        Simpeg {opening.data.simpeg ?? 'kosong'}, BKN {opening.data.bkn ?? 'kosong'}
      </span>
    );
  return (
    <>
      <button type="button" className="text-button reveal" onClick={() => setAsking(true)}>
        <Icon name="mata" />
        Buka dengan alasan
      </button>
      <ReasonDialog
        title={`Buka ${field.label} ${person.nama}?`}
        sentence="Alasan dan waktu tercatat, dan dapat dilihat oleh yang bersangkutan."
        button={`Buka ${field.label}`}
        isOpen={isAsking}
        isBusy={opening.isPending}
        fault={opening.error === null ? undefined : sentenceOf(opening.error)}
        onClose={() => setAsking(false)}
        onReason={(alasan) => opening.mutate(alasan)}
      />
    </>
  );
}

function Pairing({ person }: { readonly person: PersonAnswer }) {
  const fields = person.kelompok.flatMap(({ bidang }) => bidang);
  const differing = fields.filter(({ kelas }) => kelas !== null).length;
  return (
    <Sheet title="Pasangan">
      <dl className="pairs">
        <dt>Keadaan</dt>
        <dd>
          {person.keadaan !== 'berpasangan' ? (
            <State state="none">{STATE_LABELS[person.keadaan]}</State>
          ) : differing === 0 ? (
            <State state="ok">Selaras</State>
          ) : (
            <State state="warn">Berselisih</State>
          )}
        </dd>
        <dt>Instansi</dt>
        <dd>{shortName(person.namaInstansi)}</dd>
        {person.kalimat === null ? null : (
          <>
            <dt>Dipasangkan</dt>
            <dd>{person.kalimat}</dd>
          </>
        )}
        {person.keadaan === 'berpasangan' ? (
          <>
            <dt>Bidang</dt>
            <dd>
              {formatNumber(fields.filter(isCompared).length)} dibandingkan, {formatNumber(differing)} berbeda
            </dd>
          </>
        ) : null}
      </dl>
    </Sheet>
  );
}
