import { stopReading } from '#formats';
import { problem } from '#kernel/problem.ts';
import type { ExitStatus } from './command.ts';
import type { Terminal } from './terminal.ts';

/** What shells expect of a program that was ended by Ctrl-C. */
const INTERRUPTED = 130;

/** Until a run that does not end in order is left. */
const PATIENCE = 15_000;

/** Signs of one keystroke may come twice: from the terminal, and handed on by npm. */
const SAME_KEYSTROKE = 500;

/**
 * Lets Ctrl-C end a run in order: queries are stopped at their servers, sessions closed, half-done results removed, and one
 * sentence is said. A second Ctrl-C leaves at once.
 */
export async function interruptible(
  run: (terminal: Terminal) => Promise<ExitStatus>,
  terminal: Terminal,
): Promise<number> {
  let since: number | undefined;
  const onInterrupt = (): void => {
    if (since !== undefined) {
      if (performance.now() - since > SAME_KEYSTROKE) process.exit(INTERRUPTED);
      return;
    }
    since = performance.now();
    terminal.endProgress();
    stopReading();
    setTimeout(() => process.exit(INTERRUPTED), PATIENCE).unref();
  };
  process.on('SIGINT', onInterrupt);
  try {
    const status = await run(mutedWhen(terminal, () => since !== undefined));
    if (since === undefined) return status;
    terminal.sayProblem(problem('DIBATALKAN'));
    // A log-in that is still under way would keep the process.
    return process.exit(INTERRUPTED);
  } finally {
    process.off('SIGINT', onInterrupt);
  }
}

/** What a stopped run still says would only bury the one sentence. */
function mutedWhen(terminal: Terminal, isMuted: () => boolean): Terminal {
  return {
    say: (sentence) => void (isMuted() || terminal.say(sentence)),
    sayProblem: (found) => void (isMuted() || terminal.sayProblem(found)),
    askSecret: (question) => terminal.askSecret(question),
    print: (text) => void (isMuted() || terminal.print(text)),
    progress: (label, done, total) => void (isMuted() || terminal.progress(label, done, total)),
    endProgress: () => terminal.endProgress(),
  };
}
