import { median } from '../yardstick/statistics';
import { drain } from './drain';

/** Times of one piece of work. */
export interface Rounds {
  /** Median of the rounds, in ms for each piece. */
  readonly ms: number;
  /** Of each round. */
  readonly rounds: readonly number[];
  /** Pieces in a round. */
  readonly pieces: number;
}

/** How long is measured. */
export interface Patience {
  readonly rounds: number;
  /** A round takes about so long; 0 for a single piece. */
  readonly seconds: number;
}

/**
 * Times `work(n)`, which does n pieces: one to warm up, two to see how many fill a round, then the rounds. The queue of
 * the GPU is drained before and after each round, and in it never by this file.
 */
export async function measure(
  work: (pieces: number) => Promise<void>,
  { rounds, seconds }: Patience,
): Promise<Rounds> {
  const time = async (pieces: number) => {
    await drain();
    const start = performance.now();
    await work(pieces);
    await drain();
    return (performance.now() - start) / pieces;
  };
  await time(1);
  const pieces =
    seconds === 0 ? 1 : Math.min(200, Math.max(2, Math.ceil((1000 * seconds) / (await time(2)))));
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await time(pieces));
  return { ms: median(times), rounds: times, pieces };
}
