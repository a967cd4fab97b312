import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  update(bytes: number, captions: number, negatives: number): void;
  stop(): void;
}

const secondsBetweenLines = 5;

/** A bar with rate and time left on a terminal, a plain line now and then in a pipe; nothing if `quiet`. */
export function createProgress(totalBytes: number | undefined, quiet: boolean): Progress {
  if (quiet) return { update: () => {}, stop: () => {} };
  const started = Date.now();
  const rate = (captions: number) => Math.round(captions / Math.max(0.001, (Date.now() - started) / 1000));
  if (process.stderr.isTTY && totalBytes !== undefined) {
    const bar = new SingleBar(
      {
        format: 'mining {bar} {percentage} % | {captions} captions | {rate}/s | {eta_formatted} left',
        hideCursor: true,
        clearOnComplete: true,
        etaBuffer: 50,
      },
      Presets.shades_classic,
    );
    bar.start(Math.max(1, totalBytes), 0, { captions: 0, rate: 0 });
    return {
      update: (bytes, captions) => bar.update(bytes, { captions, rate: rate(captions) }),
      stop: () => bar.stop(),
    };
  }
  let last = started;
  return {
    update(bytes, captions, negatives) {
      if (Date.now() - last < secondsBetweenLines * 1000) return;
      last = Date.now();
      const share = totalBytes ? ` (${Math.round((bytes / totalBytes) * 100)} %)` : '';
      process.stderr.write(
        `mining: ${captions} captions${share}, ${negatives} negatives, ${rate(captions)} captions/s\n`,
      );
    },
    stop: () => {},
  };
}
