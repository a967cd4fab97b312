import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { type Ended, runHere } from '@slipform/kit/testing/run-here';
import { runCommand as runMain } from '../command';

const bin = join(import.meta.dirname, '../../bin/slipform-bench.js');

/** Runs the command in this process, in a folder. */
export function runCommand(cwd: string, ...args: string[]): Promise<Ended> {
  return runHere('slipform-bench', runMain, args, cwd);
}

/** Runs the built command in a process of its own. */
export function startCommand(cwd: string, ...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, ...args], { cwd, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}
