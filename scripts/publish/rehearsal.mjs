// The release itself, against the registry of the rehearsal: what release.yml runs, and not a copy of it.
import { readFileSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { run } from './run.mjs';

const root = resolve(import.meta.dirname, '..', '..');

/** The command of the workflow that publishes. Provenance is signed by GitHub, so that it can only be asked for there. */
function publishCommand() {
  const { jobs } = parse(readFileSync(join(root, '.github', 'workflows', 'release.yml'), 'utf8'));
  const command = jobs.publish.steps.find((step) => step.run?.includes('npm publish'))?.run ?? '';
  if (!command.includes(' --provenance ')) throw new Error('release.yml publishes without --provenance');
  return command.replace(' --provenance ', ' ');
}

/** The manifests, the changesets and what the release needs of scripts/, in a folder outside of the clone. */
async function copyOfClone(folder) {
  const { stdout } = await run(
    'git',
    [
      'ls-files',
      '-z',
      '--',
      '.changeset',
      'package.json',
      '*/package.json',
      'scripts/unpublished.mjs',
      'scripts/package-names.mjs',
    ],
    { cwd: root },
  );
  for (const file of stdout.split('\0').filter(Boolean)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await cp(join(root, file), join(folder, file));
  }
  return stdout.split('\0').filter((file) => /^\.changeset\/(?!README).*\.md$/.test(file));
}

/**
 * Publishes the tarballs as release.yml does, but in two goes, as if the first had ended half way.
 *
 * @param folder the tarballs, with an .npmrc that may publish
 * @param names their packages, in the order of publishing
 */
export async function publish(folder, names, sums, workspace) {
  const clone = join(workspace, 'released');
  const changesets = await copyOfClone(clone);
  for (const file of changesets) await rm(join(clone, file));
  const lacking = async () => {
    const { stdout } = await run(process.execPath, [join(clone, 'scripts', 'unpublished.mjs')], {
      cwd: folder,
    });
    return stdout
      .trim()
      .split(' ')
      .filter((name) => names.includes(name));
  };
  const go = (lines) =>
    run('bash', ['-e', '-c', publishCommand()], {
      cwd: folder,
      env: { ...process.env, SUMS: lines.join('\n') },
    });
  const expect = async (expected, when) => {
    const found = await lacking();
    if (found.join() !== expected.join())
      throw new Error(
        `${when}, unpublished.mjs names ${found.join(' ') || 'nothing'}, not ${expected.join(' ')}`,
      );
  };
  const lines = sums.trim().split('\n');
  const half = Math.ceil(lines.length / 2);
  await go(lines.slice(0, half));
  await expect(names.slice(half), 'after the first half');
  if (half < lines.length) await go(lines.slice(half));
  await expect([], 'after publishing');
  const again = await go(lines.slice(0, 1)).then(
    () => 'it is accepted',
    (error) => error.stderr,
  );
  if (!/cannot publish over the previously published version/.test(again))
    throw new Error(`a version is published twice: ${again}`);
  return `${lines.length} packages in two goes; no version twice`;
}

/** Each package is what `npm install NAME` takes: its version has the tag latest, and no other tag is there. */
export async function distTags(url, manifests) {
  for (const { name, version } of manifests) {
    const { 'dist-tags': tags } = await (await fetch(`${url}${name.replace('/', '%2f')}`)).json();
    if (JSON.stringify(tags) !== JSON.stringify({ latest: version }))
      throw new Error(`${name} has the tags ${JSON.stringify(tags)}, not latest: ${version}`);
  }
  return 'by the tag latest';
}

const steps = { major: 0, minor: 1, patch: 2 };

/** The version after a change of one kind. */
function bumped(version, kind) {
  const numbers = version.split('.').map(Number);
  return numbers.map((each, at) => (at === steps[kind] ? each + 1 : at > steps[kind] ? 0 : each)).join('.');
}

/**
 * `changeset version` in a copy: each package gets the version that its own changesets ask for, or a patch for the packages
 * below it; a changelog that says so; and nothing else changes but ranges.
 */
export async function versions(manifests, workspace) {
  const clone = join(workspace, 'versioned');
  const changesets = await copyOfClone(clone);
  const asked = new Map();
  for (const file of changesets) {
    const [, header] = readFileSync(join(clone, file), 'utf8').split(/^---$/m);
    for (const [name, kind] of Object.entries(parse(header))) {
      if (!asked.has(name) || steps[kind] < steps[asked.get(name)]) asked.set(name, kind);
    }
  }
  if (asked.size === 0) return 'no changeset waits';
  await writeFile(join(clone, '.gitignore'), 'node_modules\n');
  await run('git', ['init', '-q'], { cwd: clone });
  await run(join(root, 'node_modules', '.bin', 'changeset'), ['version'], { cwd: clone });
  const next = [];
  for (const { name, version } of manifests) {
    const folder = join(clone, 'packages', name.replace('@slipform/', ''));
    const { version: after } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const kind = asked.get(name) ?? (after === version ? undefined : 'patch');
    const expected = kind ? bumped(version, kind) : version;
    if (after !== expected) throw new Error(`${name} ${version} becomes ${after}, not ${expected}`);
    if (kind && !readFileSync(join(folder, 'CHANGELOG.md'), 'utf8').includes(`\n## ${after}\n`))
      throw new Error(`the changelog of ${name} does not name ${after}`);
    next.push(`${name.replace('@slipform/', '')} ${after}`);
  }
  const { stdout } = await run('git', ['ls-files', '--others', '--exclude-standard', '*CHANGELOG.md'], {
    cwd: clone,
  });
  const strange = stdout.split('\n').filter((file) => file && !file.startsWith('packages/'));
  if (strange.length > 0) throw new Error(`nobody publishes ${strange.join(', ')}`);
  return next.join(', ');
}
