import { readFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';

/** What a run was made with, in words, for results and reports. */
export function describeEnvironment(backend: string): Record<string, string> {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return {
    'slipform-bench': version,
    backend,
    node: process.version,
    system: `${process.platform} ${process.arch}, ${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`,
  };
}
