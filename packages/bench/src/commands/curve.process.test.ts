import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import type { CurvePoint } from '../curve/choose-point';
import { runCommand } from '../testing/run-command';
import { saveTinyModel } from '../testing/save-tiny-model';

const { path } = useFolder();
const run = (...args: string[]) => runCommand(path('.'), 'curve', ...args);

/** Twelve plain pictures: the even ones test, the odd ones validate. */
beforeAll(async () => {
  const write = (name: string, content: unknown) => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), JSON.stringify(content));
  };
  const colours = ['red', 'green', 'blue'] as const;
  const pictures = Array.from({ length: 12 }, (_, index) => {
    const colour = colours[index % 3]!;
    return { image: `${index}.png`, colour, caption: `a ${colour} square number ${index}` };
  });
  for (const [index, { image, colour }] of pictures.entries()) {
    const background = { r: 0, g: 0, b: 20 * index, [colour[0]!]: 255 };
    const picture = sharp({ create: { width: 16, height: 16, channels: 3, background } }).png();
    for (const folder of ['pictures', `classes/${colour}_square`]) {
      mkdirSync(path(folder), { recursive: true });
      await picture.clone().toFile(path(`${folder}/${image}`));
    }
  }
  for (const [set, rest] of [
    ['test', 0],
    ['val', 1],
  ] as const) {
    const own = pictures.filter((_, index) => index % 2 === rest);
    write(`${set}.json`, own);
    const rows = own.map(({ image, caption }, index) => [
      index,
      { filename: image, caption, negative_caption: caption.replace('square', 'circle') },
    ]);
    write(`${set}/replace_obj.json`, Object.fromEntries(rows));
  }
  const captions = [...pictures.map(({ caption }) => caption), 'a photo of a circle'];
  const alphas = [1, 0, 0.5].map((alpha) => ({ alpha, folder: `alpha-${alpha}` }));
  for (const [seed, { folder }] of alphas.entries()) {
    mkdirSync(path(`mixed/${folder}`), { recursive: true });
    await saveTinyModel(path(`mixed/${folder}`), { captions, seed });
  }
  write('mixed/mix.json', { before: 'a', after: 'b', alphas });
});

const asked = ['--composition', 'sugarcrepe=test', '--retrieval', 'retrieval=test.json', '--at', '1'];
const chooses = [
  '--validation-composition',
  'sugarcrepe=val',
  '--validation-retrieval',
  'retrieval=val.json',
];
const where = ['--images', 'pictures', '--backend', 'cpu', '--workers', '0'];

const pointsOf = async (...flags: string[]) => {
  const { code, stdout, stderr } = await run('mixed', ...asked, ...chooses, ...where, '--json', ...flags);
  expect([code, stderr.match(/^slipform-bench: .*$/gm)]).toEqual([0, null]);
  return JSON.parse(stdout) as { points: CurvePoint[]; chosen: CurvePoint | null; because: string };
};

test('composition, retrieval and zero-shot along the models of a mix: one table, one page', async () => {
  const zeroshot = ['--zeroshot', 'zero-shot=classes', '--html', 'curve.html'];
  const { code, stdout } = await run('mixed', ...asked, ...chooses, ...zeroshot, ...where);
  expect(code).toBe(0);
  const lines = stdout.split('\n');
  expect(lines[0]).toBe(
    'composition: SugarCrepe (test), retrieval: recall@1 on Retrieval (test), zeroshot: Zero-shot classification; 95 % CIs in brackets',
  );
  expect(lines[1]).toMatch(
    /^ +validation: composition +validation: retrieval +composition +retrieval +zero-shot *$/,
  );
  expect(lines.slice(2, 5).map((line) => /^alpha \S+/.exec(line)?.[0])).toEqual([
    'alpha 0',
    'alpha 0.5',
    'alpha 1',
  ]);
  for (const line of lines.slice(2, 5)) expect(line.match(/[.\d]+ \([.\d]+–[.\d]+\)/g)).toHaveLength(5);
  const page = readFileSync(path('curve.html'), 'utf8');
  expect(page).toContain('<th scope="row">alpha 0.5');
  expect(page.match(/<circle/g)).toHaveLength(6);
  expect(page).not.toMatch(/<script|NaN|undefined/);
});

test('the model is chosen on validation data, within the loss that is allowed', async () => {
  const { points, chosen, because } = await pointsOf('--max-loss', '100');
  const [start, ...others] = points;
  const score = (point: CurvePoint, measure: 'composition' | 'retrieval') =>
    point.validation![measure]!.value;
  const best = others.toSorted((a, b) => score(b, 'composition') - score(a, 'composition'))[0]!;
  // Otherwise the draw of the models asks nothing.
  expect(score(best, 'composition')).toBeGreaterThan(score(start!, 'composition'));
  expect(score(best, 'retrieval')).toBeLessThan(score(start!, 'retrieval'));
  expect(chosen).toEqual(best);
  const change = 100 * (best.test.retrieval!.value - start!.test.retrieval!.value);
  expect(because).toMatch(/On test data: composition \S+ points \(95 % CI \S+ to \S+\), retrieval \S+\.$/);
  expect(because.replace('−', '-')).toContain(Math.abs(change).toFixed(1));
  const none = await pointsOf('--max-loss', '0');
  expect(none.chosen).toBeNull();
  expect(none.because).toMatch(/^Nothing is chosen: no model gains composition within a loss of 0 points/);
});

test('checkpoints come in the order given, and without validation data none is chosen', async () => {
  const models = ['mixed/alpha-1', 'mixed/alpha-0'];
  const { code, stdout } = await run(...models, ...asked, ...where);
  expect(code).toBe(0);
  expect(stdout).toMatch(/\nalpha-1 +[\s\S]*\nalpha-0 +[\s\S]*test data must not choose/);
});

test.each([
  [['mixed/alpha-1', ...asked], 2, 'a curve needs two models or more'],
  [['mixed', ...asked, ...chooses.slice(0, 2)], 2, 'choose together; name both, or neither.'],
  [
    ['mixed', ...asked, '--validation-composition', 'sugarcrepe=test', ...chooses.slice(2)],
    2,
    '--validation-composition must name other data than --composition, got sugarcrepe=test',
  ],
  [
    ['mixed', '--composition', 'retrieval=val.json', ...asked.slice(2), ...where],
    1,
    '--composition retrieval=val.json must ask questions',
  ],
  [
    ['mixed', ...asked.slice(0, 2), '--retrieval', 'zero-shot=classes', ...where],
    1,
    '--retrieval zero-shot=classes must measure retrieval, and Zero-shot classification has none',
  ],
  [
    ['mixed', ...asked, '--zeroshot', 'zero-shot=test', ...where],
    1,
    'must be a folder of folders of pictures',
  ],
  [['mixed', ...asked, '--html', 'test.json', '--force', ...where], 1, 'which is a file of retrieval'],
])('%j is refused', async (args, code, sentence) => {
  const ended = await run(...args);
  expect([ended.code, ended.stdout]).toEqual([code, '']);
  expect(ended.stderr).toContain(sentence);
  expect(ended.stderr).not.toMatch(/\n\s+at /);
});
