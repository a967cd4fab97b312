#!/usr/bin/env node
// Prints the packages whose version npm lacks, in the order of publishing, on one line; an empty line while changesets
// wait, since the version pull request comes first.
// Usage: node scripts/unpublished.mjs     needs no install; asks the registry for each package.
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { packageNames } from './package-names.mjs';

/**
 * @param root the repository's folder
 * @param npmHas whether the registry has a version, such as "@slipform/plant@0.1.0"; throws where it does not know
 */
export async function unpublished(root, npmHas) {
  const changesets = (await readdir(join(root, '.changeset'))).filter(
    (file) => file.endsWith('.md') && file !== 'README.md',
  );
  if (changesets.length > 0) return [];
  const has = await Promise.all(
    packageNames.map(async (folder) => {
      const { name, version } = JSON.parse(
        await readFile(join(root, 'packages', folder, 'package.json'), 'utf8'),
      );
      return npmHas(`${name}@${version}`);
    }),
  );
  return packageNames.filter((_, index) => !has[index]);
}

/** Only E404 means "no": without network nothing may look unpublished. */
export async function npmHas(spec, npm = 'npm') {
  try {
    await promisify(execFile)(npm, ['view', spec, 'version', '--json']);
    return true;
  } catch (error) {
    if (/\bE404\b/.test(`${error.stdout}${error.stderr}`)) return false;
    throw new Error(
      `npm view ${spec} gave no answer: ${error.stderr?.trim().split('\n')[0] || error.message}`,
    );
  }
}

if (process.argv[1] === import.meta.filename) {
  try {
    const names = await unpublished(resolve(import.meta.dirname, '..'), npmHas);
    console.log(names.join(' '));
  } catch (error) {
    console.error(`unpublished: ${error.message}`);
    process.exitCode = 1;
  }
}
