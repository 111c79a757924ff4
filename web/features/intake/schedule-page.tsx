import './intake.css';
import './schedule.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { ScheduleAnswer, ScheduleRow } from '#intake/contract';
import { describeOutlook, scheduleQuery } from '../../api/schedule.ts';
import { useCan, useMe } from '../../api/session.ts';
import { Shown } from '../../api/shown.tsx';
import { formatDay, formatNumber } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { DeliveryTabs } from './delivery-tabs.tsx';
import { useDeliveryScope } from './queries.ts';
import { RhythmDialog } from './rhythm-dialog.tsx';
import { OwnSchedule, ScheduleGrid, ScheduleLegend } from './schedule-table.tsx';
import { describeRhythm } from './schedule-words.ts';

/** Jadwal kiriman: when deliveries are due and what came, of all instansi as a grid, of one as a list. */
export function SchedulePage() {
  const instansi = useDeliveryScope();
  const { tahun } = useSearch({ from: '/portal/kiriman/jadwal' });
  const schedule = useQuery(scheduleQuery(instansi, tahun));
  const [isSetting, setSetting] = useState(false);
  const target = useTarget(schedule.data);
  return (
    <>
      <PageHead
        title="Jadwal kiriman"
        said={schedule.data === undefined ? undefined : sentenceOf(schedule.data)}
        actions={
          target === undefined ? undefined : (
            <button type="button" className="button" onClick={() => setSetting(true)}>
              {target.row === undefined ? 'Atur jadwal umum' : 'Ubah jadwal'}
            </button>
          )
        }
      />
      <DeliveryTabs />
      <Sheet
        title={schedule.data === undefined ? 'Jadwal' : `Tahun ${schedule.data.tahun}`}
        rule={schedule.data === undefined ? undefined : ruleOf(schedule.data)}
        end={schedule.data === undefined ? undefined : <Years tahun={schedule.data.tahun} />}
        footer={
          <>
            {schedule.data !== undefined && schedule.data.baris.length > 1 ? <ScheduleLegend /> : null}
            <span>
              Kiriman dihitung untuk jatuh tempo yang paling dekat dengan tanggal datanya, sesudah terbit. Hari menurut
              WIB.
            </span>
          </>
        }
      >
        <Shown query={schedule} label="jadwal">
          {({ baris, hariIni }) => {
            const [only] = baris;
            return baris.length === 1 && only !== undefined ? (
              <OwnSchedule row={only} />
            ) : (
              <ScheduleGrid rows={baris} today={hariIni} />
            );
          }}
        </Shown>
      </Sheet>
      {isSetting && target !== undefined ? <RhythmDialog {...target} onClose={() => setSetting(false)} /> : null}
    </>
  );
}

/** What the user may change: the own rhythm, or that of everybody. */
function useTarget(
  answer: ScheduleAnswer | undefined,
): { readonly general: ScheduleAnswer['umum']; readonly row?: ScheduleRow } | undefined {
  const me = useMe();
  const can = useCan();
  if (answer === undefined) return undefined;
  if (can('jadwal.tetapkan')) return { general: answer.umum };
  const row = answer.baris.find(({ instansi }) => instansi === me.instansi.instansi);
  return can('jadwal.ubah') && row !== undefined ? { general: answer.umum, row } : undefined;
}

function sentenceOf({ baris }: ScheduleAnswer): string {
  const [only] = baris;
  if (baris.length === 1 && only !== undefined) return `${describeOutlook(only)}.`;
  const late = baris.filter(({ terlambat }) => terlambat !== null).length;
  return late === 0
    ? `Tidak ada kiriman yang terlambat dari ${formatNumber(baris.length)} pengirim.`
    : `${formatNumber(late)} dari ${formatNumber(baris.length)} pengirim terlambat.`;
}

function ruleOf({ umum, baris }: ScheduleAnswer): string {
  const [only] = baris;
  const own = baris.length === 1 ? only : undefined;
  const irama = own?.irama ?? umum.irama;
  const coming = own?.mendatang ?? umum.mendatang;
  const now = irama === null ? 'belum ada jadwal' : describeRhythm(irama);
  if (coming === null) return own?.sendiri === true ? `${now} (jadwal sendiri)` : now;
  return `${now}; mulai ${formatDay(coming.mulai)} ${coming.irama === null ? 'mengikuti jadwal umum' : describeRhythm(coming.irama)}`;
}

function Years({ tahun }: { readonly tahun: number }) {
  return (
    <nav className="years" aria-label="Tahun">
      <Link className="button small-button quiet" to="/kiriman/jadwal" search={{ tahun: tahun - 1 }}>
        <Icon name="kiri" />
        {tahun - 1}
      </Link>
      <Link className="button small-button quiet" to="/kiriman/jadwal" search={{ tahun: tahun + 1 }}>
        {tahun + 1}
        <Icon name="kanan" />
      </Link>
    </nav>
  );
}
