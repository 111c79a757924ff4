import { useState } from 'react';
import type { Choice, ChosenDifferences } from '#decisions/contract';
import { DecisionDialog } from './decision-dialog.tsx';
import { CHOICE_WORDS } from './words.ts';

const OFFERED: readonly Choice[] = ['bkn', 'simpeg', 'tunda'];

interface DecideButtonsProps {
  readonly instansi: number;
  readonly pilih: ChosenDifferences;
  /** What is decided about, such as the sentence of a cause. */
  readonly about: string;
  readonly isSmall?: boolean;
  readonly onDone?: () => void;
}

/** One button a choice; each asks once more before it decides. */
export function DecideButtons({ instansi, pilih, about, isSmall = false, onDone }: DecideButtonsProps) {
  const [asked, setAsked] = useState<Choice>();
  const close = (): void => setAsked(undefined);
  return (
    <>
      {OFFERED.map((choice) => (
        <button
          key={choice}
          type="button"
          className={isSmall ? 'button small-button' : 'button'}
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
