import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, matchesGlob, resolve } from 'node:path';
import { transformSync } from 'esbuild';
import { expect, it } from 'vitest';
import config from '../vitest.config';

interface Project {
  readonly name: string;
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
}

const root = resolve(import.meta.dirname, '..');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.test.ts'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(root, file)));
const projects = (config.test?.projects ?? []).map((project) => (project as { test: Project }).test);

/** What a pattern lists: `{a,b}.ts` is `a.ts` and `b.ts`. */
function namesIn(pattern: string): string[] {
  const [whole = '', inner = ''] = /\{([^{}]*)\}/.exec(pattern) ?? [];
  return whole === ''
    ? [pattern]
    : inner.split(',').flatMap((one) => namesIn(pattern.replace(whole, () => one)));
}

/** The files that a pattern takes in. */
const filesBy = new Map<string, readonly string[]>();
function filesOfPattern(pattern: string): readonly string[] {
  const found = filesBy.get(pattern) ?? files.filter((file) => matchesGlob(file, pattern));
  filesBy.set(pattern, found);
  return found;
}

const withoutFile = (patterns: readonly string[]) =>
  patterns.flatMap(namesIn).filter((name) => filesOfPattern(name).length === 0);

const isIn = (file: string, patterns: readonly string[] = []) =>
  patterns.some((pattern) => filesOfPattern(pattern).includes(file));

const filesOf = (name: string) => {
  const { include = [], exclude } = projects.find((project) => project.name === name) ?? {};
  return files.filter((file) => isIn(file, include) && !isIn(file, exclude));
};

/** A test's code: no comments, no types. A comment decides nothing. */
const codeOf = (text: string) => transformSync(text, { loader: 'ts', minifyWhitespace: true }).code;

/** What a test does that the next one in its thread would notice. */
const leavesSomething =
  /\bvi\.|\bprocess\.(on|once|off|chdir|exitCode|umask|stdin|stdout|stderr)\b|\bprocess\.env\.\w+=[^=]|delete process\.env|from"(node:child_process|node:worker_threads|@tensorflow\/[^"]*|@slipform\/clip|[^"]*\/run-command|\.\.?\/command)"/;
/** A folder beside the sources: a build that runs meanwhile would read it, and make everything anew. */
const worksBesideSources =
  /\bmkdtemp(?:Sync)?\(\s*join\((?:root|here|import\.meta\.dirname|process\.cwd\(\))\s*,(?!\s*"node_modules")/;
const choosesBackend = /\bdescribeOn(Backends|Cpu)\(|\bprocess\.env\.SLIPFORM_BACKENDS\b/;

it('lists no name without a file', () => {
  expect(withoutFile(['packages/clip/src/training/{adamw.backends,no-such}.test.ts'])).toEqual([
    'packages/clip/src/training/no-such.test.ts',
  ]);
  expect(projects.map(({ name }) => name)).toContain('webgpu');
  for (const { name, include } of projects) expect({ [name]: withoutFile(include) }).toEqual({ [name]: [] });
});

it('has each test in a project, and in one of the three that npm test runs', () => {
  const listed = new Set(projects.flatMap(({ name }) => filesOf(name)));
  expect(files.filter((file) => !listed.has(file))).toEqual([]);
  const run = ['apart', 'processes', 'sharing'];
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect([...scripts.test.matchAll(/--project (\S+)/g)].map(([, name]) => name)).toEqual(run);
  expect(run.flatMap(filesOf).sort()).toEqual(filesOf('node').sort());
});

it('lets no test share a thread that leaves something behind in it', () => {
  const sharing = filesOf('sharing');
  expect(sharing.length).toBeGreaterThan(100);
  const wrong = sharing.filter((file) =>
    leavesSomething.test(codeOf(readFileSync(join(root, file), 'utf8'))),
  );
  expect(wrong, 'name them *.process.test.ts').toEqual([]);
});

it.each([
  ["import { spawn } from 'node:child_process';\nspawn();", true],
  ["vi.spyOn(process.stderr, 'write');", true],
  ["process.env.KEY = 'a';", true],
  ['// vi.spyOn(process.stderr), from "node:child_process"\nexpect(1).toBe(1);', false],
  ["import type { Encoder } from '@slipform/clip';\nexport const encoder = {} as Encoder;", false],
  ["const shared = process.env.SLIPFORM_SHARED ?? '../shared';\nif (process.env.A === shared) run();", false],
])('sees in code, not in comments, what stays behind: %j', (text, leaves) => {
  expect(leavesSomething.test(codeOf(text))).toBe(leaves);
});

it('lets no test work in a package, but in its node_modules', () => {
  const sources = execFileSync('git', ['ls-files', 'packages', 'internal', 'lab', 'apps'], {
    cwd: root,
    encoding: 'utf8',
  });
  const ofPackages = sources
    .split('\n')
    .filter((file) => file.endsWith('.ts') && existsSync(join(root, file)));
  expect(ofPackages.length).toBeGreaterThan(1000);
  const texts = ofPackages.map((file) => [file, readFileSync(join(root, file), 'utf8')] as const);
  expect(texts.filter(([, text]) => text.includes('mkdtemp')).length).toBeGreaterThan(50);
  const wrong = texts.filter(([, text]) => text.includes('mkdtemp') && worksBesideSources.test(codeOf(text)));
  expect(wrong.map(([file]) => file)).toEqual([]);
  const at = (place: string) =>
    worksBesideSources.test(codeOf(`const folder = mkdtempSync(join(${place}, '.x-'));`));
  expect(['root', 'import.meta.dirname', "root, 'node_modules'", 'tmpdir()'].map(at)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

it('names each test that chooses its backends by SLIPFORM_BACKENDS after it', () => {
  const choosing = files.filter(
    (file) =>
      /^packages\/(cement-loss|clip)\//.test(file) &&
      !isIn(file, ['**/*.{browser,page,torture,webgpu}.test.ts']) &&
      choosesBackend.test(codeOf(readFileSync(join(root, file), 'utf8'))),
  );
  expect(choosing.length).toBeGreaterThan(10);
  expect(choosing.filter((file) => !/\.(slow-)?backends\.test\.ts$/.test(file))).toEqual([]);
});
