import '@mantine/core/styles/Checkbox.layer.css';
import { Checkbox, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RhythmAnswer, ScheduleAnswer, ScheduleRow } from '#intake/contract';
import { Fault } from '../../api/fault.tsx';
import { tell } from '../../api/request.ts';
import { shortName } from '../../api/session.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { EVERY_WORDS } from './schedule-words.ts';

const USUAL: RhythmAnswer = { setiapBulan: 1, tanggal: 10, ingatkan: 3 };
const EVERY = [1, 3, 6, 12] as const;
const DAYS = Array.from({ length: 31 }, (_, at) => String(at + 1));
const AHEAD = ['0', '1', '2', '3', '5', '7', '14'] as const;

interface RhythmDialogProps {
  readonly general: ScheduleAnswer['umum'];
  /** The instansi whose own rhythm is changed; without it that of everybody. */
  readonly row?: ScheduleRow;
  readonly onClose: () => void;
}

/** When deliveries are due, from the next month on. */
export function RhythmDialog({ general, row, onClose }: RhythmDialogProps) {
  const client = useQueryClient();
  const before =
    (row === undefined ? (general.mendatang ?? general).irama : (row.mendatang?.irama ?? row.irama)) ?? USUAL;
  const [irama, setRhythm] = useState(before);
  const [isGeneral, setGeneral] = useState(
    row !== undefined && (row.mendatang === null ? !row.sendiri : row.mendatang.irama === null),
  );
  const save = useMutation({
    mutationFn: async () =>
      row === undefined
        ? tell('jadwal/umum', { method: 'PUT', body: irama })
        : tell(`jadwal/${row.instansi}`, { method: 'PUT', body: { irama: isGeneral ? null : irama } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['jadwal'] });
      onClose();
    },
  });
  const change = (next: Partial<RhythmAnswer>): void => setRhythm({ ...irama, ...next });
  return (
    <Dialog
      title={row === undefined ? 'Jadwal umum semua pengirim' : `Jadwal ${shortName(row.nama)}`}
      isOpen
      onClose={onClose}
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <p>Perubahan berlaku mulai bulan depan; kiriman yang sudah jatuh tempo tetap ditunggu.</p>
        <Fault error={save.error} />
        {row === undefined ? null : (
          <Checkbox
            label="Ikuti jadwal umum"
            checked={isGeneral}
            onChange={(event) => setGeneral(event.currentTarget.checked)}
          />
        )}
        <NativeSelect
          label="Seberapa sering"
          disabled={isGeneral}
          value={String(irama.setiapBulan)}
          onChange={(event) => {
            const chosen = EVERY.find((each) => String(each) === event.currentTarget.value);
            if (chosen !== undefined) change({ setiapBulan: chosen });
          }}
          data={EVERY.map((each) => ({ value: String(each), label: EVERY_WORDS[each] }))}
        />
        <NativeSelect
          label="Paling lambat tanggal"
          description="Pada bulan yang lebih pendek: hari terakhirnya."
          disabled={isGeneral}
          value={String(irama.tanggal)}
          onChange={(event) => change({ tanggal: Number(event.currentTarget.value) })}
          data={DAYS}
        />
        <NativeSelect
          label="Ingatkan lewat surel"
          disabled={isGeneral}
          value={String(irama.ingatkan)}
          onChange={(event) => change({ ingatkan: Number(event.currentTarget.value) })}
          data={AHEAD.map((days) => ({
            value: days,
            label: days === '0' ? 'hanya bila terlambat' : `${days} hari sebelumnya`,
          }))}
        />
        <div className="form-actions">
          <button type="button" className="button" onClick={onClose}>
            Batal
          </button>
          <button type="submit" className="button main" disabled={save.isPending}>
            Simpan jadwal
          </button>
        </div>
      </form>
    </Dialog>
  );
}
