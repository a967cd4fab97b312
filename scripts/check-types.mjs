// A package's types as its users' compilers see them: several versions of TypeScript, both ways to find modules.
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * The last release of each minor version of the last two years. They are installed for the check alone, since together
 * they take 200 MB, which nobody else needs.
 */
export const typescriptVersions = ['5.4.5', '5.5.4', '5.6.3', '5.7.3', '5.8.3', '5.9.3', '6.0.3', '7.0.2'];

const oldestAndNewest = [typescriptVersions[0], typescriptVersions.at(-1)];

/** How a user's compiler finds modules. What the versions make of the declarations shows under one of them. */
export const resolutions = [
  { module: 'ESNext', moduleResolution: 'Bundler', versions: typescriptVersions },
  { module: 'Node16', moduleResolution: 'Node16', versions: oldestAndNewest },
  { module: 'NodeNext', moduleResolution: 'NodeNext', versions: oldestAndNewest },
];

/** Installs the compilers side by side; returns the path of each version's `tsc`. */
export async function installCompilers(workspace) {
  const folder = join(workspace, 'compilers');
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'compilers', private: true }));
  const aliases = typescriptVersions.map((version) => `typescript-${version}@npm:typescript@${version}`);
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', ...aliases], { cwd: folder });
  return new Map(
    typescriptVersions.map((version) => [
      version,
      join(folder, 'node_modules', `typescript-${version}`, 'bin', 'tsc'),
    ]),
  );
}

/**
 * Compiles `types.ts` in `folder` with each version of a resolution, strictly, and checks the declarations that
 * it imports too. What is wrong in the declarations of others is not counted: tfjs-core names a type, Long, that it
 * doesn't bring, and its WebGPU types are not those of newer browsers' declarations.
 */
export async function checkTypes(folder, compilers, { module, moduleResolution, versions }) {
  const config = `tsconfig.${moduleResolution.toLowerCase()}.json`;
  const compilerOptions = {
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    skipDefaultLibCheck: true,
    target: 'ES2022',
    lib: ['ES2023', 'DOM'],
    types: [],
    module,
    moduleResolution,
  };
  await writeFile(join(folder, config), JSON.stringify({ compilerOptions, files: ['types.ts'] }));
  const wrong = [];
  // A compiler keeps one core busy: two at a time.
  const queue = [...versions];
  const work = async () => {
    for (let version = queue.shift(); version; version = queue.shift()) {
      const errors = await compile(compilers.get(version), config, folder);
      if (errors.length > 0) wrong.push(`TypeScript ${version}:\n${errors.join('\n')}`);
    }
  };
  await Promise.all([work(), work()]);
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  return `TypeScript ${versions.map((version) => version.replace(/\.\d+$/, '')).join(', ')}`;
}

/** The compiler's errors in our declarations, in `types.ts` and in the options. */
async function compile(tsc, config, cwd) {
  try {
    await run(process.execPath, [tsc, '-p', config, '--pretty', 'false'], { cwd, maxBuffer: 1 << 26 });
    return [];
  } catch (error) {
    const lines = `${error.stdout}`.split('\n').filter((line) => /\berror TS\d+/.test(line));
    if (lines.length === 0) throw error;
    return lines.filter((line) => /^(error|types\.ts|node_modules\/@slipform\/)/.test(line));
  }
}
