import { CHOICE_WORDS, type Choice, type EffectAnswer } from '#decisions/contract';
import { formatNumber } from '../../../ui/format.ts';
import { useToast } from '../../../ui/toasts.tsx';
import { useStep } from './queries.ts';

interface Decided {
  readonly keputusan: string;
  readonly pilihan: Choice;
  readonly effect: EffectAnswer;
  readonly about: string;
}

/** Says what was decided, with the way back beside it; the decision itself stays in the list of decisions. */
export function useDecided(instansi: number): (decided: Decided) => void {
  const toast = useToast();
  const step = useStep();
  return ({ keputusan, pilihan, effect, about }) => {
    const undo = (): void =>
      step.mutate(
        { instansi, keputusan, langkah: 'urungkan' },
        {
          onSuccess: ({ perkara }) => toast({ text: `Keputusan atas ${formatNumber(perkara)} selisih diurungkan.` }),
          onError: (error) => toast({ text: error.message }),
        },
      );
    toast({
      text: `${CHOICE_WORDS[pilihan]}: ${effect.perkara === 1 ? about : `${formatNumber(effect.perkara)} selisih`}${effect.menunggu ? ', menunggu pengesahan' : ''}.`,
      action: (
        <button type="button" className="button small-button" onClick={undo}>
          Urungkan
        </button>
      ),
    });
  };
}
