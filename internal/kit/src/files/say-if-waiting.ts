import { say } from '../command/say';

const seconds = 3;

/**
 * Says on standard error what the command waits for, if it waits for more than some seconds: a pipe without a partner
 * would be silence for ever.
 *
 * @param what undefined if there is nothing to wait for
 */
export function sayIfWaiting(what: string | undefined): { stop(): void } {
  if (what === undefined) return { stop: () => {} };
  const timer = setTimeout(() => say(`waiting for ${what} …`), seconds * 1000);
  timer.unref();
  return { stop: () => clearTimeout(timer) };
}
