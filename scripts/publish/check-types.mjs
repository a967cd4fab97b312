// The packages' types as their users' compilers see them: several versions of TypeScript, both ways to find modules.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inTurn, run } from './run.mjs';
import { typescriptVersions } from './tools.mjs';

const oldest = typescriptVersions[0];
const newest = typescriptVersions.at(-1);
const bundler = { module: 'ESNext', moduleResolution: 'Bundler' };
const node16 = { module: 'Node16', moduleResolution: 'Node16' };
const nodeNext = { module: 'NodeNext', moduleResolution: 'NodeNext' };

/** How a user's compiler finds modules, for a package alone: nothing that another brings may be missing. */
export const resolutionsAlone = [
  { ...bundler, versions: [newest] },
  { ...nodeNext, versions: [newest] },
];

/** For all packages in one program, which costs a version of TypeScript little more than one of them. */
export const resolutionsTogether = [
  { ...bundler, versions: typescriptVersions },
  { ...node16, versions: [oldest, newest] },
  { ...nodeNext, versions: [oldest] },
];

/**
 * Compiles `files` in `folder` with each version of a resolution, strictly, and checks the declarations that
 * it imports too. What is wrong in the declarations of others is not counted: tfjs-core names a type, Long, that it
 * doesn't bring, and its WebGPU types are not those of newer browsers' declarations.
 */
export async function checkTypes(folder, files, tsc, { module, moduleResolution, versions }) {
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
  await writeFile(join(folder, config), JSON.stringify({ compilerOptions, files }));
  const wrong = [];
  await inTurn(versions, async (version) => {
    const errors = await compile(tsc(version), config, folder, files);
    if (errors.length > 0) wrong.push(`TypeScript ${version}:\n${errors.join('\n')}`);
  });
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  return `TypeScript ${versions.map((version) => version.replace(/\.\d+$/, '')).join(', ')}`;
}

/** The compiler's errors in our declarations, in `files` and in the options. */
async function compile(tsc, config, cwd, files) {
  try {
    await run(process.execPath, [tsc, '-p', config, '--pretty', 'false'], { cwd });
    return [];
  } catch (error) {
    const lines = `${error.stdout}`.split('\n').filter((line) => /\berror TS\d+/.test(line));
    if (lines.length === 0) throw error;
    const ours = ['error', 'node_modules/@slipform/', ...files];
    return lines.filter((line) => ours.some((start) => line.startsWith(start)));
  }
}
