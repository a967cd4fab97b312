import { Presets, SingleBar } from 'cli-progress';

export interface ItemProgress {
  update(done: number): void;
  stop(): void;
}

// Milliseconds between two plain lines.
const plainEvery = 5000;

/** A bar with rate and time left on a terminal; in a pipe a plain line now and then. */
export function createItemProgress(stream: NodeJS.WriteStream, what: string, total: number): ItemProgress {
  const started = performance.now();
  const rateOf = (done: number) => (1000 * done) / Math.max(1, performance.now() - started);
  const leftOf = (done: number) => timeLeft((total - done) / Math.max(1e-9, rateOf(done)));
  if (stream.isTTY) {
    const bar = new SingleBar(
      {
        stream,
        format: `${what} {bar} {value}/{total}  {rate}/s  {left} left`,
        hideCursor: true,
        clearOnComplete: true,
      },
      Presets.shades_classic,
    );
    bar.start(total, 0, { rate: '–', left: '–' });
    return {
      update: (done) => bar.update(done, { rate: rateOf(done).toFixed(1), left: leftOf(done) }),
      stop: () => bar.stop(),
    };
  }
  let last = started;
  return {
    update(done) {
      const now = performance.now();
      if (now - last < plainEvery) return;
      last = now;
      stream.write(`${what} ${done}/${total}, ${rateOf(done).toFixed(1)}/s, ${leftOf(done)} left\n`);
    },
    stop() {},
  };
}

function timeLeft(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  return whole < 3600
    ? `${Math.floor(whole / 60)} min`
    : `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
