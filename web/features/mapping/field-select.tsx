import type { WorkbenchAnswer } from '#findings/contract';

interface FieldSelectProps {
  readonly label: string;
  readonly fields: WorkbenchAnswer['bidang'];
  readonly value: string;
  /** What choosing nothing means. */
  readonly nothing: string;
  readonly disabled?: boolean;
  readonly onChange: (kanonik: string | null) => void;
}

/** Any field of a person, by group. */
export function FieldSelect({ label, fields, value, nothing, disabled = false, onChange }: FieldSelectProps) {
  return (
    <label className="field-choice">
      <span>{label}</span>
      <select
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      >
        <option value="">{nothing}</option>
        {[...Map.groupBy(fields, ({ kelompok }) => kelompok)].map(([group, list]) => (
          <optgroup key={group} label={group}>
            {list.map(({ nama, label: name }) => (
              <option key={nama} value={nama}>
                {name} ({nama})
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  /** Values, or values with their words. */
  readonly options: readonly (string | readonly [value: string, word: string])[];
  readonly disabled?: boolean;
  readonly onChange: (value: string) => void;
}

/** One of a few. */
export function Select({ label, value, options, disabled = false, onChange }: SelectProps) {
  return (
    <label className="field-choice">
      <span>{label}</span>
      <select value={value} disabled={disabled} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map((option) => {
          const [key, word] = typeof option === 'string' ? [option, option] : option;
          return (
            <option key={key} value={key}>
              {word}
            </option>
          );
        })}
      </select>
    </label>
  );
}

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly type?: 'text' | 'number';
  readonly disabled?: boolean;
  readonly suggestions?: readonly string[];
  readonly onChange: (value: string) => void;
}

/** A short text; what is written counts when it is left or Enter is pressed. */
export function ShortText({ label, value, type = 'text', disabled = false, suggestions = [], onChange }: TextProps) {
  const list = `usul-${label.replaceAll(' ', '-')}`;
  return (
    <label className="field-choice">
      <span>{label}</span>
      <input
        key={value}
        type={type}
        defaultValue={value}
        disabled={disabled}
        list={suggestions.length === 0 ? undefined : list}
        onBlur={(event) => {
          if (event.currentTarget.value !== value) onChange(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
      {suggestions.length === 0 ? null : (
        <datalist id={list}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </label>
  );
}
