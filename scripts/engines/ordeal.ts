import { expect } from 'vitest';
import { taskCount } from './captions';
import { type Ended, until } from './processes';
import { type Caught, Stage } from './stage';
import type { Attempt } from './witness';

/** What an engine must be able to do beside running the tasks. */
export interface Engine {
  readonly name: string;
  /** Starts all tasks by the launcher; ends with `merge`. */
  start(): Promise<Ended>;
  /** Takes a running task away from where it runs, by the engine's own means, so that it must run again. */
  requeue(task: Caught): Promise<void> | void;
  /** Starts a task for the second time while its first process lives. */
  startAgain(task: number): Promise<Ended> | undefined;
}

/** The task that is killed. */
export const killed = 2;
const requeued = 3;
/** The task that is started twice at once. */
export const twice = 5;
/** A folder for an engine, where the first processes of these three stop inside of a file. */
export const stageFor = (name: string) => new Stage(name, [killed, requeued, twice]);

/**
 * Runs all tasks; kills one inside of a file (SIGKILL), has another one requeued inside of a file, and starts a third
 * one while its first process is inside of a file. Then everything must be as a plain loop makes it.
 */
export async function ordeal(engine: Engine, stage: Stage): Promise<void> {
  const whole = engine.start();
  let again: Promise<Ended> | undefined;
  const tooEarly = whole.then(({ code, said }) => {
    throw new Error(`${engine.name} ended with ${code} before all of it was done: ${said}`);
  });
  const interfering = Promise.all([
    stage.caught(killed).then(({ pid }) => process.kill(pid, 'SIGKILL')),
    stage.caught(requeued).then((caught) => engine.requeue(caught)),
    stage.caught(twice).then(async (caught) => {
      again = engine.startAgain(twice);
      await stage.secondGoesRound(caught);
      process.kill(caught.pid, 'SIGCONT');
    }),
  ]);
  // The end that comes later, as it should, is no error.
  tooEarly.catch(() => undefined);
  await Promise.race([interfering, tooEarly]);
  const ends = await Promise.all([whole, again]);
  // An engine that gave up on a process may leave it running.
  await until(() => stage.allAttempts().every(hasEnded));

  for (const end of ends) expect(end?.code ?? 0, end?.said).toBe(0);
  const last = (task: number) => stage.attempts(task).at(-1)?.code;
  expect(stage.attempts(killed)[0]?.code).toBe(128 + 9);
  expect(stage.attempts(killed).length).toBeGreaterThan(1);
  expect(stage.attempts(requeued).length).toBeGreaterThan(1);
  expect(Array.from({ length: taskCount }, (_, task) => last(task))).toEqual(Array(taskCount).fill(0));
  // Both, and not only one of them.
  expect(
    stage
      .attempts(twice)
      .slice(0, 2)
      .map(({ code }) => code),
  ).toEqual([0, 0]);
  expect(stage.differences()).toEqual([]);
}

function hasEnded({ pid, code }: Attempt): boolean {
  if (code !== undefined) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true; // its witness was ended with it
  }
}
