import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Runs a program to its end; its output may be large. Throws, with the output, if it ends in another way than 0. */
export const run = (program, args, options) =>
  promisify(execFile)(program, args, { maxBuffer: 1 << 26, ...options });

/** As `run`, for what may write nothing to standard error; returns its standard output. */
export async function runClean(program, args, options) {
  const { stdout, stderr } = await run(program, args, options);
  if (stderr.trim() !== '') throw new Error(`${[program, ...args].join(' ')} wrote to stderr:\n${stderr}`);
  return stdout.trim();
}

export const npmInstall = (folder, ...what) =>
  run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', ...what], { cwd: folder });

/** An empty project. */
export async function emptyProject(folder) {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'mine', private: true }));
  return folder;
}

/** Does the work of each item, some at a time: npm waits for the disk mostly, and a compiler keeps one core busy. */
export async function inTurn(items, work, lanes = 2) {
  const queue = [...items];
  const lane = async () => {
    while (queue.length > 0) await work(queue.shift());
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
