// The folder whose node_modules hold tfjs-node with its native part.
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import {
  cache,
  complaint,
  firstThatRuns,
  linkedFolder,
  MissingHere,
  npmInstallInto,
  runCommand,
} from '../kept.mjs';
import { tensorflow } from './tensorflow.mjs';

/** Where npm's package looks for the addon on every Node from 20 on: Node-API 8 is the newest that it knows. */
export const addonPath = join('lib', 'napi-v8', 'tfjs_binding.node');

export async function nativePart(variant) {
  refuseOtherMachines();
  const compiler = await firstThatRuns([[process.env.CXX ?? 'g++'], ['c++'], ['clang++']]);
  if (!compiler) throw new MissingHere('it compiles an addon and there is no C++ compiler; install g++');
  const library = await tensorflow(variant);
  return linkedFolder(join(cache, `tfjs-node-4.22.0-${variant.name}`), async (folder) => {
    await mkdir(folder);
    await installPackages(folder);
    for (const name of variant.packages) {
      const home = join(folder, 'node_modules', name);
      await symlink(library, join(home, 'deps'));
      await compile(compiler[0], {
        home,
        library,
        headers: join(folder, 'node_modules', 'node-api-headers'),
      });
      await checkLoads(folder, name, variant.tensorflow);
    }
  });
}

function refuseOtherMachines() {
  const here = `${process.platform} ${process.arch}`;
  const glibc = process.report.getReport().header.glibcVersionRuntime;
  if (here === 'linux x64' && glibc) return;
  throw new MissingHere(
    `PyPI's TensorFlow that it takes is for Linux with glibc on x86-64, and this is ${here}${here === 'linux x64' ? ' with another C library' : ''}; where storage.googleapis.com is in reach, npm install @tensorflow/tfjs-node downloads what is built for some others`,
  );
}

async function installPackages(folder) {
  try {
    await npmInstallInto(folder, join(import.meta.dirname, 'project'));
  } catch (error) {
    if (/EINTEGRITY/.test(error.said ?? '')) throw new Error(complaint(error.said));
    throw new MissingHere(
      `npm could not get @tensorflow/tfjs-node: ${complaint(error.said || error.message)}`,
    );
  }
}

/** Two files of Node-API, whose interface is the same in every Node: one call of the compiler, and no headers of Node. */
async function compile(compiler, { home, library, headers }) {
  const addon = join(home, addonPath);
  await mkdir(join(addon, '..'), { recursive: true });
  const args = ['-shared', '-fPIC', '-O2', '-std=c++17', '-DNAPI_VERSION=8'];
  args.push('-I', join(headers, 'include'), '-I', join(library, 'include'));
  args.push(...['tfjs_backend.cc', 'tfjs_binding.cc'].map((file) => join(home, 'binding', file)));
  args.push('-o', addon, '-L', join(library, 'lib'), '-l:libtensorflow_cc.so.2');
  args.push('-l:libtensorflow_framework.so.2', '-Wl,-rpath,$ORIGIN/../../deps/lib');
  try {
    await runCommand('nice', [compiler, ...args]);
  } catch (error) {
    throw new Error(`the addon does not compile with ${compiler}: ${complaint(error.said)}`);
  }
}

/** A process of its own must load the package and find the library that was meant. */
async function checkLoads(folder, name, version) {
  const program = `const tf = require('${name}'); console.log(tf.getBackend(), tf.backend().binding.TF_Version);`;
  const found = (
    await runCommand(process.execPath, ['-e', program], { cwd: folder }).catch((error) => {
      throw new Error(`${name} was built and does not load: ${complaint(error.said)}`);
    })
  ).trim();
  if (found !== `tensorflow ${version}`) {
    throw new Error(`${name} was built for tensorflow ${version} and loads ${found}`);
  }
}
