import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
// @ts-expect-error a script without types
import { packageNames } from './package-names.mjs';

// Each package has an AGENTS.md, which its tarball holds: what it is for, calls that work, traps. Its programs run here, and
// what its text names is looked for in what was built.
const root = resolve(import.meta.dirname, '..');
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** `npx NAME …` is the command of this repository. */
const npx = `npx() { local name=$1; shift; "${process.execPath}" "${root}"/packages/*/bin/"$name".js "$@"; }`;
const run = (program: string, args: readonly string[], cwd: string) =>
  execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** What can be named: the types of a package, then what its commands say of themselves, one after the other. */
function* namesOf(name: string): Generator<string> {
  const folder = join(root, 'packages', name);
  const { bin = {}, exports, peerDependencies = {} } = manifestOf(name);
  const types = readdirSync(join(folder, 'dist')).filter((file) => file.endsWith('.d.ts'));
  yield types.map((file) => readFileSync(join(folder, 'dist', file), 'utf8')).join('\n');
  yield [...Object.keys(exports), ...Object.keys(peerDependencies), ...commands].join('\n');
  for (const file of Object.values(bin)) {
    const help = (...words: string[]) => run(process.execPath, [file, ...words, '--help'], folder);
    const whole = help();
    yield whole;
    for (const [, each = ''] of (whole.split('Commands:')[1] ?? '').matchAll(/^ {2}([a-z]+)\b/gm))
      yield help(each);
    if (name === 'plant') yield run(process.execPath, [file, 'mine', '--help-all'], folder);
  }
}

const manifestOf = (name: string): Manifest =>
  JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));
interface Manifest {
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly files: readonly string[];
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const commands = (packageNames as string[]).flatMap((name) => Object.keys(manifestOf(name).bin ?? {}));

describe.each(packageNames as string[])('%s', (name) => {
  const text = readFileSync(join(root, 'packages', name, 'AGENTS.md'), 'utf8');

  it('says in less than 120 lines what it is for, ten calls and the traps', () => {
    expect(text.split('\n').length).toBeLessThan(120);
    expect([...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual([
      'Ten calls',
      'Traps',
      'Read on',
    ]);
    const [, imported = ''] = text.split('```js');
    const calls = new Set([...imported.matchAll(/\b([a-zA-Z]+)\(/g)].map(([, call]) => call));
    expect(calls.size).toBeGreaterThanOrEqual(10);
  });

  it('has programs that print what it says, and commands that end well', () => {
    // Where the packages are found by name, and in no folder that a build beside this test reads.
    const folder = mkdtempSync(join(root, 'node_modules', '.agents-'));
    folders.push(folder);
    const blocks = [...text.matchAll(/^```(js|sh)\n([\s\S]*?)^```/gm)];
    expect(blocks.length).toBeGreaterThan(0);
    for (const [, language, program = ''] of blocks) {
      if (language === 'sh') {
        run('bash', ['-e', '-c', `${npx}\n${program}`], folder);
        continue;
      }
      const said = [...program.matchAll(/^.*console\.log\(.*\); \/\/ (.*)$/gm)].map(([, line]) => line);
      expect(said.length).toBeGreaterThan(3);
      writeFileSync(join(folder, 'main.mjs'), program);
      expect(run(process.execPath, ['main.mjs'], folder).trimEnd().split('\n')).toEqual(said);
    }
  });

  it('names no option, function or command that is gone', () => {
    const prose = text.replace(/^```[\s\S]*?^```/gm, '');
    const code = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, each]) => each!);
    const names = code
      .filter((each) => !/^npm |^import |^'|^@(tensorflow|huggingface|iconify)/.test(each)) // of others, and values
      .flatMap(
        (each) => each.replace(/'[^']*'/g, '').match(/--[a-z][a-z-]+|[a-z]+[A-Z]\w+|slipform-[a-z]+/g) ?? [],
      )
      .filter((each) => !/^(matMul|setBackend|postMessage)$/.test(each)); // tfjs's, and a worker's
    let gone = [...new Set(names)];
    for (const known of namesOf(name)) {
      gone = gone.filter((each) => !new RegExp(`(?<![\\w-])${each}(?![\\w-])`).test(known));
      if (gone.length === 0) break; // a help takes half a second
    }
    expect(gone).toEqual([]);
  });
});
