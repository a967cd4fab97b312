import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { shardCount, shardName, taskCount } from './captions';
import { endLaunched, isStopped, until } from './processes';
import { type Attempt, attemptsIn, placeWitness } from './witness';

/** A task that was stopped inside of a file: it has written some blocks of it, and holds its lock. */
export interface Caught extends Attempt {
  /** The file of the task that it was at. */
  readonly shard: number;
}

/** A folder in which an engine mines the twelve files, with `in/` and `out/` as a user has them. */
export class Stage {
  readonly folder: string;
  /** The environment in which `slipform-plant` is the witness. */
  readonly env: NodeJS.ProcessEnv;
  readonly #bin: string;
  readonly #loop: string;

  /** @param stopped the tasks whose first process stops itself inside of a file */
  constructor(name: string, stopped: readonly number[]) {
    const common = inject('engines');
    this.folder = mkdtempSync(join(common, `${name}-`));
    // munge serves no socket that others could not reach.
    for (const folder of [common, this.folder]) chmodSync(folder, 0o755);
    this.#loop = join(common, 'loop');
    this.#bin = join(this.folder, 'bin');
    mkdirSync(this.#bin);
    symlinkSync(join(common, 'in'), join(this.folder, 'in'));
    placeWitness(this.#bin, this.out, stopped);
    this.env = { ...process.env, PATH: `${this.#bin}:${process.env.PATH}` };
  }

  get out(): string {
    return join(this.folder, 'out');
  }

  /** The attempts at one task. */
  attempts(task: number): readonly Attempt[] {
    return attemptsIn(this.#bin).filter((one) => one.task === task);
  }

  allAttempts(): readonly Attempt[] {
    return attemptsIn(this.#bin);
  }

  /**
   * A task's first process, once it has stopped itself inside of a file, so that what follows does not depend on who is faster.
   *
   * @throws {Error} if it ended before that
   */
  async caught(task: number): Promise<Caught> {
    const attempt = await until(() => this.attempts(task)[0]);
    await until(() => {
      const code = this.attempts(task)[0]?.code;
      if (code !== undefined) throw new Error(`task ${task} ended with ${code} before it stopped`);
      return isStopped(attempt.pid);
    });
    const shard = shardsOf(task).find((one) => this.#isBegun(one));
    if (shard === undefined) throw new Error(`task ${task} stopped outside of a file`);
    return { ...attempt, shard };
  }

  /** Whether a file's output is finished: its record lies beside it. */
  isDone(shard: number): boolean {
    return this.#names().includes(`${shardName(shard)}.jsonl.done.json`);
  }

  /**
   * Waits until a second attempt at a task, while the first is stopped at one file, has finished the task's other file:
   * it runs at the same time, and goes round what another holds.
   */
  async secondGoesRound({ task, shard }: Caught): Promise<Attempt> {
    const second = await until(() => this.attempts(task)[1]);
    const other = shardsOf(task).find((one) => one !== shard)!;
    await until(() => this.isDone(other));
    return second;
  }

  /** Whether the outputs are the loop's, byte for byte, and nothing else lies there: no lock, no unfinished file. */
  differences(): readonly string[] {
    const expected = readdirSync(this.#loop).sort();
    const found = this.#names();
    const strange = found.filter((name) => !expected.includes(name)).map((name) => `${name} is left over`);
    const missing = expected.filter((name) => !found.includes(name)).map((name) => `${name} is missing`);
    const differing = expected
      .filter((name) => found.includes(name))
      .filter((name) => !readFileSync(join(this.out, name)).equals(readFileSync(join(this.#loop, name))))
      .map((name) => `${name} differs`);
    return [...strange, ...missing, ...differing];
  }

  /** Ends what still runs, after a test that failed. */
  async cleanUp(): Promise<void> {
    for (const { pid, code } of this.allAttempts()) {
      if (code === undefined) kill(pid);
    }
    await endLaunched();
  }

  /** Whether somebody writes a shard. */
  #isBegun(shard: number): boolean {
    return this.#names().includes(`${shardName(shard)}.jsonl.lock`);
  }

  #names(): readonly string[] {
    try {
      return readdirSync(this.out).sort();
    } catch {
      return []; // the first task makes the folder
    }
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}

/** The files of a task: those of its number, modulo the number of tasks. */
function shardsOf(task: number): readonly number[] {
  return Array.from({ length: shardCount }, (_, shard) => shard).filter(
    (shard) => shard % taskCount === task,
  );
}
