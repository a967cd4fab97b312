/**
 * Captions per second of mining, beside wink-nlp's own tagging pass on the same distinct captions in the same run.
 *
 *   npm run bench -w @slipform/plant
 *
 * COCO captions where SLIPFORM_SHARED has them, else this package's fixtures, over and over.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { createPlant } from '../src/index';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const coco = join(
  process.env.SLIPFORM_SHARED ?? join(root, '../shared'),
  'data/captions/coco-val2017-half.tsv',
);
const fixture = fileURLToPath(new URL('../fixtures/captions.txt', import.meta.url));
const captions = existsSync(coco)
  ? [
      ...new Set(
        readFileSync(coco, 'utf8')
          .trim()
          .split('\n')
          .slice(1)
          .map((line) => line.slice(line.indexOf('\t') + 1)),
      ),
    ]
  : Array.from({ length: 200 }, () => readFileSync(fixture, 'utf8').trim().split('\n')).flat();

const nlp = winkNLP(model, ['pos']);
const tag = (caption: string) => {
  const tokens = nlp.readDoc(caption).tokens();
  return tokens.out(nlp.its.value).length + tokens.out(nlp.its.pos).length;
};
const plants = {
  'one negative': createPlant(),
  'three negatives': createPlant({ perCaption: 3 }),
  'replace objects only': createPlant({ operations: ['replace'], slots: ['object'] }),
};

function rate(work: (caption: string) => unknown): number {
  const started = performance.now();
  for (const caption of captions) work(caption);
  return captions.length / ((performance.now() - started) / 1000);
}

/** The best of interleaved rounds, so that a busy machine slows both sides alike. */
const rounds = 5;
const best = new Map<string, number>();
const keep = (name: string, value: number) => best.set(name, Math.max(best.get(name) ?? 0, value));
for (let round = 0; round < rounds; round += 1) {
  keep('wink-nlp tagging', rate(tag));
  for (const [name, plant] of Object.entries(plants))
    keep(
      name,
      rate((caption) => plant.mine(caption)),
    );
}

const tagging = best.get('wink-nlp tagging')!;
console.log(`${captions.length} captions, best of ${rounds} rounds`);
for (const [name, value] of best) {
  console.log(
    `${name.padEnd(22)} ${String(Math.round(value)).padStart(7)} captions/s  ${(value / tagging).toFixed(2)} × tagging`,
  );
}
