import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseStat, processFigures } from './contender';

it('reads a line of /proc whose name has spaces and parentheses', () => {
  const line = '77 (a (b) c) S 12 77 77 0 -1 4194560 1 0 0 0 150 25 7 8 20 0 1 0 100 0 0';
  expect(parseStat(77, line)).toEqual({ pid: 77, parent: 12, cpuMs: 1750 });
});

it.runIf(existsSync('/proc/self/stat'))('counts this process and those that it started', async () => {
  const before = processFigures(process.pid)!;
  expect(before.residentMiB).toBeGreaterThan(10);
  expect(before.peakMiB).toBeGreaterThanOrEqual(before.residentMiB);
  const child = spawn(process.execPath, [
    '-e',
    'let x = 0; while (process.cpuUsage().user < 2e5) x++; console.log("done"); setInterval(() => {}, 1e6)',
  ]);
  await new Promise((resolve) => child.stdout.once('data', resolve));
  const after = processFigures(process.pid)!;
  child.kill();
  expect(after.cpuMs - before.cpuMs).toBeGreaterThanOrEqual(150);
});

it('says nothing of a process that is not there', () => {
  expect(processFigures(2 ** 30)?.cpuMs ?? 0).toBe(0);
});
