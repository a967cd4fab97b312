import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { promisify } from 'node:util';
import { labFolder } from '../lab-folder';
import type { Origin } from './result-file';

const { version } = JSON.parse(readFileSync(new URL('package.json', labFolder), 'utf8'));

/** Which code measures: the version, and the commit where git knows it. */
export async function findOrigin(): Promise<Origin> {
  const cwd = labFolder;
  const found = await promisify(execFile)('git', ['rev-parse', '--short=12', 'HEAD'], { cwd }).catch(
    () => undefined,
  );
  return { version, commit: found?.stdout.trim() ?? null };
}

/** What a run was made with, in words, for results and reports. */
export function describeEnvironment(backend: string): Record<string, string> {
  return {
    'slipform-lab': version,
    backend,
    node: process.version,
    system: `${process.platform} ${process.arch}, ${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`,
  };
}
