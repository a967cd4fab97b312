import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { Contender, Side } from './contender';
import { distance } from './figures';
import type { Task } from './tasks';

export interface RaceOptions {
  readonly rounds: number;
  /** About how long a turn takes; two steps at least in training. */
  readonly seconds: number;
  /** Called with what is going on. */
  readonly say: (text: string) => void;
}

/** Steps at the start, which warm up and whose losses have to be PyTorch's. */
const checkedSteps = 12;
const maxOff = 1e-3;

interface Runner {
  readonly side: Side;
  readonly contender: Contender;
  readonly check: readonly number[];
  readonly stepsPerTurn: number;
  readonly rates: number[];
  readonly cpuMs: number[];
  readonly mainMs: number[];
  readonly stepMs: number[];
}

/**
 * All sides at one task: each loads it and takes twelve steps, as many sides at a time as there are cores; then they
 * take turns alone, in an order that is rotated from round to round.
 *
 * @throws where a side's losses are not PyTorch's
 */
export async function raceAt(
  task: Task,
  sides: readonly Side[],
  folder: string,
  { rounds, seconds, say }: RaceOptions,
): Promise<TaskResult> {
  const absent: { name: string; reason: string }[] = [];
  const started: { readonly side: Side; readonly contender: Contender }[] = [];
  const runners: Runner[] = [];
  try {
    await eachWithinCores(sides, availableParallelism(), async (side) => {
      try {
        const contender = await side.start(task, folder);
        started.push({ side, contender });
        runners.push(await warmUp(task, side, contender, seconds));
        say(`${task.name}: ${side.name} is ready`);
      } catch (error) {
        absent.push({ name: side.name, reason: error instanceof Error ? error.message : String(error) });
      }
    });
    runners.sort((a, b) => sides.indexOf(a.side) - sides.indexOf(b.side));
    const measure = checkAll(task, runners);
    for (let round = 0; round < rounds; round++) {
      for (let i = 0; i < runners.length; i++) {
        await takeTurn(task, runners[(i + round) % runners.length]!);
      }
      say(`${task.name}: round ${round + 1} of ${rounds}`);
    }
    const results = runners.map((runner) => resultOf(runner, measure));
    const { name, kind, batch, unit } = task;
    return { task: { name, kind, batch, unit }, measure: measure?.side.name ?? '', sides: results, absent };
  } finally {
    await Promise.all(started.map(({ contender }) => contender.stop()));
  }
}

async function warmUp(task: Task, side: Side, contender: Contender, seconds: number): Promise<Runner> {
  const { threads = side.threads } = contender;
  if (threads !== side.threads) throw new Error(`it computes on ${threads} threads, not on ${side.threads}`);
  const { ms, check } = await contender.take(task.kind === 'train' ? checkedSteps : 1);
  const fastest = Math.min(...ms);
  const least = task.kind === 'train' ? 2 : 1;
  const stepsPerTurn = Math.max(least, Math.round((1000 * seconds) / fastest));
  return { side, contender, check, stepsPerTurn, rates: [], cpuMs: [], mainMs: [], stepMs: [] };
}

/** Returns the side whose numbers are the measure: PyTorch, or without it the first. */
function checkAll(task: Task, runners: readonly Runner[]): Runner | undefined {
  const measure = runners.find(({ side }) => side.kind === 'torch') ?? runners[0];
  for (const runner of runners) {
    const off = distance(runner.check, measure!.check);
    if (off < maxOff) continue;
    const what = task.kind === 'train' ? 'losses of the first twelve steps' : 'first embedding';
    throw new Error(
      `${task.name}: the ${what} of ${runner.side.name} must be those of ${measure!.side.name} within ${maxOff}, and are off by ${off}: ${runner.check.join(' ')}, not ${measure!.check.join(' ')}`,
    );
  }
  return measure;
}

async function takeTurn({ kind, batch }: Task, runner: Runner): Promise<void> {
  const { contender, stepsPerTurn, rates, cpuMs, mainMs, stepMs } = runner;
  // Threads of the side before may still spin.
  await pause(100);
  const before = contender.figures();
  const turn = await contender.take(stepsPerTurn);
  const after = contender.figures();
  const each = turn.ms.reduce((a, b) => a + b, 0) / stepsPerTurn;
  const units = kind === 'train' ? 1 : batch;
  stepMs.push(each);
  rates.push((1000 * units) / each);
  if (before !== undefined && after !== undefined) {
    cpuMs.push((after.cpuMs - before.cpuMs) / stepsPerTurn / units);
    mainMs.push((after.mainMs - before.mainMs) / stepsPerTurn);
  }
}

function resultOf(runner: Runner, measure: Runner | undefined): SideResult {
  const { side, contender, rates, cpuMs, mainMs, stepMs } = runner;
  const peak = contender.figures()?.peakMiB;
  return {
    ...{ name: side.name, kind: side.kind, threads: side.threads },
    ...(contender.kernels === undefined ? {} : { kernels: contender.kernels }),
    ...{ rates, cpuMs, mainMs, stepMs },
    off: measure === undefined ? 0 : distance(runner.check, measure.check),
    ...(peak === undefined ? {} : { peakMiB: peak }),
    ...(contender.loadedMiB === undefined ? {} : { loadedMiB: contender.loadedMiB }),
  };
}

/** What one side did at one task. */
export interface SideResult {
  readonly name: string;
  readonly kind: Side['kind'];
  readonly threads: number;
  readonly kernels?: string;
  /** Steps or images a second in each round. */
  readonly rates: readonly number[];
  /** CPU time of a step or an image in each round, where it can be measured. */
  readonly cpuMs: readonly number[];
  /** CPU time of the coordinating thread in a step, in each round; steps, not images. */
  readonly mainMs: readonly number[];
  /** Time of a step in each round. */
  readonly stepMs: readonly number[];
  /** Largest distance of its losses, or of an embedding, from PyTorch's; without PyTorch from the first side's. */
  readonly off: number;
  readonly peakMiB?: number;
  readonly loadedMiB?: number;
}

export interface TaskResult {
  readonly task: Pick<Task, 'name' | 'kind' | 'batch' | 'unit'>;
  /** Whose losses are the measure. */
  readonly measure: string;
  readonly sides: readonly SideResult[];
  /** Sides that did not take part, each with the reason. */
  readonly absent: readonly { readonly name: string; readonly reason: string }[];
}

/** Calls `work` with each, as many at a time as their threads fit the cores, and one at least. */
export async function eachWithinCores<T extends { readonly threads: number }>(
  items: readonly T[],
  cores: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let free = cores;
  const running = new Set<Promise<void>>();
  for (const item of items) {
    const needed = Math.min(item.threads, cores);
    while (free < needed) await Promise.race(running);
    free -= needed;
    const one: Promise<void> = work(item).finally(() => {
      free += needed;
      running.delete(one);
    });
    running.add(one);
  }
  await Promise.all(running);
}
