import { TextInput } from '@mantine/core';
import { queryOptions } from '@tanstack/react-query';
import { grantableRoles } from '#identity/contract';
import { ask } from '../../api/request.ts';

/** The roles that the asker may give in an instansi. */
export const rolesQuery = (instansi: number) =>
  queryOptions({
    queryKey: ['pengguna', 'peran', instansi],
    queryFn: async ({ signal }) => ask(grantableRoles, 'pengguna/peran', { query: { instansi }, signal }),
  });

/** A password that somebody else has to be told, the one time that it is shown. */
export function FirstPassword({
  sandi,
  lama,
  onDone,
}: {
  readonly sandi: string;
  /** How long it holds, in words. */
  readonly lama: string;
  readonly onDone: () => void;
}) {
  return (
    <div className="form">
      <p>
        Sampaikan kata sandi pertama ini secara langsung. Hanya tampil sekali, berlaku {lama}, dan harus diganti saat
        pertama masuk.
      </p>
      <p className="mono secret">{sandi}</p>
      <div className="form-actions">
        <button type="button" className="button main" onClick={onDone}>
          Sudah dicatat
        </button>
      </div>
    </div>
  );
}

export function MailInput({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  return (
    <TextInput
      label="Surel dinas (boleh kosong)"
      description="Agar ia dapat masuk lewat penyedia identitas, bila portal memakainya."
      type="email"
      autoComplete="off"
      maxLength={120}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
