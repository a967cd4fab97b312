import { Interrupted } from '../command/interruption';
import { InputError, UsageError } from '../errors/input-error';
import { HeldByAnother } from '../files/lock';

export interface RunShardsOptions<S> {
  /** A shard failed, by its input or its output; the others go on. Called once for each. */
  readonly onFailure: (shard: S, error: Error) => void;
  /** All that is left is held by other processes, and is waited for. Called once, before the first pause. */
  readonly onWait: (shards: readonly S[], error: Error) => void;
  /** Milliseconds between two looks at shards that others hold. Default: 1000. */
  readonly pause?: number;
}

/**
 * Does shards one after another. What another living process holds comes last and is then waited for: when that process
 * has finished it, `attempt` finds it done, and when that process died, `attempt` gets its lock and makes it. So two
 * runs over the same shards share the work, whenever they start, and both end well.
 *
 * @param attempt makes a shard, or finds it done; it must throw `HeldByAnother` (as `acquireLock` does) before it works
 * @returns what `attempt` returned, in the order in which shards were done
 * @throws what is no fault of a shard: an interruption, wrong usage, a bug
 */
export async function runShards<S, R>(
  shards: readonly S[],
  attempt: (shard: S) => Promise<R>,
  { onFailure, onWait, pause = 1000 }: RunShardsOptions<S>,
): Promise<R[]> {
  const results: R[] = [];
  let left = shards;
  let isWaiting = false;
  while (left.length > 0) {
    const held: S[] = [];
    let last: Error | undefined;
    for (const shard of left) {
      try {
        results.push(await attempt(shard));
      } catch (error) {
        if (!InputError.isInstance(error)) throw error;
        if (error instanceof HeldByAnother) {
          held.push(shard);
          last = error;
        } else if (error instanceof Interrupted || error instanceof UsageError) throw error;
        else onFailure(shard, error);
      }
    }
    if (last !== undefined && held.length === left.length) {
      if (!isWaiting) onWait(held, last);
      isWaiting = true;
      // Not all that wait look at the same moment.
      await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())));
    }
    left = held;
  }
  return results;
}

/** An input of which nothing was made, and why. */
export interface FailedShard {
  readonly file: string;
  readonly message: string;
}

/** `runShards` for a command, which says what fails and what is waited for. @param failed gets the inputs that fail */
export function runShardsAloud<S extends { readonly file: string }, R>(
  shards: readonly S[],
  attempt: (shard: S) => Promise<R>,
  { failed, say, quiet = false }: { failed: FailedShard[]; say: (text: string) => void; quiet?: boolean },
): Promise<R[]> {
  return runShards(shards, attempt, {
    onFailure({ file }, { message }) {
      say(message);
      failed.push({ file, message });
    },
    onWait(held, { message }) {
      if (!quiet) say(`waiting for ${held.length} of ${shards.length} inputs: ${message}`);
    },
  });
}
