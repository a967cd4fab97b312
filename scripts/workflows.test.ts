import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly needs?: string | readonly string[];
  readonly uses?: string;
  readonly environment?: string | { readonly name: string };
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = join(import.meta.dirname, '..', '.github', 'workflows');
const files = readdirSync(folder);
const textOf = (file: string) => readFileSync(join(folder, file), 'utf8');
const read = (file: string): Workflow => parse(textOf(file));
const release = read('release.yml');
const ci = read('ci.yml');
const site = read('site.yml');

const stepsOf = (job: Job) => job.steps ?? [];
const needsOf = (job: Job) => [job.needs ?? []].flat();

/** What a job may write: its own permissions, or else the workflow's. */
function writes(workflow: Workflow, job: Job): string[] {
  const permissions = Object.entries(job.permissions ?? workflow.permissions ?? { everything: 'write' });
  return permissions.filter(([, access]) => access === 'write').map(([scope]) => scope);
}

/** All jobs that must have passed before this one starts. */
function before(workflow: Workflow, name: string): Set<string> {
  const found = new Set(needsOf(workflow.jobs[name]!));
  for (const each of found) for (const next of needsOf(workflow.jobs[each]!)) found.add(next);
  return found;
}

describe.each(files)('%s', (file) => {
  const workflow = read(file);
  const jobs = Object.entries(workflow.jobs);

  it('pins every action to a commit, and says which version that is', () => {
    const uses = textOf(file).match(/^.*\buses:.*$/gm) ?? [];
    const parsed = jobs.flatMap(([, job]) => [job.uses, ...stepsOf(job).map((step) => step.uses)]);
    expect(uses).toHaveLength(parsed.filter(Boolean).length);
    expect(uses.length).toBeGreaterThan(0);
    for (const line of uses) {
      expect(line).toMatch(
        /uses: (\.\/\.github\/workflows\/ci\.yml|[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/,
      );
    }
  });

  it('leaves no token in a clone, and shares no cache', () => {
    const steps = jobs.flatMap(([, job]) => stepsOf(job));
    expect(steps.some(({ uses }) => uses?.startsWith('actions/checkout@'))).toBe(true);
    expect(steps.some(({ uses }) => uses?.startsWith('actions/setup-node@'))).toBe(true);
    for (const step of steps) {
      if (step.uses?.startsWith('actions/checkout@'))
        expect(step.with).toMatchObject({ 'persist-credentials': false });
      if (step.uses?.startsWith('actions/setup-node@')) {
        expect(step.with).toMatchObject({ 'package-manager-cache': false });
        expect(step.with).not.toHaveProperty('cache');
      }
    }
  });

  it('puts nothing that a stranger can write into a command', () => {
    for (const { run = '' } of jobs.flatMap(([, job]) => stepsOf(job)))
      expect(run).not.toContain('${{ github.');
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
    expect(Object.keys(workflow.on)).not.toContain('workflow_run');
  });

  it('lets no job write by default', () => {
    expect(workflow.permissions).toBeDefined();
    expect(Object.values(workflow.permissions ?? {})).not.toContain('write');
  });
});

describe('the checks', () => {
  const script = join(folder, '..', '..', '.ci', 'run');
  const steps = execFileSync('bash', [script, '--list'], { encoding: 'utf8' }).trim().split('\n');
  const commands = Object.values(ci.jobs).map((job) => stepsOf(job).flatMap(({ run }) => run ?? []));

  it('are the steps of .ci/run, all of them, in order', () => {
    const called = commands.flat().map((run) => run.match(/^bash \.ci\/run ([a-z]+)$/)?.[1] ?? run);
    expect([...new Set(called)].sort()).toEqual([...steps].sort());
    for (const runs of commands) {
      const places = runs.map((run) => steps.indexOf(run.split(' ').at(-1)!));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(runs[0]).toBe('bash .ci/run install');
    }
  });

  it('run on the oldest and the newest Node', () => {
    expect(ci.jobs.test).toHaveProperty('strategy.matrix.node', [20, 22, 24]);
  });
});

describe('the release', () => {
  it('waits for every check of CI', () => {
    expect(release.jobs.ci).toMatchObject({
      uses: './.github/workflows/ci.yml',
      permissions: { contents: 'read' },
    });
    expect(ci.on).toHaveProperty('workflow_call');
    for (const name of ['pack', 'publish', 'tag']) expect(before(release, name)).toContain('ci');
    for (const job of Object.values(ci.jobs)) expect(job).not.toHaveProperty('continue-on-error');
  });

  it('lets only the publishing jobs have an id-token, and that of npm can write nothing else', () => {
    const holders = files.flatMap((file) =>
      Object.entries(read(file).jobs)
        .filter(([, job]) => writes(read(file), job).includes('id-token'))
        .map(([name]) => `${file} ${name}`),
    );
    expect(holders).toEqual(['release.yml publish', 'site.yml deploy']);
    expect(release.jobs.publish?.permissions).toEqual({ 'id-token': 'write' });
    expect(release.jobs.publish?.environment).toBe('npm');
  });

  it('has no stored secret', () => {
    for (const file of files) expect(textOf(file)).not.toMatch(/secrets\.|NPM_TOKEN/);
  });

  it('runs in the publishing job nothing but npm on the tarballs whose sums it was given', () => {
    const steps = stepsOf(release.jobs.publish!);
    expect(steps.map(({ uses }) => uses?.replace(/@.*/, ''))).toEqual([
      'actions/download-artifact',
      'actions/setup-node',
      undefined,
    ]);
    const lines = steps[2]!
      .run!.trim()
      .split('\n')
      .map((line) => line.trim());
    expect(lines).toEqual([
      'sha256sum --check --strict <<< "$SUMS"',
      'while read -r _ file; do',
      'npm publish "./$file" --access public --provenance --ignore-scripts < /dev/null',
      'done <<< "$SUMS"',
    ]);
  });

  it('runs no third-party action or package beside a token, but for the version pull request', () => {
    for (const [name, job] of Object.entries(release.jobs)) {
      if (name === 'version' || writes(release, job).length === 0) continue;
      for (const { uses, run = '' } of stepsOf(job)) {
        if (uses) expect(uses).toMatch(/^actions\//);
        expect(run).not.toMatch(/npm (ci|install|run|exec)|npx|node /);
      }
    }
    expect(writes(release, release.jobs.version!)).toEqual(['contents', 'pull-requests']);
    expect(writes(release, release.jobs.pack!)).toEqual([]);
    expect(writes(release, release.jobs.ci!)).toEqual([]);
  });
});

describe('the site', () => {
  it('is built without a token that can write, and is what CI builds', () => {
    expect(writes(site, site.jobs.build!)).toEqual([]);
    const [docs] = Object.values(ci.jobs).filter((job) =>
      stepsOf(job).some(({ run }) => run?.endsWith(' docs')),
    );
    const runs = (job: Job) => stepsOf(job).flatMap(({ run }) => run ?? []);
    expect(runs(site.jobs.build!)).toEqual(runs(docs!));
    expect(stepsOf(site.jobs.build!).at(-1)?.with).toEqual({ path: 'site' });
  });

  it('is published by one action of GitHub, which runs nothing of ours', () => {
    const { deploy } = site.jobs;
    expect(deploy?.permissions).toEqual({ pages: 'write', 'id-token': 'write' });
    expect(deploy?.environment).toHaveProperty('name', 'github-pages');
    expect(needsOf(deploy!)).toEqual(['build']);
    expect(stepsOf(deploy!).map(({ uses, run }) => uses?.replace(/@.*/, '') ?? run)).toEqual([
      'actions/deploy-pages',
    ]);
  });

  it('is published from main only', () => {
    expect(site.on.push).toEqual({ branches: ['main'] });
    expect(Object.keys(site.on)).not.toContain('pull_request');
  });
});
