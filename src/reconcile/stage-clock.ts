export interface StageTime {
  readonly tahap: string;
  readonly detik: number;
  readonly detikCpu: number;
}

/** Wall and CPU seconds of each stage of one run, all threads counted, and the peak memory of the process. */
export class StageClock {
  readonly #stages: StageTime[] = [];
  #wall = performance.now();
  #cpu = process.cpuUsage();

  end(tahap: string): void {
    const used = process.cpuUsage(this.#cpu);
    const wall = performance.now();
    this.#stages.push({
      tahap,
      detik: round((wall - this.#wall) / 1000),
      detikCpu: round((used.user + used.system) / 1e6),
    });
    this.#wall = wall;
    this.#cpu = process.cpuUsage();
  }

  report(): {
    readonly tahap: readonly StageTime[];
    readonly detik: number;
    readonly detikCpu: number;
    readonly memoriPuncakMb: number;
  } {
    const sum = (of: (stage: StageTime) => number): number =>
      round(this.#stages.reduce((total, stage) => total + of(stage), 0));
    return {
      tahap: this.#stages,
      detik: sum(({ detik }) => detik),
      detikCpu: sum(({ detikCpu }) => detikCpu),
      memoriPuncakMb: Math.round(process.resourceUsage().maxRSS / 1024),
    };
  }
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
