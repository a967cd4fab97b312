// All packages in one project, where one install serves many: every version of TypeScript, the other runtimes, and the
// bundlers, whose bundle a Web Worker of Chromium runs. The programs are those of scripts/consumers, and say the same.
import { join } from 'node:path';
import { packageNames } from '../package-names.mjs';
import { bundlers, chromiumPath, startPages } from './bundles.mjs';
import { checkTypes, resolutionsTogether } from './check-types.mjs';
import { addProgram, useIt, wishesOf } from './consumer.mjs';
import { emptyProject, inTurn, npmInstall, runClean } from './run.mjs';

/** How each runtime runs a file; all find the packages in node_modules, where npm put them. */
const runtimes = { deno: ['run', '--allow-all', '--node-modules-dir=manual'], bun: ['run'] };

/** @param thorough with the bundlers that take long */
export async function checkTogether(check, tools, workspace, npmrc, thorough) {
  const folder = await emptyProject(join(workspace, 'together'), npmrc);
  const installed = await check('all packages: npm install', async () => {
    const wishes = new Set((await Promise.all(packageNames.map(wishesOf))).flat());
    await npmInstall(folder, ...wishes);
    for (const name of packageNames) await addProgram(name, folder);
  });
  if (!installed) return;
  for (const resolution of resolutionsTogether) {
    await check(`all packages: types, ${resolution.moduleResolution} resolution`, () => {
      const files = packageNames.map((name) => `${name}.ts`);
      return checkTypes(folder, files, tools.tsc, resolution);
    });
  }

  const inNode = new Map();
  await inTurn(packageNames, async (name) => inNode.set(name, await useIt(name, folder, 'main.mjs')));
  const cases = Object.keys(runtimes).flatMap((runtime) => packageNames.map((name) => [runtime, name]));
  await inTurn(cases, ([runtime, name]) =>
    check(`${name}: in ${runtime}, the same output as in Node`, async () => {
      const args = [...runtimes[runtime], 'main.mjs', name];
      const said = await runClean(tools.command(runtime), args, { cwd: folder });
      if (said !== inNode.get(name))
        throw new Error(`Node printed ${inNode.get(name)}\n${runtime} printed ${said}`);
    }),
  );

  if (!chromiumPath()) {
    console.log('  skip  all packages in a Web Worker: there is no Chromium (CHROMIUM_PATH)');
    return;
  }
  const pages = await startPages(folder);
  try {
    for (const bundler of thorough ? bundlers.thorough : bundlers.quick) {
      await check(`all packages: a Web Worker bundled by ${bundler}`, () =>
        pages.check(bundler, tools, inNode),
      );
    }
  } finally {
    await pages.close();
  }
}
