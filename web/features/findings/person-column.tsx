import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { instansiQuery, shortName } from '../../api/session.ts';
import type { Column } from '../../ui/data-table.tsx';
import { Nip } from '../../ui/nip.tsx';

interface PersonOfRow {
  readonly instansi: number;
  readonly orang: string;
  readonly nama: string;
  readonly nip: string;
}

/** The person of a row: the name leads to the page, the NIP stands below. */
export const PERSON_COLUMN: Column<PersonOfRow> = {
  key: 'nama',
  head: 'Nama, NIP',
  name: 'Nama',
  narrow: 'whole',
  isFixed: true,
  exported: ['nama', 'nip'],
  cell: (row) => (
    <>
      <Link className="row-link" to="/pegawai/$dari/$orang" params={{ dari: String(row.instansi), orang: row.orang }}>
        {row.nama}
      </Link>
      <small className="under">
        <Nip value={row.nip} />
      </small>
    </>
  ),
};

/** Short names of instansi by code; the code itself where one is not known yet. */
export function useInstansiNames(): (instansi: number) => string {
  const { data: instansi = [] } = useQuery(instansiQuery);
  return useMemo(() => {
    const names = new Map(instansi.map((one) => [one.instansi, one.nama]));
    return (code) => shortName(names.get(code) ?? String(code));
  }, [instansi]);
}
