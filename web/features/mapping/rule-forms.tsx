import type { ChoiceRule, FilterPreview, FilterRule, JoinRule, WorkbenchAnswer } from '#findings/contract';
import { formatNumber } from '../../ui/format.ts';
import { FieldSelect, Select, ShortText } from './field-select.tsx';

export const REASONS = [
  ['tidak_aktif', 'tidak aktif lagi'],
  ['bukan_asn', 'bukan ASN'],
  ['usulan', 'baru usulan'],
  ['data_uji', 'data uji'],
  ['bukan_orang', 'bukan orang'],
] as const;

interface FilterFormProps {
  readonly filter: FilterRule;
  readonly columns: readonly string[];
  /** Values of the column with the rows that have them. */
  readonly values: FilterPreview['nilai'];
  readonly onChange: (filter: FilterRule) => void;
}

/** Which rows are no people in service: by the values of one column. */
export function FilterForm({ filter, columns, values, onChange }: FilterFormProps) {
  const { sumber, nilai, selain, alasan } = filter;
  const counts = new Map(values.map((one) => [one.nilai, one.jumlah]));
  const listed = [...new Set([...nilai, ...values.slice(0, MOST_LISTED).map((one) => one.nilai)])];
  const isChosen = (value: string): boolean => nilai.some((one) => isSameWord(one, value));
  const toggle = (value: string): void =>
    onChange({
      ...filter,
      nilai: isChosen(value) ? nilai.filter((one) => !isSameWord(one, value)) : [...nilai, value],
    });
  return (
    <>
      <Select
        label="Kolom"
        value={sumber}
        options={columns}
        onChange={(name) => onChange({ ...filter, sumber: name, nilai: [] })}
      />
      <Select
        label="Buang baris yang nilainya"
        value={selain ? 'selain' : 'ini'}
        options={[
          ['ini', 'salah satu dari ini'],
          ['selain', 'selain ini'],
        ]}
        onChange={(word) => onChange({ ...filter, selain: word === 'selain' })}
      />
      <fieldset className="value-list">
        <legend>Nilai</legend>
        {listed.map((value) => (
          <label key={value}>
            <input type="checkbox" checked={isChosen(value)} onChange={() => toggle(value)} />
            <span className="mono">{value === '' ? 'kosong' : value}</span>
            <small className="dim">{counts.has(value) ? formatNumber(counts.get(value) ?? 0) : ''}</small>
          </label>
        ))}
      </fieldset>
      <ShortText
        label="Nilai lain"
        value=""
        onChange={(text) => {
          if (text.trim() !== '') toggle(text.trim());
        }}
      />
      <Select
        label="Sebab"
        value={alasan}
        options={REASONS}
        onChange={(word) => onChange({ ...filter, alasan: REASONS.find(([one]) => one === word)?.[0] ?? alasan })}
      />
    </>
  );
}

/** Words are compared whatever their capitals, as the portal does. */
const isSameWord = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

const MOST_LISTED = 40;

interface ChoiceFormProps {
  readonly choice: ChoiceRule;
  readonly fields: WorkbenchAnswer['bidang'];
  readonly columns: readonly string[];
  /** Columns that feed the field. */
  readonly feeding: readonly string[];
  /** Common values of the column that decides. */
  readonly values: readonly string[];
  readonly onChange: (choice: ChoiceRule) => void;
}

const NONE = ['', 'tidak ada'] as const;

/** Which of several columns of one field counts, by the kind that another column tells. */
export function ChoiceForm({ choice, fields, columns, feeding, values, onChange }: ChoiceFormProps) {
  const { kanonik, menurut, bila, lain } = choice;
  const cases = [...new Set([...Object.keys(bila), ...values])];
  const setCase = (value: string, column: string): void => {
    const { [value]: _, ...others } = bila;
    onChange({ ...choice, bila: column === '' ? others : { ...others, [value]: column } });
  };
  const setOther = (column: string): void => {
    const { lain: _, ...rest } = choice;
    onChange(column === '' ? rest : { ...rest, lain: column });
  };
  return (
    <>
      <FieldSelect
        label="Bidang"
        fields={fields}
        value={kanonik}
        nothing="pilih bidang"
        onChange={(chosen) => onChange({ ...choice, kanonik: chosen ?? kanonik, bila: {} })}
      />
      <Select
        label="Menurut kolom"
        value={menurut}
        options={columns}
        onChange={(name) => onChange({ ...choice, menurut: name, bila: {} })}
      />
      {feeding.length < 2 ? (
        <p className="small dim">Petakan dahulu sekurangnya dua kolom ke bidang ini di bagian Kolom.</p>
      ) : (
        <>
          {cases.map((value) => (
            <Select
              key={value}
              label={`Bila ${value === '' ? 'kosong' : value}`}
              value={bila[value] ?? ''}
              options={[NONE, ...feeding]}
              onChange={(column) => setCase(value, column)}
            />
          ))}
          <ShortText
            label="Bila nilainya lain"
            value=""
            onChange={(text) => {
              if (text.trim() !== '') setCase(text.trim(), feeding[0] ?? '');
            }}
          />
          <Select label="Selain itu" value={lain ?? ''} options={[NONE, ...feeding]} onChange={setOther} />
        </>
      )}
    </>
  );
}

interface JoinFormProps {
  readonly join: JoinRule;
  readonly table: WorkbenchAnswer['riwayat'][number];
  /** Columns of the people's own table. */
  readonly columns: readonly string[];
  readonly onChange: (join: JoinRule) => void;
}

const FIRST = ['', 'yang pertama di berkas'] as const;

/** Which row of a history is the current one, and by what it finds its person. */
export function JoinForm({ join, table, columns, onChange }: JoinFormProps) {
  const { kunci, ke, terbesar, seri, hanya } = join;
  const set = (name: 'terbesar' | 'seri', column: string): void => {
    const { [name]: _, ...rest } = join;
    onChange(column === '' ? rest : { ...rest, [name]: column });
  };
  const [mark] = hanya;
  const setMark = (sumber: string, nilai: readonly string[]): void =>
    onChange({ ...join, hanya: sumber === '' ? [] : [{ sumber, nilai: [...nilai] }, ...hanya.slice(1)] });
  return (
    <>
      <Select
        label={`Kunci di ${table.tabel}`}
        value={kunci}
        options={table.kolom}
        onChange={(name) => onChange({ ...join, kunci: name })}
      />
      <Select
        label="Sama dengan kolom pegawai"
        value={ke}
        options={columns}
        onChange={(name) => onChange({ ...join, ke: name })}
      />
      <Select
        label="Baris yang berlaku: terbesar menurut"
        value={terbesar ?? ''}
        options={[FIRST, ...table.kolom]}
        onChange={(name) => set('terbesar', name)}
      />
      {terbesar === undefined ? null : (
        <Select
          label="Bila sama, menurut"
          value={seri ?? ''}
          options={[FIRST, ...table.kolom]}
          onChange={(name) => set('seri', name)}
        />
      )}
      <Select
        label="Hanya baris yang bertanda di"
        value={mark?.sumber ?? ''}
        options={[['', 'semua baris'], ...table.kolom]}
        onChange={(name) => setMark(name, name === mark?.sumber ? mark.nilai : ['1'])}
      />
      {mark === undefined ? null : (
        <ShortText
          label="Nilai tandanya (pisahkan dengan koma)"
          value={mark.nilai.join(', ')}
          onChange={(text) =>
            setMark(
              mark.sumber,
              text.split(',').map((one) => one.trim()),
            )
          }
        />
      )}
    </>
  );
}
