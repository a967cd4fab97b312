import { MultiBar, Presets } from 'cli-progress';
import { formatSeconds } from '../report/format-number';

interface ProgressBar {
  /** `done` of the total given at the start; `phase` says what is going on. */
  update(done: number, phase?: string): void;
}

export interface Progress {
  /** A bar for a job with a known number of parts. */
  start(title: string, total: number, unit: string): ProgressBar;
  /** A line of text above the bars. */
  log(line: string): void;
  stop(): void;
}

/** Seconds between two plain lines of one job where the stream is no terminal. */
const PLAIN_EVERY = 10;

/** Bars with rate and time left on a terminal, a plain line now and then in a pipe, nothing if `quiet`. */
export function createProgress(stream: NodeJS.WriteStream, { quiet = false } = {}): Progress {
  if (quiet) return { start: () => ({ update() {} }), log() {}, stop() {} };
  return stream.isTTY ? terminalProgress(stream) : plainProgress(stream);
}

function terminalProgress(stream: NodeJS.WriteStream): Progress {
  let bars: MultiBar | undefined;
  const open = () => {
    bars ??= new MultiBar(
      {
        stream,
        format: ' {title} {bar} {percentage} %  {phase}{rate}  {left}',
        barsize: 24,
        hideCursor: true,
        clearOnComplete: false,
        stopOnComplete: false,
        autopadding: true,
      },
      Presets.shades_classic,
    );
    return bars;
  };
  return {
    start(title, total, unit) {
      const clock = createClock(total, unit);
      const bar = open().create(total, 0, { title: title.padEnd(20), phase: '', rate: '', left: '' });
      return {
        update(done, phase = '') {
          const { rate, left } = clock(done);
          bar.update(done, { phase: phase && `${phase} `, rate, left });
        },
      };
    },
    log(line) {
      if (bars) bars.log(`${line}\n`);
      else stream.write(`${line}\n`);
    },
    stop() {
      bars?.stop();
      bars = undefined;
    },
  };
}

function plainProgress(stream: NodeJS.WriteStream): Progress {
  return {
    start(title, total, unit) {
      const clock = createClock(total, unit);
      let lastLine = performance.now();
      let finished = false;
      return {
        update(done, phase = '') {
          const now = performance.now();
          if (finished || (done < total && now - lastLine < PLAIN_EVERY * 1000)) return;
          finished = done >= total;
          lastLine = now;
          const { rate, left } = clock(done);
          const words = [`${title}: ${Math.round((100 * done) / total)} %`, phase, rate, left].filter(
            Boolean,
          );
          stream.write(`${words.join(', ')}\n`);
        },
      };
    },
    log(line) {
      stream.write(`${line}\n`);
    },
    stop() {},
  };
}

function createClock(total: number, unit: string) {
  // A job may wait for its turn, so the clock starts with its first sign of life.
  let start: number | undefined;
  return (done: number) => {
    start ??= performance.now();
    const seconds = (performance.now() - start) / 1000;
    const rate = done / seconds;
    if (done === 0 || seconds < 0.2) return { rate: '', left: '' };
    return {
      rate: `${rate >= 100 ? Math.round(rate).toLocaleString('en') : rate.toFixed(1)} ${unit}/s`,
      left: done >= total ? `took ${formatSeconds(seconds)}` : `${formatSeconds((total - done) / rate)} left`,
    };
  };
}
