// The virtual environments that tests run Python in.
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { cache, complaint, linkedFolder, MissingHere, runCommand } from '../kept.mjs';

const requirements = resolve(import.meta.dirname, '..', '..', 'integrations', 'python', 'requirements');

/** The groups that can be asked for: the files of integrations/python/requirements. */
export const groupNames = readdirSync(requirements)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.slice(0, -'.txt'.length));

/** The path of a python that has the packages of these groups. */
export async function environment(groups) {
  const files = [...new Set(groups)].sort().map((group) => join(requirements, `${group}.txt`));
  const python = await newEnoughPython();
  const hash = createHash('sha256').update(python.version);
  for (const file of files) hash.update(await readFile(file));
  const name = ['python', ...[...new Set(groups)].sort(), hash.digest('hex').slice(0, 12)].join('-');
  const folder = await linkedFolder(join(cache, name), (made) => fill(made, python.command, files));
  return join(folder, 'bin', 'python');
}

async function newEnoughPython() {
  const found = [];
  for (const command of process.env.PYTHON ? [process.env.PYTHON] : ['python3', 'python']) {
    const program = 'import sys; print(sys.executable, *sys.version_info[:3])';
    const said = await runCommand(command, ['-c', program]).catch(() => undefined);
    if (said === undefined) continue;
    const [executable, major, minor, patch] = said.trim().split(' ');
    const version = `${major}.${minor}.${patch}`;
    if (Number(major) === 3 && Number(minor) >= 10) return { command, version: `${executable} ${version}` };
    found.push(`${command} is ${version}`);
  }
  throw new MissingHere(
    `it needs Python 3.10 or newer, and ${found.join(', ') || 'there is no Python'}; PYTHON can name one`,
  );
}

async function fill(folder, command, files) {
  try {
    await runCommand(command, ['-m', 'venv', folder]);
  } catch (error) {
    throw new MissingHere(
      `${command} makes no virtual environment (${complaint(error.said || error.message)}); install python3-venv`,
    );
  }
  const args = [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--no-input',
    '--no-compile',
    '--disable-pip-version-check',
  ];
  for (const file of files) args.push('--requirement', file);
  try {
    await runCommand(join(folder, 'bin', 'python'), args);
  } catch (error) {
    const said = error.said ?? '';
    // What pip says where it can't reach PyPI, or where no package is built for this machine.
    if (
      /No matching distribution|Could not find a version|Max retries|Temporary failure|ConnectionError|NewConnectionError/i.test(
        said,
      )
    ) {
      throw new MissingHere(`pip could not get the packages from PyPI: ${complaint(said)}`);
    }
    throw new Error(`pip could not install the packages: ${complaint(said || error.message)}`);
  }
}
