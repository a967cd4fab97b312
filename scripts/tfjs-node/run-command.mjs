import { spawn } from 'node:child_process';

/** Runs a program and gives what it printed on stdout. Throws an error with all that it printed as `said`. */
export function runCommand(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let stdout = '';
    let said = '';
    child.stdout.on('data', (bytes) => {
      stdout += bytes;
      said += bytes;
    });
    child.stderr.on('data', (bytes) => {
      said += bytes;
    });
    child.on('error', (error) => reject(Object.assign(error, { said })));
    child.on('close', (code, signal) => {
      if (code === 0) resolve(stdout);
      else reject(Object.assign(new Error(`${command} ended with ${signal ?? `exit ${code}`}`), { said }));
    });
  });
}

/** The first of some commands that runs with `--version`, or nothing. Each is a program with its first arguments. */
export async function firstThatRuns(commands) {
  for (const command of commands) {
    const [program, ...args] = command;
    try {
      await runCommand(program, [...args, '--version']);
      return command;
    } catch {
      // The next one may.
    }
  }
  return undefined;
}

/** The line of an output that says what was wrong: npm's with a code of the network, or the last with "error", or the last. */
export function complaint(said) {
  const lines = said.split('\n').filter((line) => line.trim() !== '' && !/complete log/.test(line));
  const found =
    lines.find((line) => /request to|integrity checksum/i.test(line)) ??
    lines.findLast((line) => /\berror\b/i.test(line)) ??
    lines.at(-1);
  return (found ?? 'no message').trim();
}
