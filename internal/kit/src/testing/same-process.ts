// A setup file, for test files that share a process: each must leave it as it found it, or the next one would notice.
import { afterAll, expect } from 'vitest';

const stateOf = () => ({
  folder: process.cwd(),
  environment: { ...process.env },
  exitCode: process.exitCode,
  umask: process.umask(),
  writers: [process.stdout.write, process.stderr.write, console.debug],
  // Modules add listeners of `exit` when they are first used, once for all files.
  listeners: process
    .eventNames()
    .filter((name) => name !== 'exit')
    .map((name) => [name, process.listenerCount(name)]),
});

const before = stateOf();
afterAll(() => expect(stateOf(), 'what this file left behind').toEqual(before));
