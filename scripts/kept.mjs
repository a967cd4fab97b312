// What scripts install once, outside of this repository's node_modules, and keep: the cache, and how it is filled.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, realpath, rename, rm, symlink } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

/** What the machine lacks: no fault of the script, so a step of CI is skipped. */
export class MissingHere extends Error {}

/** SLIPFORM_CACHE, or else slipform in the user's folder of caches. */
export const cache = resolve(
  process.env.SLIPFORM_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'slipform'),
);

/**
 * Makes a folder once and whole. What it holds may know its own path, so that it can't be renamed when it is complete:
 * `fill` fills one beside it, and the name becomes a link to that. A run that was killed leaves no link; of two at once,
 * the first wins and both use its folder. It returns the folder, without the link.
 */
export async function linkedFolder(name, fill) {
  if (existsSync(name)) return realpath(name);
  const made = `${name}.${process.pid}-${process.hrtime.bigint()}`;
  await mkdir(dirname(name), { recursive: true });
  try {
    await fill(made);
    try {
      await symlink(basename(made), name);
    } catch (error) {
      if (error.code !== 'EEXIST' || existsSync(name)) throw error;
      // A link to what is gone. To remove it first could remove the link that another run has just made.
      await symlink(basename(made), `${made}.link`);
      await rename(`${made}.link`, name);
    }
  } catch (error) {
    for (const left of [made, `${made}.link`]) await rm(left, { recursive: true, force: true });
    if (!existsSync(name)) throw error;
  }
  return realpath(name);
}

/** A project with a lockfile, installed by `npm ci` in the cache; no install script runs. Returns its folder. */
export function npmProject(name, project) {
  return linkedFolder(join(cache, name), async (folder) => {
    await mkdir(folder);
    await npmInstallInto(folder, project);
  });
}

/** Puts a project into a folder, and what its lockfile names. */
export async function npmInstallInto(folder, project) {
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
    await copyFile(join(project, file), join(folder, file));
  }
  await runCommand('npm', ['ci', '--ignore-scripts', '--loglevel=error'], { cwd: folder });
}

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
