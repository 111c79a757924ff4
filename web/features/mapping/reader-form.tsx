import { Select, ShortText } from './field-select.tsx';
import { beginReader, innerOf, ORDERS, partsOf, type Reader, READER_KINDS, textOf } from './readers.ts';
import type { ColumnRow } from './rows.ts';

interface ReaderFormProps {
  readonly row: ColumnRow;
  readonly reader: Reader;
  readonly columns: readonly string[];
  readonly canEdit: boolean;
  readonly onReader: (reader: Reader) => void;
}

/** How the values of a column become the values of its field, set by hand; every change is read at once. */
export function ReaderForm({ row, reader, columns, canEdit, onReader }: ReaderFormProps) {
  const kind = READER_KINDS.find(([one]) => one === reader.jenis)?.[0];
  const set = (change: Readonly<Record<string, unknown>>): void => onReader({ ...reader, ...change });
  return (
    <fieldset className="reader-form" disabled={!canEdit}>
      <legend className="hidden-text">Cara membaca sendiri</legend>
      <Select
        label="Jenis"
        value={kind ?? ''}
        options={[...(kind === undefined ? [['', 'dicari di tabel kode berkas'] as const] : []), ...READER_KINDS]}
        onChange={(value) => {
          const chosen = READER_KINDS.find(([one]) => one === value)?.[0];
          if (chosen !== undefined) onReader(beginReader(chosen, row, columns));
        }}
      />
      {kind === 'tanggal' || kind === 'teks_tanggal' ? (
        <Select
          label="Urutan tanggal"
          value={textOf(reader, 'urutan')}
          options={ORDERS}
          onChange={(urutan) => set({ urutan })}
        />
      ) : null}
      {kind === 'teks_tanggal' ? (
        <Select
          label="Ambil"
          value={textOf(reader, 'ambil')}
          options={[
            ['teks', 'teksnya'],
            ['tanggal', 'tanggalnya'],
          ]}
          onChange={(ambil) => set({ ambil })}
        />
      ) : null}
      {kind === 'potong' ? <Pieces reader={reader} set={set} /> : null}
      {kind === 'sambung' ? <Joined reader={reader} columns={columns} set={set} /> : null}
      {kind === 'tanggal_terpisah'
        ? (['hari', 'bulan', 'tahun'] as const).map((part) => (
            <Select
              key={part}
              label={`Kolom ${part}`}
              value={textOf(reader, part)}
              options={columns}
              onChange={(name) => set({ [part]: name })}
            />
          ))
        : null}
      {kind === 'bentang' ? <Spread reader={reader} set={set} /> : null}
      {kind === 'kode' ? <p className="small dim">Arti tiap kode diisi di bagian Kode.</p> : null}
    </fieldset>
  );
}

interface PartProps {
  readonly reader: Reader;
  readonly set: (change: Readonly<Record<string, unknown>>) => void;
}

function Pieces({ reader, set }: PartProps) {
  const pieces = Number(reader['dari'] ?? 2);
  return (
    <>
      <ShortText label="Pemisah" value={textOf(reader, 'pemisah')} onChange={(pemisah) => set({ pemisah })} />
      <ShortText
        label="Jumlah bagian"
        type="number"
        value={String(pieces)}
        onChange={(text) => set({ dari: Math.min(20, Math.max(2, Math.trunc(Number(text)) || 2)) })}
      />
      <Select
        label="Ambil bagian"
        value={textOf(reader, 'ambil')}
        options={Array.from({ length: pieces }, (_, at) => String(at + 1))}
        onChange={(text) => set({ ambil: Number(text) })}
      />
      <Select
        label="Bagian itu dibaca"
        value={innerOf(reader)}
        options={[
          ['langsung', 'apa adanya'],
          ['kode_lokal', 'kode sendiri, dipelajari dari BKN'],
          ...ORDERS.map(([order, words]) => [`tanggal ${order}`, `tanggal: ${words}`] as const),
        ]}
        onChange={(text) => {
          const [jenis, urutan] = text.split(' ');
          set({ lalu: urutan === undefined ? { jenis } : { jenis, urutan } });
        }}
      />
    </>
  );
}

function Joined({ reader, columns, set }: PartProps & { readonly columns: readonly string[] }) {
  const parts = partsOf(reader);
  return (
    <>
      {parts.map((part, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- the same column may stand twice
        <div key={at} className="with-button">
          <Select
            label={`Kolom ke-${at + 1}`}
            value={part}
            options={columns}
            onChange={(name) => set({ kolom: parts.with(at, name) })}
          />
          {parts.length > 1 ? (
            <button
              type="button"
              className="button small-button"
              aria-label={`Lepas kolom ke-${at + 1}`}
              onClick={() => set({ kolom: parts.toSpliced(at, 1) })}
            >
              Lepas
            </button>
          ) : null}
        </div>
      ))}
      <button
        type="button"
        className="button small-button"
        onClick={() => set({ kolom: [...parts, columns[columns.indexOf(parts.at(-1) ?? '') + 1] ?? columns[0] ?? ''] })}
      >
        Tambah kolom
      </button>
      <ShortText label="Disambung dengan" value={textOf(reader, 'pemisah')} onChange={(pemisah) => set({ pemisah })} />
    </>
  );
}

function Spread({ reader, set }: PartProps) {
  return (
    <>
      <ShortText label="Nama kelompok" value={textOf(reader, 'kelompok')} onChange={(kelompok) => set({ kelompok })} />
      <ShortText
        label="Urutan kelompok"
        type="number"
        value={textOf(reader, 'urut')}
        onChange={(text) => set({ urut: Number(text) || 0 })}
      />
      <Select
        label="Ambil"
        value={textOf(reader, 'ambil') || 'isi'}
        options={[
          ['isi', 'isi kolom'],
          ['kelompok', 'nama kelompoknya'],
        ]}
        onChange={(ambil) => set({ ambil })}
      />
      <p className="small dim">Dari kelompok yang terisi, yang berurutan terbesar berlaku.</p>
    </>
  );
}
