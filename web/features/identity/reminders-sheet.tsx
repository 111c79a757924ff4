import '@mantine/core/styles/Checkbox.layer.css';
import { Checkbox } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Fault } from '../../api/fault.tsx';
import { tell } from '../../api/request.ts';
import { meQuery, useCan, useMe } from '../../api/session.ts';
import { State } from '../../ui/glyph.tsx';
import { Sheet } from '../../ui/sheet.tsx';

/** Whether reminders of due deliveries come by mail; for those whom they concern. */
export function RemindersSheet() {
  const me = useMe();
  const can = useCan();
  const client = useQueryClient();
  const [isWanted, setWanted] = useState(me.pengingat);
  const change = useMutation({
    mutationFn: async (pengingat: boolean) => tell('saya', { method: 'PATCH', body: { pengingat } }),
    onMutate: setWanted,
    onError: () => setWanted(me.pengingat),
    onSettled: async () => client.invalidateQueries({ queryKey: meQuery.queryKey }),
  });
  if (!can('kiriman.kirim') && !can('jadwal.tetapkan')) return null;
  return (
    <Sheet title="Pengingat" rule="kiriman yang jatuh tempo atau terlambat">
      <div className="form sheet-body">
        <Fault error={change.error} />
        <Checkbox
          label="Ingatkan saya lewat surel"
          description={
            me.surel
              ? 'Dikirim ke surel dinas Anda.'
              : 'Surel dinas Anda belum diisi. Mintalah admin instansi Anda mengisinya; sampai itu tidak ada yang dikirim.'
          }
          checked={isWanted}
          onChange={(event) => change.mutate(event.currentTarget.checked)}
        />
        {change.isSuccess ? <State state="ok">Pilihan tersimpan</State> : null}
      </div>
    </Sheet>
  );
}
