import { MultiBar, Presets } from 'cli-progress';
import { printable } from '../text/printable';

export interface ProgressBar {
  /**
   * @param done of the total
   * @param details what else the line shows: a loss, a phase
   * @param counted what the rate counts, where that is not `done`: captions, while `done` is bytes
   */
  update(done: number, details?: string, counted?: number): void;
}

export interface Progress {
  /**
   * A bar for one job; several stand below each other. Its clock starts with its first update, so that a job may wait
   * for its turn, and what was done before that one (by a run that is resumed) counts for no rate.
   *
   * @param total missing: the end is not known, and so is neither share nor time left
   * @param unit of the rate, in the plural: `steps`; missing: no rate is shown
   */
  start(title: string, total: number | undefined, unit?: string): ProgressBar;
  /** A line of text above the bars. */
  log(line: string): void;
  /** Takes the bars away. More may be started. */
  stop(): void;
}

/** Seconds between two plain lines of one job where the stream is no terminal. */
const PLAIN_EVERY = 5;

const silent: Progress = { start: () => ({ update() {} }), log() {}, stop() {} };

/**
 * How far a command is: bars with rate and time left on a terminal; in a pipe a line for each job every five seconds
 * and one at its end, if it lasted so long.
 */
export function createProgress(stream: NodeJS.WriteStream, { quiet = false } = {}): Progress {
  if (quiet) return silent;
  return stream.isTTY ? terminalProgress(stream) : plainProgress(stream);
}

function terminalProgress(stream: NodeJS.WriteStream): Progress {
  let bars: MultiBar | undefined;
  const stop = () => {
    // Draws once more: what was logged last is written then alone.
    bars?.update();
    bars?.stop();
    bars = undefined;
    process.off('exit', stop);
  };
  const open = () => {
    if (bars === undefined) {
      bars = new MultiBar(
        { stream, barsize: 24, hideCursor: true, stopOnComplete: false, autopadding: true },
        Presets.shades_classic,
      );
      // A signal may end the process while the cursor is hidden.
      process.once('exit', stop);
    }
    return bars;
  };
  return {
    start(title, total, unit) {
      const clock = startClock(total, unit);
      const share = total === undefined ? '' : ' {bar} {percentage} %';
      const bar = open().create(
        total ?? 1,
        0,
        { title: printable(title).padEnd(20), text: '' },
        {
          format: ` {title}${share}  {text}`,
        },
      );
      return {
        update(done, details = '', counted = done) {
          const text = clock(done, counted);
          bar.update(total === undefined ? 0 : done, {
            text: joined([details, text.count, text.rate, text.left]),
          });
        },
      };
    },
    log(line) {
      if (bars) bars.log(`${line}\n`);
      else stream.write(`${line}\n`);
    },
    stop,
  };
}

function plainProgress(stream: NodeJS.WriteStream): Progress {
  return {
    start(title, total, unit) {
      const clock = startClock(total, unit);
      const started = performance.now();
      let lastLine = started;
      let isOver = false;
      return {
        update(done, details = '', counted = done) {
          const text = clock(done, counted);
          const now = performance.now();
          if (isOver || now - lastLine < PLAIN_EVERY * 1000) return;
          isOver = done === total;
          lastLine = now;
          const share = total === undefined ? '' : `${Math.floor((100 * done) / Math.max(1, total))} %`;
          const words = [share, text.count, details, text.rate, text.left];
          stream.write(`${printable(title)}: ${joined(words)}\n`);
        },
      };
    },
    log(line) {
      stream.write(`${line}\n`);
    },
    stop() {},
  };
}

function joined(words: readonly string[]): string {
  return words.filter((word) => word !== '').join(', ');
}

/** What a line says of how much is done, how fast, and for how long still. */
function startClock(total: number | undefined, unit = '') {
  let start: { readonly at: number; readonly done: number; readonly counted: number } | undefined;
  return (done: number, counted: number) => {
    start ??= { at: performance.now(), done, counted };
    const seconds = (performance.now() - start.at) / 1000;
    const count =
      unit === ''
        ? ''
        : total === undefined || counted !== done
          ? `${counted} ${unit}`
          : `${done} of ${total} ${unit}`;
    if (seconds < 0.2 || done <= start.done) return { count, rate: '', left: '' };
    const rate = (counted - start.counted) / seconds;
    const left = total === undefined ? undefined : ((total - done) * seconds) / (done - start.done);
    return {
      count,
      rate: unit === '' ? '' : `${rate >= 100 ? Math.round(rate) : rate.toFixed(1)} ${unit}/s`,
      left: left === undefined ? '' : left <= 0 ? `took ${timeText(seconds)}` : `${timeText(left)} left`,
    };
  };
}

/** A duration as a person says it: `40 s`, `3 min 20 s`, `2 h 5 min`. */
export function timeText(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 10) return `${minutes} min ${whole % 60} s`;
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
