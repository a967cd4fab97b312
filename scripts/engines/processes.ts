import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';

export const root = resolve(import.meta.dirname, '..', '..');

/** The launchers that users copy, run here as they are. */
export const launchers = join(root, 'examples', 'cluster');

/** The command itself. */
export const plantBin = join(root, 'packages', 'plant', 'bin', 'slipform-plant.js');

/** Waits until something is there. No limit of its own: the test's is long enough that reaching it means a hang. */
export async function until<T>(look: () => T | undefined | false, everyMs = 20): Promise<T> {
  for (;;) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    await setTimeout(everyMs);
  }
}

/** Ends processes that this one started, the last one first, and waits for them. */
export async function endAll(processes: readonly ChildProcess[]): Promise<void> {
  for (const one of [...processes].reverse()) {
    if (one.exitCode !== null || one.signalCode !== null) continue;
    const ended = new Promise((resolve) => one.once('exit', resolve));
    one.kill();
    await ended;
  }
}

/** Ports of the loopback on which nobody listens. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => new Promise((resolve) => server.once('listening', resolve))));
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

/** A Python with pyspark and ray: `scripts/python/install.mjs engines` makes one. */
export const interpreter = process.env.SLIPFORM_ENGINES ?? '';

/** Why a module can't be used, undefined if it can. */
export function whyNoModule(name: string): string | undefined {
  if (interpreter === '') return 'SLIPFORM_ENGINES names no Python';
  const { status } = spawnSync(interpreter, [
    '-c',
    `import importlib.util as u; exit(0 if u.find_spec("${name}") else 1)`,
  ]);
  return status === 0 ? undefined : `${interpreter} has no module ${name}`;
}

/** The nearest process above one whose command line matches. @throws {Error} if there is none */
export function ancestor(pid: number, line: RegExp): number {
  for (let above = parentOf(pid); above > 1; above = parentOf(above)) {
    if (line.test(readFileSync(`/proc/${above}/cmdline`, 'utf8').replaceAll('\0', ' '))) return above;
  }
  throw new Error(`no process above ${pid} matches ${line}`);
}

/** Whether a process has been stopped (SIGSTOP). */
export function isStopped(pid: number): boolean {
  return fieldsOf(pid)[0] === 'T';
}

const parentOf = (pid: number) => Number(fieldsOf(pid)[1]);

/** /proc/PID/stat from the state on; the name before it may hold spaces and brackets. */
function fieldsOf(pid: number): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

export interface Ended {
  readonly code: number | null;
  /** What it printed to both. */
  readonly said: string;
}

const launched: ChildProcess[] = [];

/** Runs a program to its end. */
export function launch(
  command: string,
  args: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Ended> {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const hear = (text: Buffer) => {
    said += String(text);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  launched.push(child);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said }));
  });
}

/** Ends what still runs, after a test that failed. */
export function endLaunched(): Promise<void> {
  return endAll(launched);
}
