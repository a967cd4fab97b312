import { Presets, SingleBar } from 'cli-progress';
import type { PlantStats } from './stats';

export interface Progress {
  /** @param resumed how many of the captions an earlier run mined */
  update(bytes: number, stats: PlantStats, resumed: number): void;
  stop(): void;
}

const secondsBetweenLines = 5;

/** A bar with rate, time left and refusals on a terminal, a plain line now and then in a pipe; nothing if `quiet`. */
export function createProgress(totalBytes: number | undefined, quiet: boolean): Progress {
  if (quiet) return { update: () => {}, stop: () => {} };
  const started = Date.now();
  const seconds = () => Math.max(0.001, (Date.now() - started) / 1000);
  const rateOf = (stats: PlantStats, resumed: number) => Math.round((stats.captions - resumed) / seconds());
  // What was mined by an earlier run took no time of this one.
  let firstBytes: number | undefined;
  const timeLeft = (bytes: number): string => {
    if (totalBytes === undefined || firstBytes === undefined || bytes <= firstBytes) return '';
    const left = (seconds() * Math.max(0, totalBytes - bytes)) / (bytes - firstBytes);
    return `${showTime(left)} left`;
  };
  if (process.stderr.isTTY && totalBytes !== undefined) {
    const bar = new SingleBar(
      {
        format: 'mining {bar} {percentage} % | {captions} captions | {rate}/s | {refused} refused | {left}',
        hideCursor: true,
        clearOnComplete: true,
      },
      Presets.shades_classic,
    );
    bar.start(Math.max(1, totalBytes), 0, { captions: 0, rate: 0, refused: 0, left: '' });
    const stop = () => bar.stop();
    process.once('exit', stop);
    return {
      update(bytes, stats, resumed) {
        firstBytes ??= resumed === 0 ? 0 : bytes;
        const values = { captions: stats.captions, refused: refused(stats), left: timeLeft(bytes) };
        bar.update(bytes, { ...values, rate: rateOf(stats, resumed) });
      },
      stop() {
        stop();
        process.off('exit', stop);
      },
    };
  }
  let last = started;
  return {
    update(bytes, stats, resumed) {
      firstBytes ??= resumed === 0 ? 0 : bytes;
      // The end has a summary of its own.
      if (bytes === totalBytes || Date.now() - last < secondsBetweenLines * 1000) return;
      last = Date.now();
      const share = totalBytes ? ` (${Math.round((bytes / totalBytes) * 100)} %)` : '';
      const left = timeLeft(bytes);
      process.stderr.write(
        `mining: ${stats.captions} captions${share}, ${stats.negatives} negatives, ${refused(stats)} refused, ${rateOf(stats, resumed)} captions/s${left && `, ${left}`}\n`,
      );
    },
    stop: () => {},
  };
}

function refused({ refusals }: PlantStats): number {
  return Object.values(refusals).reduce((sum, times) => sum + times, 0);
}

function showTime(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
