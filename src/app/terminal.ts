import { describeProblem, type Problem, withoutControls } from '#kernel/problem.ts';

/** Where a command speaks: people read standard error, programs read standard output. */
export interface Terminal {
  /** A sentence for people. */
  say(sentence: string): void;
  sayProblem(found: Problem): void;
  /** Asks for what must not be seen; undefined where nobody sits at the terminal. */
  askSecret(question: string): Promise<string | undefined>;
  /** Part of the result. */
  print(text: string): void;
  /** The bar of a long work, redrawn in place on a terminal; elsewhere a line whenever a stage begins or ends. */
  progress(label: string, done: number, total: number): void;
  /** Ends the bar, so that the next sentence begins a line. */
  endProgress(): void;
}

const BAR = 28;

/** Columns of the screen on which people read; where it is none, of a wide one. */
export const screenWidth = (): number => process.stderr.columns ?? 185;

export function createTerminal(
  out: NodeJS.WriteStream = process.stdout,
  err: NodeJS.WriteStream = process.stderr,
): Terminal {
  // A reader that has seen enough ("| head") closes the pipe: that is no error.
  out.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  let isDrawn = false;
  const endProgress = (): void => {
    if (isDrawn) err.write('\n');
    isDrawn = false;
  };
  const say = (sentence: string): void => {
    endProgress();
    err.write(`${sentence.split('\n').map(withoutControls).join('\n')}\n`);
  };
  return {
    say,
    sayProblem: (found) => say(describeProblem(found)),
    askSecret: (question) => {
      endProgress();
      return askSecret(question, err);
    },
    print: (text) => void out.write(text),
    progress(label, done, total) {
      if (!err.isTTY) {
        if (done === 0 || done === total) err.write(`${label} ${done}/${total}\n`);
        return;
      }
      const filled = total === 0 ? BAR : Math.round((done / total) * BAR);
      const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled);
      err.write(`\r\u001b[2K${bar} ${String(Math.round((100 * done) / Math.max(1, total))).padStart(3)}%  ${label}`);
      isDrawn = true;
    },
    endProgress,
  };
}

/** Reads one line without echo. */
async function askSecret(question: string, err: NodeJS.WriteStream): Promise<string | undefined> {
  const { stdin } = process;
  if (!stdin.isTTY || !err.isTTY) return undefined;
  err.write(`${question}: `);
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  let typed = '';
  try {
    for await (const text of stdin.iterator({ destroyOnReturn: false })) {
      for (const sign of String(text)) {
        if (sign === '\r' || sign === '\n' || sign === '\u0004') return typed;
        if (sign === '\u0003') process.exit(130);
        typed = sign === '\u007f' || sign === '\b' ? typed.slice(0, -1) : typed + sign;
      }
    }
    return typed;
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
    err.write('\n');
  }
}
