import { availableParallelism, cpus, loadavg, platform, release } from 'node:os';

/** Where a race was run. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly system: string;
  /** Of the last minute, before the race. */
  readonly load: number;
}

export function thisMachine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'an unknown processor',
    cores: availableParallelism(),
    system: `${platform()} ${release()}`,
    load: loadavg()[0]!,
  };
}

/** A warning where other work ran in the minute before, which makes rates too small and spreads large. */
export function loadWarning({ load, cores }: Machine): string | undefined {
  if (load < 0.3) return undefined;
  return `warning: the load average is ${load.toFixed(1)} on ${cores} cores, so other work is running: read the ratios and not the rates, and repeat it on a quiet machine.`;
}
