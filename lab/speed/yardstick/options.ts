import { InputError } from '@slipform/kit/errors/input-error';
import { readFlags, wholeNumber, wholeNumbers } from '../flags';
import { type Task, tasks } from './tasks';

export interface YardstickOptions {
  /** Pythons with PyTorch; undefined: those that are found. */
  readonly torch: readonly string[] | undefined;
  /** Binaries of Node. */
  readonly node: readonly string[];
  readonly chromium: boolean;
  /** Binaries of Node that also run our side with what V8 has behind a flag. */
  readonly experimental: readonly string[];
  /** Threads of PyTorch; on our side 1 means no workers, and more means as many workers. */
  readonly threads: readonly number[];
  readonly tasks: readonly Task[];
  /** Turns of each side; undefined: each task's own number. */
  readonly rounds: number | undefined;
  readonly seconds: number;
  readonly updateDocs: boolean;
}

export const usage = `npm run bench:yardstick -w @slipform/clip -- [options]

  --torch PATH      a Python with PyTorch, several times; default: python3 and /usr/bin/python3
  --node PATH       a Node to run our side, several times; default: the one that runs this
  --threads 1,2     threads of PyTorch, and our workers (1: none)
  --no-chromium     without a page in Chromium (CHROMIUM_PATH, /usr/bin/chromium)
  --experimental PATH  a Node that runs our side also with what V8 has behind a flag, several times
  --tasks A;B       some of: ${tasks.map(({ name }) => name).join('; ')}
  --rounds N        turns of each side
  --seconds X       length of a turn, 1.5 by default
  --quick           two small tasks, two short rounds: whether all of it works
  --update-docs     puts the tables into docs/speed.md and README.md`;

const quick = { tasks: ['yardstick, 8', 'demo, 128'], rounds: 2, seconds: 0.2 };

/** @throws {InputError} for an option that is unknown or out of its range */
export function readOptions(args: readonly string[]): YardstickOptions {
  const flags = readFlags(args, {
    torch: { type: 'string', multiple: true },
    node: { type: 'string', multiple: true },
    'no-chromium': { type: 'boolean', default: false },
    experimental: { type: 'string', multiple: true },
    threads: { type: 'string', default: '1,2' },
    tasks: { type: 'string' },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    quick: { type: 'boolean', default: false },
    'update-docs': { type: 'boolean', default: false },
  });
  const names = flags.tasks?.split(';').map((name) => name.trim());
  const whole = { tasks: tasks.map(({ name }) => name), rounds: undefined, seconds: 1.5 };
  const defaults = flags.quick ? quick : whole;
  return {
    torch: flags.torch,
    node: flags.node ?? [process.execPath],
    chromium: !flags['no-chromium'],
    experimental: flags.experimental ?? [],
    threads: wholeNumbers('--threads', flags.threads, 1024),
    tasks: (names ?? defaults.tasks).map(taskOf),
    rounds: flags.rounds === undefined ? defaults.rounds : wholeNumber('--rounds', flags.rounds, 1000),
    seconds: flags.seconds === undefined ? defaults.seconds : positive('--seconds', flags.seconds),
    updateDocs: flags['update-docs'],
  };
}

function taskOf(name: string): Task {
  const task = tasks.find((each) => each.name === name);
  if (task !== undefined) return task;
  throw new InputError(
    `--tasks must name tasks with a semicolon between them, of ${tasks.map((each) => each.name).join('; ')}; got ${JSON.stringify(name)}.`,
  );
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new InputError(`${name} must be a number above 0, got ${JSON.stringify(text)}.`);
}
