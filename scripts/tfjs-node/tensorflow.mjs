// TensorFlow's library and the headers of its C interface, out of PyPI's wheels.
import { access, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cache, complaint, firstThatRuns, linkedFolder, MissingHere, runCommand } from '../kept.mjs';
import { wheelsOf } from './variants.mjs';

/** A folder with `lib`, `include` and, for a GPU, `nvidia`, where TensorFlow looks for CUDA: beside `lib`. */
export async function tensorflow(variant) {
  return linkedFolder(join(cache, variant.name), async (folder) => {
    await mkdir(folder);
    const wheels = join(folder, 'wheels');
    await unpackWheels(variant.wheels, wheels);
    await mkdir(join(folder, 'lib'));
    for (const file of await readdir(join(wheels, 'tensorflow'))) {
      if (file.startsWith('libtensorflow')) {
        await rename(join(wheels, 'tensorflow', file), join(folder, 'lib', file));
      }
    }
    await rename(join(wheels, 'tensorflow', 'include'), join(folder, 'include'));
    const cuda = join(wheels, 'nvidia');
    if ((await readdir(wheels)).includes('nvidia')) await rename(cuda, join(folder, 'nvidia'));
    await rm(wheels, { recursive: true });
    await access(join(folder, 'lib', 'libtensorflow_cc.so.2'));
  });
}

async function unpackWheels(requirements, target) {
  const pip = await firstThatRuns([['python3', '-m', 'pip'], ['pip3'], ['pip']]);
  if (!pip) {
    throw new MissingHere('it takes TensorFlow from PyPI with pip, and there is none; install python3-pip');
  }
  const list = `${target}.txt`;
  await writeFile(list, `${requirements.join('\n')}\n`);
  const [program, ...args] = pip;
  args.push('install', '--target', target, '--requirement', list, '--require-hashes', '--no-deps');
  args.push('--only-binary=:all:', '--implementation=cp', `--python-version=${wheelsOf.python}`);
  args.push(...wheelsOf.platforms.map((platform) => `--platform=${platform}`));
  args.push('--no-compile', '--no-cache-dir', '--no-input', '--quiet', '--disable-pip-version-check');
  try {
    await runCommand(program, args);
  } catch (error) {
    const what = complaint(error.said);
    if (/hash/i.test(error.said)) throw new Error(`a wheel of PyPI is not the one that was pinned: ${what}`);
    throw new MissingHere(`pip could not get ${requirements[0].split(' ')[0]} from PyPI: ${what}`);
  } finally {
    await rm(list, { force: true });
  }
}
