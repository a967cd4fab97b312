import { InputError } from '../input-error';

/** The same items, until Ctrl-C or a polite kill: then it ends, after the one under way, in an InputError. */
export async function* untilInterrupted<T>(items: AsyncIterable<T>, outcome: string): AsyncGenerator<T> {
  let signal: string | undefined;
  const stop = (name: string) => {
    signal = name;
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    for await (const item of items) {
      if (signal !== undefined) throw new InputError(`stopped by ${signal}; ${outcome}.`);
      yield item;
    }
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}
