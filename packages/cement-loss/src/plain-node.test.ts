import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

// Vitest resolves tfjs-core as a bundler does, which can hide that plain Node has no gradients registered. So the
// built package is run by node itself, as a user would.
const folder = join(import.meta.dirname, '..');
const run = async (type: 'module' | 'commonjs', code: string): Promise<string> => {
  const { stdout } = await promisify(execFile)(process.execPath, [`--input-type=${type}`, '--eval', code], {
    cwd: folder,
  });
  return stdout.replace(/=+\nHi, looks[\s\S]*?=+\n/, '');
};

const useIt = `
  const logitScale = core.variable(core.scalar(5));
  const [images, captions] = [1, 2].map((seed) => core.variable(core.randomNormal([4, 3], 0, 1, 'float32', seed)));
  const hardCaptions = core.variable(core.randomNormal([4, 2, 3], 0, 1, 'float32', 3));
  const batch = { images, captions, hardCaptions, concreteness: core.fill([4, 2], 3), groups: [0, 0, 1, 2] };
  for (const margin of [loss.adaptiveMargin({ scale: 'rank' }), loss.balancedMargin({ share: 0.5 })]) {
    const { value, grads } = core.variableGrads(() => loss.cementLoss(batch, { margin, logitScale }));
    console.log(Object.keys(grads).length, Number.isFinite(value.dataSync()[0]));
  }
  console.log(loss.gradientBudget(batch).imageToText.hard.shape);
`;

it.each(['cpu', 'wasm'])(
  'the built package works in plain Node with tfjs-core and %s alone, ESM and CJS',
  async (backend) => {
    const expected = '4 true\n4 true\n[ 4 ]\n';
    const esm = `
    import * as core from '@tensorflow/tfjs-core';
    import '@tensorflow/tfjs-backend-${backend}';
    import * as loss from '@slipform/cement-loss';
    await core.setBackend('${backend}');
    ${useIt}`;
    const cjs = `
    const core = require('@tensorflow/tfjs-core');
    require('@tensorflow/tfjs-backend-${backend}');
    const loss = require('@slipform/cement-loss');
    core.setBackend('${backend}').then(() => { ${useIt} });`;
    expect(await run('module', esm)).toBe(expected);
    expect(await run('commonjs', cjs)).toBe(expected);
  },
);

it('gradientBudget asks the loss of another copy of the package: ESM beside CJS, and ESM twice', async () => {
  const code = `
    import { createRequire } from 'node:module';
    import * as core from '@tensorflow/tfjs-core';
    import '@tensorflow/tfjs-backend-cpu';
    import * as esm from '@slipform/cement-loss';
    const cjs = createRequire(process.cwd() + '/x.js')('@slipform/cement-loss');
    const again = await import('./dist/index.js?again');
    await core.setBackend('cpu');
    const rows = [[1, 0.2], [0.1, 1], [0.5, 0.4]];
    const batch = { images: rows, captions: [...rows].reverse(), hardCaptions: rows };
    const copies = [esm, cjs, again];
    if (new Set(copies.map((copy) => copy.negClipLoss)).size !== 3) throw new Error('these are no three copies');
    for (const mine of copies) {
      for (const yours of copies) {
        // With the options passed on, without, and of a batch that is put together anew.
        const losses = [yours.negClipLoss, (b) => yours.negClipLoss(b), (b) => yours.negClipLoss({
          images: b.images, captions: b.captions, hardCaptions: b.hardCaptions })];
        for (const loss of losses) {
          const { imageToText } = mine.gradientBudget(batch, { loss, space: 'embedding' });
          console.log([...imageToText.hard.dataSync()].map((x) => x.toFixed(3)).join());
          core.dispose(imageToText);
        }
      }
    }
    // And afterwards they are losses again, with gradients.
    console.log(core.grad((x) => cjs.infoNceLoss({ images: x, captions: rows }))(core.tensor(rows)).shape);
  `;
  const lines = (await run('module', code)).trim().split('\n');
  expect(lines.length).toBe(28);
  expect(lines.pop()).toBe('[ 3, 2 ]');
  expect(new Set(lines).size).toBe(1);
  expect(lines[0]).toMatch(/^\d/);
});

it("the README's first program runs and prints what it says", async () => {
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  const [, program = ''] = /```js\n([\s\S]*?)```/.exec(readme) ?? [];
  const [, first = '', last = ''] = /prints `(\S+)` and `(\S+)`/.exec(readme) ?? [];
  expect(await run('module', program)).toBe(`${first}\n${last}\n`);
});
