import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';

/**
 * A Python with the real clients of our files (pandas, transformers, open_clip …): `node scripts/python/install.mjs clients benchmarks`
 * makes one and prints its path. Undefined: there is none, and tests with it are skipped.
 */
export const python = process.env.SLIPFORM_PYTHON || undefined;

/** A `describe` whose tests need {@link python}; without one they are skipped, and their title says why. */
export function describeWithPython(title: string, tests: () => void): void {
  const reason = python === undefined ? ' (skipped: SLIPFORM_PYTHON names no Python)' : '';
  describe.skipIf(python === undefined)(title + reason, tests);
}

/**
 * Runs a Python script and gives what it printed on standard output, parsed as JSON.
 *
 * @throws {Error} with all that it said on standard error, where it ends with another code than 0
 */
export async function runPython<Result>(script: URL, ...args: readonly string[]): Promise<Result> {
  const quiet = { HF_HUB_OFFLINE: '1', TOKENIZERS_PARALLELISM: 'false' };
  const child = spawn(python!, [fileURLToPath(script), ...args], {
    env: { ...process.env, ...quiet },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`${script.pathname} ended with ${code}:\n${said}`);
  return JSON.parse(printed);
}
