import './identity.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { MAIL_REASONS, type MailList, mailList } from '#identity/contract';
import { ask, tell } from '../../api/request.ts';
import { useInstansiName, useMe } from '../../api/session.ts';
import { Shown } from '../../api/shown.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { formatInstant, formatNumber } from '../../ui/format.ts';
import { Glyph, State, type StateKind } from '../../ui/glyph.tsx';
import { Empty } from '../../ui/instead.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { SettingsTabs } from './settings-tabs.tsx';

type Row = MailList['surel'][number];

const STATES: Readonly<Record<Row['keadaan'], readonly [StateKind, string]>> = {
  menunggu: ['warn', 'Belum dikirim'],
  terkirim: ['ok', 'Terkirim'],
  gagal: ['bad', 'Gagal'],
  urung: ['none', 'Tidak dikirim'],
};

/** Surel: reminders that were sent or wait, and why. */
export function MailsPage() {
  const me = useMe();
  const { instansi: chosen } = useSearch({ strict: false });
  const instansi = me.hak['surel.lihat'] === 'semua' ? chosen : me.instansi.instansi;
  const mails = useQuery({
    queryKey: ['surel', instansi ?? 'semua'],
    queryFn: async ({ signal }) => ask(mailList, 'surel', { query: { instansi }, signal }),
  });
  const sendAgain = useSendAgain();
  const columns = useColumns(mails.data === undefined || mails.data.pengirim === null ? undefined : sendAgain).filter(
    ({ key }) => key !== 'instansi' || instansi === undefined,
  );
  return (
    <>
      <PageHead title="Surel" said={mails.data === undefined ? undefined : sentenceOf(mails.data)} />
      <SettingsTabs />
      {mails.data?.pengirim === null ? (
        <div className="note warn" role="status">
          <Glyph state="warn" />
          <div>
            Surel belum dikirim: server surel belum diatur. Pengelola server mengisi PORTAL_SUREL_SERVER dan
            PORTAL_SUREL_PENGIRIM; sampai itu, pengingat hanya dapat dibaca di sini.
          </div>
        </div>
      ) : null}
      <Sheet title="Pengingat" rule="terbaru di atas">
        <Shown query={mails} label="surel">
          {({ surel }) =>
            surel.length === 0 ? (
              <Empty>Belum ada pengingat. Pengingat dibuat sebelum kiriman jatuh tempo dan bila terlambat.</Empty>
            ) : (
              <DataTable label="Surel" columns={columns} rows={surel} rowKey={(row) => row.surel} style="plain" />
            )
          }
        </Shown>
      </Sheet>
    </>
  );
}

function sentenceOf({ pengirim, surel }: MailList): string {
  const waiting = surel.filter(({ keadaan }) => keadaan === 'menunggu').length;
  const from = pengirim === null ? '' : ` Dikirim dari ${pengirim}.`;
  return `${waiting === 0 ? 'Tidak ada surel yang menunggu.' : `${formatNumber(waiting)} surel menunggu dikirim.`}${from}`;
}

/** Puts a mail back among those that wait; undefined where the user may not. */
function useSendAgain(): ((row: Row) => void) | undefined {
  const me = useMe();
  const client = useQueryClient();
  const toast = useToast();
  const again = useMutation({
    mutationFn: async ({ instansi, surel }: Row) => tell(`surel/${instansi}/${surel}/kirim-ulang`),
    onSuccess: () => toast({ text: 'Surel dikirim ulang paling lambat semenit lagi.' }),
    onError: (error) => toast({ text: error.message }),
    onSettled: () => client.invalidateQueries({ queryKey: ['surel'] }),
  });
  return me.hak['surel.kirim-ulang'] === undefined ? undefined : (row) => again.mutate(row);
}

function useColumns(sendAgain: ((row: Row) => void) | undefined): readonly Column<Row>[] {
  const nameOf = useInstansiName();
  return [
    {
      key: 'surel',
      head: 'Surel',
      name: 'Surel',
      narrow: 'whole',
      cell: (row) => (
        <details className="mail">
          <summary>{row.judul}</summary>
          <p>{row.isi.trim()}</p>
        </details>
      ),
    },
    {
      key: 'keadaan',
      head: 'Keadaan',
      name: 'Keadaan',
      narrow: 'whole',
      cell: (row) => (
        <>
          <State state={STATES[row.keadaan][0]}>{STATES[row.keadaan][1]}</State>
          {row.sebab === null ? null : <small className="under-name">{MAIL_REASONS[row.sebab]}</small>}
        </>
      ),
    },
    { key: 'penerima', head: 'Penerima', name: 'Penerima', cell: (row) => row.penerima },
    { key: 'instansi', head: 'Instansi', name: 'Instansi', cell: (row) => nameOf(row.instansi) },
    {
      key: 'dibuat',
      head: 'Dibuat',
      name: 'Dibuat',
      cell: (row) => <span className="nowrap">{formatInstant(row.dibuatPada)}</span>,
    },
    {
      key: 'terkirim',
      head: 'Terkirim',
      name: 'Terkirim',
      cell: (row) =>
        row.terkirimPada === null ? (
          <span className="dim">{row.percobaan === 0 ? 'belum' : `${formatNumber(row.percobaan)} kali dicoba`}</span>
        ) : (
          <span className="nowrap">{formatInstant(row.terkirimPada)}</span>
        ),
    },
    ...(sendAgain === undefined
      ? []
      : [
          {
            key: 'tindakan',
            head: <span className="hidden-text">Tindakan</span>,
            name: 'Tindakan',
            narrow: 'whole' as const,
            cell: (row: Row) =>
              row.keadaan === 'menunggu' ? null : (
                <button
                  type="button"
                  className="button small-button"
                  aria-label={`Kirim ulang kepada ${row.penerima}: ${row.judul}`}
                  onClick={() => sendAgain(row)}
                >
                  Kirim ulang
                </button>
              ),
          },
        ]),
  ];
}
