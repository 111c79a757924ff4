import { useId } from 'react';

interface SegmentsProps<Key extends string> {
  readonly label: string;
  readonly options: readonly (readonly [key: Key, word: string])[];
  readonly chosen: Key;
  readonly onChoose: (key: Key) => void;
}

/** One choice of a few, all in sight. */
export function Segments<Key extends string>({ label, options, chosen, onChoose }: SegmentsProps<Key>) {
  const name = useId();
  return (
    <div className="segments" role="radiogroup" aria-label={label}>
      {options.map(([key, word]) => (
        <label key={key}>
          <input type="radio" name={name} checked={key === chosen} onChange={() => onChoose(key)} />
          <span>{word}</span>
        </label>
      ))}
    </div>
  );
}
