import { Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { TrialAnswer, WorkbenchAnswer } from '#findings/contract';
import { Fault } from '../../api/fault.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatNumber } from '../../ui/format.ts';
import { countDecisions, type Decisions } from './draft.ts';
import { confirmVersion, type Place, saveVersion, tryVersion } from './queries.ts';
import { Trial } from './trial.tsx';

interface SaveDialogProps {
  readonly place: Place;
  readonly workbench: WorkbenchAnswer;
  readonly decisions: Decisions;
  readonly open: number;
  readonly onClose: () => void;
}

/** Keeps the recipe as the next version, tries it on earlier deliveries, and lets it act: three steps, each in sight. */
export function SaveDialog({ place, workbench, decisions, open, onClose }: SaveDialogProps) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [note, setNote] = useState('');
  const [trial, setTrial] = useState<TrialAnswer>();
  const save = useMutation({
    mutationFn: async () => {
      const { versi } = await saveVersion(place, decisions, note);
      if (workbench.kirimanLama > 0) setTrial(await tryVersion(place.dari, versi));
      return versi;
    },
    onSettled: async () => client.invalidateQueries({ queryKey: ['buku', place.dari] }),
  });
  const confirm = useMutation({
    mutationFn: async (versi: number) => confirmVersion(place.dari, versi),
    onSuccess: async () => {
      client.removeQueries({ queryKey: ['pemetaan'] });
      client.removeQueries({ queryKey: ['pratinjau'] });
      await client.invalidateQueries();
      await navigate({ to: '/kiriman/$dari/$kiriman', params: place });
    },
  });
  const fault = save.error ?? confirm.error;
  const versi = save.data;
  const isWaiting = workbench.keadaan === 'diperiksa' || workbench.keadaan === 'ditolak';
  return (
    <Dialog
      title={versi === undefined ? `Simpan sebagai versi ${workbench.versiBerikut}?` : `Versi ${versi} tersimpan`}
      isOpen
      onClose={onClose}
    >
      <div className="form">
        {versi === undefined ? (
          <>
            <p className="second">
              {countDecisions(decisions) === 0
                ? 'Pemetaan dipakai apa adanya.'
                : `${formatNumber(countDecisions(decisions))} hal diputuskan.`}{' '}
              {open === 0 ? '' : `${formatNumber(open)} kolom yang masih perlu dilihat tidak akan dipakai. `}
              Versi ini belum berlaku sebelum disahkan.
            </p>
            <Textarea
              label="Catatan (boleh kosong)"
              autosize
              minRows={2}
              maxLength={300}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
          </>
        ) : (
          <>
            {trial === undefined ? (
              <p className="second">Belum ada kiriman terbit untuk mencobanya.</p>
            ) : (
              <Trial trial={trial} />
            )}
            <p className="second">
              {isWaiting
                ? 'Sesudah disahkan, kiriman ini diperiksa ulang dengan versi ini, dan kiriman berikutnya yang berstruktur sama langsung dikenali.'
                : 'Sesudah disahkan, kiriman berikutnya yang berstruktur sama dibaca dengan versi ini. Data yang terbit tidak berubah.'}
            </p>
          </>
        )}
        <Fault error={fault} />
        <div className="form-actions">
          <button type="button" className="button" onClick={onClose}>
            {versi === undefined ? 'Batal' : 'Nanti'}
          </button>
          {versi === undefined ? (
            <button
              type="button"
              className="button main"
              data-autofocus
              disabled={save.isPending}
              onClick={() => save.mutate()}
            >
              {save.isPending
                ? 'Menyimpan dan mencoba ...'
                : workbench.kirimanLama === 0
                  ? `Simpan sebagai v${workbench.versiBerikut}`
                  : `Simpan dan coba pada ${formatNumber(workbench.kirimanLama)} kiriman lama`}
            </button>
          ) : (
            <button
              type="button"
              className="button main"
              disabled={confirm.isPending}
              onClick={() => confirm.mutate(versi)}
            >
              Sahkan versi {versi}
            </button>
          )}
        </div>
      </div>
    </Dialog>
  );
}
