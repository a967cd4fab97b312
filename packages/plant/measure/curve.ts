/**
 * What the knob costs: concreteness, slots, leak and sense under each policy, temperature and balance, on COCO and two
 * other sets; with `--sense` along the option `sense` instead, which is printed alone.
 *
 *   npm run curve -w @slipform/plant -- [--sets coco,cc3m,rsicd] [--captions 4000] [--write] [--sense]
 *
 * `--write` writes results/curve.jsonl and the README's figure, docs/curve-light.svg and docs/curve-dark.svg;
 * `--draw` draws what results/curve.jsonl holds.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createLexicon } from '@slipform/concreteness';
import type { PlantOptions } from '../src/index';
import { loadBuild, mineDomain } from './build';
import { type CurvePoint, curveTable, drawCurve } from './curve-figure';
import { readDomain } from './domains';
import { blindByHalves, concretenessOf, meanSurprise, partOf, sharesOf } from './figures';
import { readResults, writeResults } from './results';

const { values } = parseArgs({
  options: {
    sets: { type: 'string', default: 'coco,cc3m,rsicd' },
    captions: { type: 'string', default: '4000' },
    write: { type: 'boolean', default: false },
    draw: { type: 'boolean', default: false },
    sense: { type: 'boolean', default: false },
  },
});

/** From the most concrete word to the least; `weighted` lies between `max` and `random`. */
const knob: readonly (readonly [string, PlantOptions])[] = [
  ['max', { policy: 'max' }],
  ['T = 0.5', { policy: 'weighted', temperature: 0.5 }],
  ['random', { policy: 'random' }],
  ['min', { policy: 'min' }],
];

/** Bounds on the surprise of things, in nats: P of 0.91 to 0.7. */
const senses = [0.09, 0.12, 0.15, 0.19, 0.25, 0.35];

/** What is measured of each set. */
const settings: readonly (readonly [setting: string, PlantOptions & Pick<CurvePoint, 'balance'>])[] =
  values.sense
    ? senses.map((sense) => [`sense ${sense}`, { sense, balance: 'none' }])
    : (['none', 'slots', 'concreteness'] as const).flatMap((balance) =>
        knob
          .filter(([, { policy }]) => balance === 'none' || policy !== 'weighted')
          .map(([setting, options]) => [setting, { ...options, balance }] as const),
      );

const points = values.draw ? readResults<CurvePoint>('curve') : await measureAll();
if ((values.write && !values.sense) || values.draw) {
  writeResults('curve', points, [curveTable(points)]);
  for (const theme of ['light', 'dark'] as const) {
    writeFileSync(
      fileURLToPath(new URL(`../docs/curve-${theme}.svg`, import.meta.url)),
      drawCurve(points, theme),
    );
  }
}
console.log(curveTable(points));

async function measureAll(): Promise<CurvePoint[]> {
  const build = await loadBuild(fileURLToPath(new URL('../dist', import.meta.url)));
  const lexicon = createLexicon();
  const measured: CurvePoint[] = [];
  for (const { name, captions: all } of values.sets.split(',').flatMap((set) => readDomain(set) ?? [])) {
    const captions = partOf(all, Number(values.captions));
    for (const [setting, options] of settings) {
      const { records } = mineDomain(build, captions, options);
      const blind = await blindByHalves(build, captions, (half) => mineDomain(build, half, options).records);
      measured.push({
        set: name,
        balance: options.balance,
        setting,
        coverage: new Set(records.map(({ id }) => id)).size / captions.length,
        ...concretenessOf(records, lexicon),
        slots: sharesOf(records, ({ slot }) => slot),
        blind: blind?.score ?? null,
        surprise: meanSurprise(records),
      });
      console.error(JSON.stringify(measured.at(-1)));
    }
  }
  return measured;
}
