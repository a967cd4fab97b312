import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Contender } from './contender';
import { processFigures } from './process-figures';
import type { Turn } from './turn';

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
