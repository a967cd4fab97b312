import { Presets, SingleBar } from 'cli-progress';

export interface TrainProgress {
  update(step: number, loss: number, stepsPerSecond: number): void;
  stop(): void;
}

// Milliseconds between two plain lines.
const plainEvery = 5000;

/** A bar with rate and time left on a terminal; in a pipe a plain line now and then. */
export function createProgress(stream: NodeJS.WriteStream, steps: number): TrainProgress {
  if (!stream.isTTY) return plainLines(stream, steps);
  const bar = new SingleBar(
    {
      stream,
      format: 'training {bar} {value}/{total}  loss {loss}  {rate} steps/s  {left} left',
      hideCursor: true,
    },
    Presets.shades_classic,
  );
  bar.start(steps, 0, { loss: '–', rate: '–', left: '–' });
  return {
    update(step, loss, rate) {
      bar.update(step, { loss: loss.toFixed(3), rate: rate.toFixed(1), left: timeLeft(steps - step, rate) });
    },
    stop: () => bar.stop(),
  };
}

function plainLines(stream: NodeJS.WriteStream, steps: number): TrainProgress {
  let last = 0;
  return {
    update(step, loss, rate) {
      const now = performance.now();
      if (step !== steps && now - last < plainEvery) return;
      last = now;
      stream.write(
        `step ${step}/${steps}, loss ${loss.toFixed(4)}, ${rate.toFixed(1)} steps/s, ${timeLeft(steps - step, rate)} left\n`,
      );
    },
    stop() {},
  };
}

function timeLeft(steps: number, rate: number): string {
  const seconds = Math.round(steps / rate);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
