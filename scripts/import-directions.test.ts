import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { circles, mayImport } from './import-directions.mjs';

interface Rule {
  readonly packages: readonly string[];
  readonly types?: readonly string[];
  readonly kit: true | readonly string[];
}

interface Import {
  readonly file: string;
  readonly target: string;
  readonly isType: boolean;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const rules: Readonly<Record<string, Rule>> = mayImport;
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 2 ** 28,
})
  .split('\n')
  .filter((file) => existsSync(join(root, file)));

/** What a bundle of a package is made of: no tests, and nothing beside `src`. */
function sourcesOf(workspace: string): string[] {
  const isSource = /\/src\/(?!.*(\.test\.|\/testing\/|testing\/)).*\.(ts|tsx|mjs)$/;
  const inLab = /^lab\/(?!speed\/|.*(\.test\.|testing\/)).*\.(ts|mjs)$/;
  return tracked.filter(
    (file) => file.startsWith(`${workspace}/`) && (workspace === 'lab' ? inLab : isSource).test(file),
  );
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8').replace(/\/\*.*?\*\/|^\s*\/\/.*$/gms, '');
  const statements = /\b(?:import|export)\s+(type\s)?[^'";()]*?from\s+'([^']+)'|\bimport\s*\(?\s*'([^']+)'/g;
  return [...text.matchAll(statements)].map(([, type, from, bare]) => ({
    file,
    target: from ?? bare ?? '',
    isType: type !== undefined,
  }));
}

function isAllowed({ target, isType }: Import, rule: Rule): boolean {
  const [, name = '', rest = ''] = /^@slipform\/([^/]+)\/?(.*)$/.exec(target) ?? [];
  if (name === 'kit') return rule.kit === true || rule.kit.includes(rest);
  return (
    rule.packages.includes(name) ||
    rule.packages.includes(`${name}/${rest}`) ||
    (isType && rule.types?.includes(name) === true)
  );
}

/** `a <> b` for rooms of a package that import each other; a file beside the rooms is one of its own. */
function circlesOf(workspace: string): string[] {
  const src = `${workspace}/src`;
  const roomOf = (path: string) => relative(src, path).split('/')[0]?.replace(/\.ts$/, '');
  const arrows = new Set<string>();
  for (const { file, target } of sourcesOf(workspace).flatMap(importsOf)) {
    if (!target.startsWith('.')) continue;
    const from = roomOf(file);
    const to = roomOf(normalize(join(dirname(file), target)));
    if (from !== undefined && to !== undefined && to !== '..' && from !== to) arrows.add(`${from} > ${to}`);
  }
  return [...arrows].flatMap((arrow) => {
    const [from = '', to = ''] = arrow.split(' > ');
    return from < to && arrows.has(`${to} > ${from}`) ? [`${from} <> ${to}`] : [];
  });
}

const workspaces = [
  ...new Set(
    tracked.flatMap(
      (file) => /^((?:packages|internal|apps)\/[^/]+|lab)\/package\.json$/.exec(file)?.[1] ?? [],
    ),
  ),
];

describe('imports point one way', () => {
  it('each package has its line in import-directions.mjs', () => {
    expect(workspaces.filter((workspace) => rules[workspace] === undefined)).toEqual([]);
  });

  it.each(workspaces)('%s', (workspace) => {
    const rule = rules[workspace] ?? { packages: [], kit: [] };
    const imports = sourcesOf(workspace).flatMap(importsOf);
    expect(imports.length).toBeGreaterThan(0);
    const own = `@slipform/${workspace.replace(/^.*\//, '')}`;
    const wrong = imports.filter(
      (one) =>
        one.target.startsWith('@slipform/') &&
        one.target !== own &&
        !one.target.startsWith(`${own}/`) &&
        !isAllowed(one, rule),
    );
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
    // A path out of the package would go round the table.
    const outside = imports.filter(
      ({ file, target }) =>
        target.startsWith('.') && !normalize(join(dirname(file), target)).startsWith(`${workspace}/`),
    );
    expect(outside.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it('is what CONTRIBUTING and decision 28 say', () => {
    const says = (file: string) => readFileSync(join(root, file), 'utf8').replace(/\s+/g, ' ');
    const published = Object.entries(rules).filter(([workspace]) => workspace.startsWith('packages/'));
    const arrows = published.flatMap(([workspace, { packages }]) =>
      packages.map((name) => `${workspace.slice('packages/'.length)} > ${name}`),
    );
    expect(arrows).toEqual([
      'plant > concreteness',
      'clip > tfjs-kernels',
      'scenes > plant',
      ...['clip', 'plant', 'plant/relations'].map((name) => `bench > ${name}`),
    ]);
    expect(says('CONTRIBUTING.md')).toContain(
      'plant reads concreteness; clip reads tfjs-kernels; scenes reads plant; bench may load clip and plant, its optional peers; the other packages import no package but for types',
    );
    expect(says('docs/decisions/0028-rooms.md')).toContain(
      'plant imports concreteness, clip imports tfjs-kernels, scenes imports plant, and bench loads clip and plant where they are installed',
    );
  });

  it.each(Object.entries<readonly string[]>(circles))('no new circle of rooms in %s', (workspace, known) => {
    expect(circlesOf(workspace).filter((circle) => !known.includes(circle))).toEqual([]);
  });

  it('reads imports of every form', () => {
    const found = sourcesOf('internal/kit').flatMap(importsOf);
    for (const target of [
      './options',
      'commander',
      'node:worker_threads',
      'pure-rand/distribution/uniformFloat64',
    ]) {
      expect(found.map((one) => one.target)).toContain(target);
    }
  });
});
