import { useState } from 'react';
import { CHOICE_WORDS, type ChosenDifferences, type DecisionRequest, MOST_SINGLE } from '#decisions/contract';
import { DecisionDialog } from './decision-dialog.tsx';

const OFFERED: readonly DecisionRequest['pilihan'][] = ['bkn', 'simpeg', 'tunda'];

interface DecideButtonsProps {
  readonly instansi: number;
  readonly pilih: ChosenDifferences;
  /** What is decided about, such as the sentence of a cause. */
  readonly about: string;
  readonly isSmall?: boolean;
  /** While it is not known yet where the chosen ones stand. */
  readonly isDisabled?: boolean;
  readonly onDone?: () => void;
}

/** One button a choice; each asks once more before it decides. */
export function DecideButtons({
  instansi,
  pilih,
  about,
  isSmall = false,
  isDisabled = false,
  onDone,
}: DecideButtonsProps) {
  const [asked, setAsked] = useState<DecisionRequest['pilihan']>();
  const close = (): void => setAsked(undefined);
  return (
    <>
      {OFFERED.map((choice) => (
        <button
          key={choice}
          type="button"
          className={isSmall ? 'button small-button' : 'button'}
          disabled={isDisabled || ('perkara' in pilih && pilih.perkara.length > MOST_SINGLE)}
          onClick={() => setAsked(choice)}
        >
          {choice === 'tunda' ? 'Tunda' : CHOICE_WORDS[choice]}
        </button>
      ))}
      {asked === undefined ? null : (
        <DecisionDialog
          instansi={instansi}
          pilihan={asked}
          pilih={pilih}
          about={about}
          onClose={close}
          onDone={() => {
            close();
            onDone?.();
          }}
        />
      )}
    </>
  );
}
