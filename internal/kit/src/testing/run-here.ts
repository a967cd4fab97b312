import { exitOf } from '../command/command-main';

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a command as `commandMain` does, but in this process: its words, its files and its exit code without a start of Node
 * and the import of all that it needs, which takes longer than most commands that a test runs. What needs a process (a signal,
 * standard input, a device, a pipe) isn't seen here. One at a time.
 *
 * @param folder where the command runs
 */
export async function runHere(
  name: string,
  run: (args: readonly string[]) => Promise<number>,
  args: readonly string[],
  folder: string,
): Promise<Ended> {
  const before = process.cwd();
  const { debug } = console;
  const streams = [process.stdout, process.stderr].map((stream) => {
    const { write } = stream;
    const pieces: Buffer[] = [];
    stream.write = (piece: string | Uint8Array, ...rest: unknown[]) => {
      pieces.push(Buffer.from(piece as Uint8Array));
      const done = rest.at(-1);
      if (typeof done === 'function') process.nextTick(done);
      return true;
    };
    return { text: () => Buffer.concat(pieces).toString(), end: () => Object.assign(stream, { write }) };
  });
  process.chdir(folder);
  try {
    const code = await exitOf(name, run, args);
    const [stdout, stderr] = streams.map(({ text }) => text());
    return { code, stdout: stdout!, stderr: stderr! };
  } finally {
    for (const { end } of streams) end();
    process.chdir(before);
    console.debug = debug;
  }
}
