import { Checkbox, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.layer.css';
import { type FormEvent, useState } from 'react';
import type { View, ViewList } from '#identity/contract';
import { Fault } from '../api/fault.tsx';
import { shortName, useMe } from '../api/session.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useViewChanges } from './views.ts';

interface ViewDialogProps {
  readonly daftar: ViewList;
  /** The view that is changed; undefined for a new one. */
  readonly view: View | undefined;
  /** What the list shows now. */
  readonly parts: Readonly<Record<string, string>>;
  readonly onClose: () => void;
  readonly onSaved?: (tampilan: string) => void;
  readonly onGone?: () => void;
}

/** Names a view, shares it with one's instansi, or removes it. */
export function ViewDialog({ daftar, view, parts, onClose, onSaved, onGone }: ViewDialogProps) {
  const me = useMe();
  const { add, change, remove } = useViewChanges(daftar);
  const [nama, setNama] = useState(view?.nama ?? '');
  const [dibagikan, setDibagikan] = useState(view?.dibagikan ?? false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (nama.trim() === '') return;
    if (view !== undefined) change.mutate({ tampilan: view.tampilan, nama, dibagikan }, { onSuccess: onClose });
    else
      add.mutate(
        { nama, dibagikan, isi: { ...parts } },
        {
          onSuccess: ({ tampilan }) => {
            onSaved?.(tampilan);
            onClose();
          },
        },
      );
  };
  return (
    <Dialog title={view === undefined ? 'Simpan tampilan' : `Atur tampilan ${view.nama}`} isOpen onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <p className="second">Saringan, kolom, dan urutan yang tampil sekarang disimpan dengan satu nama.</p>
        <TextInput
          label="Nama tampilan"
          data-autofocus
          maxLength={60}
          value={nama}
          onChange={(event) => setNama(event.currentTarget.value)}
        />
        <Checkbox
          label={`Bagikan kepada pengguna lain di ${shortName(me.instansi.nama)}`}
          checked={dibagikan}
          onChange={(event) => setDibagikan(event.currentTarget.checked)}
        />
        <Fault error={add.error ?? change.error ?? remove.error} />
        <div className="form-actions">
          {view === undefined ? null : (
            <button
              type="button"
              className="button"
              onClick={() =>
                remove.mutate(view.tampilan, {
                  onSuccess: () => {
                    onGone?.();
                    onClose();
                  },
                })
              }
            >
              Hapus tampilan
            </button>
          )}
          <button type="button" className="button" onClick={onClose}>
            Batal
          </button>
          <button type="submit" className="button main" disabled={add.isPending || change.isPending}>
            Simpan
          </button>
        </div>
      </form>
    </Dialog>
  );
}
