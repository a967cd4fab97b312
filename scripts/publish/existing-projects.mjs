// The packages in projects that have tfjs already, where npm may not choose freely: an optional peer whose newest version
// wants the newest tfjs-core ends in ERESOLVE there, and never in an empty project.
import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { emptyProject, npmInstall, run } from './run.mjs';

const tfjs = '@tensorflow/tfjs';
const core = '@tensorflow/tfjs-core';

/** `flags` are those of the user's npm install: npm writes ^4.10.0 into package.json, and 4.10.0 with -E. */
export const existingProjects = [
  { packages: [tfjs], version: '4.0.0', flags: [], backend: 'cpu' },
  { packages: [tfjs], version: '4.10.0', flags: [], backend: 'cpu' },
  { packages: [tfjs], version: '4.17.0', flags: ['-E'], backend: 'cpu' },
  { packages: [tfjs], version: '4.22.0', flags: [], backend: 'cpu' },
  { packages: [core, `${tfjs}-layers`, `${tfjs}-backend-cpu`], version: '4.10.0', flags: [], backend: 'cpu' },
  {
    packages: [core, `${tfjs}-layers`, `${tfjs}-backend-cpu`],
    version: '4.22.0',
    flags: ['-E'],
    backend: 'cpu',
  },
  { packages: [core, `${tfjs}-backend-wasm`], version: '4.0.0', flags: ['-E'], backend: 'wasm' },
  { packages: [core, `${tfjs}-backend-wasm`], version: '4.10.0', flags: [], backend: 'wasm' },
  { packages: [core, `${tfjs}-backend-wasm`], version: '4.21.0', flags: ['-E'], backend: 'wasm' },
  { packages: [core, `${tfjs}-backend-wasm`], version: '4.22.0', flags: [], backend: 'wasm' },
].map((project) => {
  const short = project.packages.map((name) => name.replace('@tensorflow/', '')).join(' + ');
  return { ...project, label: [short, project.version, ...project.flags].join(' ') };
});

/**
 * Makes the project, installs the packages into it in one command of their own, and runs consumers/existing-project.mjs.
 *
 * @param names the packages, without their scope
 * @returns what the program printed
 */
export async function useExistingProject(project, names, workspace, npmrc) {
  const { packages, version, flags, backend, label } = project;
  const folder = join(workspace, `existing-${label.replace(/\W+/g, '-')}`);
  try {
    await emptyProject(folder, npmrc);
    await npmInstall(folder, ...flags, ...packages.map((name) => `${name}@${version}`));
    await npmInstall(folder, ...names.map((name) => `@slipform/${name}`));
    await cp(join(import.meta.dirname, '..', 'consumers', 'existing-project.mjs'), join(folder, 'main.mjs'));
    const entries = await readdir(join(folder, 'node_modules'), { recursive: true });
    const cores = entries.filter((entry) => /(^|\/)@tensorflow\/tfjs-core\/package\.json$/.test(entry));
    if (cores.length !== 1) throw new Error(`there are ${cores.length} tfjs-cores: ${cores.join(', ')}`);
    const module = packages[0];
    const { stdout } = await run(process.execPath, ['main.mjs', module, backend, ...names], { cwd: folder });
    const said = stdout.trim().split('\n').at(-1);
    if (!said.startsWith(`tfjs-core ${version},`))
      throw new Error(`the project runs on another tfjs: ${said}`);
    return said;
  } finally {
    // A project with all of tfjs has some 300 MB.
    await rm(folder, { recursive: true, force: true });
  }
}
