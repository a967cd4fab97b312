import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Task } from './tasks';

/** Who takes part in a race. */
export interface Side {
  readonly name: string;
  /** PyTorch's threads, or our workers; 1 also where this thread alone computes. */
  readonly threads: number;
  readonly kind: 'ours' | 'torch';
  start(task: Task, folder: string): Promise<Contender>;
}

/** A side at one task, ready: its model is loaded. */
export interface Contender<T = Turn> {
  /** Which kernels compute, where there is a choice. */
  readonly kernels?: string;
  /** PyTorch's threads, as it says itself. */
  readonly threads?: number;
  /** Resident memory before the work began, where it can be had. */
  readonly loadedMiB?: number;
  take(steps: number): Promise<T>;
  figures(): ProcessFigures | undefined;
  stop(): Promise<void>;
}

/** What a side answers when it has had a turn. */
export interface Turn {
  /** Wall time of each step. */
  readonly ms: readonly number[];
  /** What has to be alike on all sides: the losses of the steps, or an embedding. */
  readonly check: readonly number[];
}

/** Work that stands still between its turns. */
export interface TurnTaker {
  take(steps: number): Promise<Turn>;
  end(): Promise<void>;
}

/** A process that says when it is ready, and answers each line `{"steps": N}` with one line of JSON. */
export async function childContender<T = Turn>(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Contender<T>> {
  const child = spawn(command, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-2000);
  });
  // A process that has ended says so by the end of its output.
  child.stdin.on('error', () => {});
  const failed = once(child, 'error').then(([error]) => {
    throw error;
  });
  const answer = async () => {
    const { value, done } = await Promise.race([lines.next(), failed]);
    if (done) throw new Error(`${command} ended: ${complaint.trim() || 'it said nothing'}`);
    return JSON.parse(value);
  };
  failed.catch(() => {});
  const about: Pick<Contender, 'kernels' | 'threads' | 'loadedMiB'> = await answer();
  return {
    ...about,
    take(steps) {
      child.stdin.write(`${JSON.stringify({ steps })}\n`);
      return answer();
    },
    figures: () => processFigures(child.pid!),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
    },
  };
}

/** What the operating system says of a process and of those that it started; Linux, elsewhere nothing. */
export interface ProcessFigures {
  /** CPU time of all, in hundredths of a second. */
  readonly cpuMs: number;
  /** CPU time of the first thread of the first process. */
  readonly mainMs: number;
  /** The most memory that one of them holds (resident). */
  readonly residentMiB: number;
  /** And the most that one has held. */
  readonly peakMiB: number;
}

// USER_HZ, which Linux fixes for what it shows in /proc.
const tick = 10;

/** Sums over a process and its descendants; undefined where there is no /proc. */
export function processFigures(root: number): ProcessFigures | undefined {
  try {
    const family = familyOf(root);
    return {
      cpuMs: family.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
      mainMs: parseStat(root, readFileSync(`/proc/${root}/task/${root}/stat`, 'utf8')).cpuMs,
      residentMiB: Math.max(...family.map(({ pid }) => memoryOf(pid, 'VmRSS'))),
      peakMiB: Math.max(...family.map(({ pid }) => memoryOf(pid, 'VmHWM'))),
    };
  } catch {
    return undefined;
  }
}

interface Stat {
  readonly pid: number;
  readonly parent: number;
  readonly cpuMs: number;
}

function familyOf(root: number): Stat[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(Number(name)) ?? []);
  const family = all.filter(({ pid }) => pid === root);
  for (let i = 0; i < family.length; i++) {
    family.push(...all.filter(({ parent }) => parent === family[i]!.pid));
  }
  return family;
}

/** Undefined for a process that has ended meanwhile. */
function statOf(pid: number): Stat | undefined {
  try {
    return parseStat(pid, readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return undefined;
  }
}

/** A line of /proc/PID/stat; the name in it may hold spaces and parentheses. */
export function parseStat(pid: number, line: string): Stat {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return { pid, parent: Number(fields[1]), cpuMs: tick * (Number(fields[11]) + Number(fields[12])) };
}

function memoryOf(pid: number, field: 'VmRSS' | 'VmHWM'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
