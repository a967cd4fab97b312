import type { SideResult, TaskResult } from './result';
import { median, ratioOf, type Spread } from './statistics';

/** A PyTorch's name without its threads. */
function opponentOf({ name }: SideResult): string {
  return name.replace(/, \d+ threads$/, '');
}

/** A Node's or Chromium's name without its workers. */
export function runtimeOf({ name }: SideResult): string {
  return name.replace(/, \d+ workers$/, '');
}

/** The opponents of all tasks, in their order. */
export function opponentsOf(results: readonly TaskResult[]): string[] {
  const sides = results.flatMap((result) => result.sides);
  return [...new Set(sides.filter(({ kind }) => kind === 'torch').map(opponentOf))];
}

/** A side's part of the rate that an opponent has on as many threads; undefined where they did not meet. */
export function partOf(side: SideResult, opponent: string, { sides }: TaskResult): Spread | undefined {
  const other = sides.find(
    (each) => each.kind === 'torch' && each.threads === side.threads && opponentOf(each) === opponent,
  );
  return other === undefined ? undefined : ratioOf(side.rates, other.rates);
}

/** The same runtime without workers, or the same opponent on one thread. */
export function aloneOf(side: SideResult, { sides }: TaskResult): SideResult | undefined {
  const nameOf = side.kind === 'torch' ? opponentOf : runtimeOf;
  if (side.threads === 1) return undefined;
  return sides.find((each) => each.kind === side.kind && each.threads === 1 && nameOf(each) === nameOf(side));
}

/** How many times as fast a side is as on one thread. */
export function gainOf(side: SideResult, result: TaskResult): Spread | undefined {
  const alone = aloneOf(side, result);
  return alone === undefined ? undefined : ratioOf(side.rates, alone.rates);
}

/** What each worker adds to the process that has loaded the model, MiB. */
export function workerMiB({ kind, threads, peakMiB, loadedMiB }: SideResult): number | undefined {
  if (kind !== 'ours' || threads === 1 || peakMiB === undefined || loadedMiB === undefined) return undefined;
  return (peakMiB - loadedMiB) / threads;
}

/** The coordinating thread's CPU time as a part of a step of Node with workers. A page's is not known. */
export function serialPart({ kind, name, threads, mainMs, stepMs }: SideResult): number | undefined {
  if (kind !== 'ours' || threads === 1 || !name.startsWith('Node') || mainMs.length === 0) return undefined;
  return median(mainMs.map((ms, round) => ms / stepMs[round]!));
}
