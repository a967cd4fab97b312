import { type ChildProcess, spawn } from 'node:child_process';
import { endAll } from './end-all';

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
