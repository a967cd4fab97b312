/** What is measured: a clock in milliseconds, and the most memory that the process has had, in bytes. */
export interface Meters {
  readonly now: () => number;
  readonly peak: () => number;
}

const meters: Meters = {
  now: () => performance.now(),
  peak: () => process.resourceUsage().maxRSS * 1024,
};

/** A run that is over in less is watched, and nobody decides about it. In seconds. */
const shortest = 30;

/**
 * What a run will take, once its second step is made: the first one also starts threads and compiles. Called with each step;
 * gives a sentence at the second one where half a minute
 * is left, and else nothing.
 */
export function createForecast(steps: number, { now, peak }: Meters = meters) {
  let first: number | undefined;
  let isMeasured = false;
  return (step: number): string | undefined => {
    const at = now();
    if (first === undefined) {
      first = at;
      return undefined;
    }
    if (isMeasured) return undefined;
    isMeasured = true;
    const left = steps - step;
    const seconds = ((at - first) / 1000) * left;
    if (seconds < shortest) return undefined;
    const count = left === 1 ? 'last step' : `${left.toLocaleString('en-US')} steps left`;
    return `about ${duration(seconds)} for the ${count}, and ${(peak() / 1e9).toFixed(1)} GB of memory, measured on one step.`;
  };
}

/** In two units at most: 45 s, 12 min, 3 h 20 min, 2 d 4 h. */
function duration(seconds: number): string {
  if (seconds < 59.5) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`;
  return `${Math.floor(hours / 24)} d${hours % 24 === 0 ? '' : ` ${hours % 24} h`}`;
}
