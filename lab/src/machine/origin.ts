import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { promisify } from 'node:util';
import { labFolder } from '../lab-folder';
import type { Origin } from './result-file';

const { version } = JSON.parse(readFileSync(new URL('package.json', labFolder), 'utf8'));

/** Which code measures: the version, and where git knows them the commit, and whether files were changed since. */
export async function findOrigin(folder: URL | string = labFolder): Promise<Origin> {
  const git = async (...args: string[]) => {
    const said = promisify(execFile)('git', args, { cwd: folder });
    return (await said.catch(() => undefined))?.stdout.trim();
  };
  const commit = await git('rev-parse', '--short=12', 'HEAD');
  // A file that git does not know does nothing unless one that it knows names it.
  const changes = await git('status', '--porcelain', '--untracked-files=no');
  return {
    version,
    commit: commit ?? null,
    changed: commit === undefined || changes === undefined ? null : changes !== '',
  };
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
