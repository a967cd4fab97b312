// What only the check of a release needs: installed for its length, since together it takes some 500 MB.
import { join } from 'node:path';
import { emptyProject, npmInstall } from './run.mjs';

/** The last release of each minor version of the last two years. */
export const typescriptVersions = ['5.4.5', '5.5.4', '5.6.3', '5.7.3', '5.8.3', '5.9.3', '6.0.3', '7.0.2'];

const others = {
  verdaccio: '6.8.0',
  deno: '2.9.6',
  bun: '1.4.5',
  webpack: '5.113.0',
  rollup: '4.68.8',
  '@rollup/plugin-commonjs': '29.0.3',
  '@rollup/plugin-json': '6.1.0',
  '@rollup/plugin-node-resolve': '16.0.3',
};

/** Installs the tools in one folder; returns it, and the path of each version's `tsc`. */
export async function installTools(workspace) {
  const compilers = typescriptVersions.map((version) => [
    `typescript-${version}`,
    `npm:typescript@${version}`,
  ]);
  const folder = await emptyProject(join(workspace, 'tools'), '', {
    dependencies: { ...others, ...Object.fromEntries(compilers) },
    // A part of Verdaccio asks for it by a tag ("cjs"), which not every mirror of npm has.
    overrides: { 'node-fetch': '2.7.0' },
  });
  await npmInstall(folder);
  const tsc = (version) => join(folder, 'node_modules', `typescript-${version}`, 'bin', 'tsc');
  return { folder, tsc, command: (name) => join(folder, 'node_modules', '.bin', name) };
}
