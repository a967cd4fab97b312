/**
 * What `add` and `negate` make of COCO's half: coverage, slots, and how often a judge of texts alone picks the negative, who learnt from
 * the other half of the images, mined apart. Then, with COCO's labels, how often a thing that no caption names is there all the same.
 *
 *     npx tsx measure/details.ts
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pair } from '../../bench/src/audit/pair';
import { isNamedBy } from '../src/checks/truth/named';
import { loadCommonCaptions } from '../src/corpus/common-captions';
import { createReaders } from '../src/create-readers';
import { Naming } from '../src/details/absences';
import { hashCompany, hashMet, hashWord } from '../src/hashes/hash-words';
import { blockSize, createPlant } from '../src/index';
import { companyHash } from '../src/lexicon/words';
import { resolveOptions } from '../src/options';
import { eachCompanion } from '../src/reading/companions';
import { readCaption } from '../src/reading/read-caption';
import { type DomainCaption, readDomain, sharedFolder } from './domains';
import { blindByHalves } from './figures';

const coco = readDomain('coco');
if (!coco) throw new Error('measure/details: COCO is missing; SLIPFORM_SHARED names the folder of the data.');
const { captions } = coco;
const images = new Map(captions.map(({ id, imageId }) => [id, imageId]));
const percent = (part: number, of: number) => `${((100 * part) / of).toFixed(1)} %`;

function groupsBy<T>(items: readonly T[], keyOf: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item) ?? '';
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

for (const operation of ['add', 'negate'] as const) {
  const mine = (block: readonly DomainCaption[]) =>
    createPlant({ seed: 1, operations: [operation] }).mineBlock(block);
  const records = mine(captions);
  const slots = groupsBy(records, ({ slot }) => slot);
  const blind = await blindByHalves({ createPlant, blockSize }, captions, (half) =>
    mine(half).map(({ id, caption, positive = caption, negative, slot }): Pair => {
      const imageId = images.get(id);
      return { id, caption: positive, negative, slot, ...(imageId === undefined ? {} : { imageId }) };
    }),
  );
  console.log(
    `${operation}: ${records.length} of ${captions.length} captions (${percent(records.length, captions.length)});`,
    [...slots].map(([slot, of]) => `${slot} ${percent(of.length, records.length)}`).join(', '),
    `; blind, halves apart ${blind?.score.toFixed(3)}`,
    blind?.slots,
  );
}

interface Labels {
  readonly categories: readonly { readonly id: number; readonly name: string }[];
  readonly labels:
    | Readonly<Record<string, readonly number[]>>
    | readonly (readonly [string, readonly number[]])[];
}
const file = (name: string) => JSON.parse(readFileSync(join(sharedFolder, 'data/coco-mini', name), 'utf8'));
const { categories, labels } = file('labels.json') as Labels;
const mini = (
  file('captions.json') as {
    annotations: { id: number; image_id: number; caption: string }[];
  }
).annotations.map(({ id, image_id, caption }) => ({ id: `mini${id}`, imageId: String(image_id), caption }));
const nameOf = new Map(categories.map(({ id, name }) => [id, name]));
const there = new Map(
  (Array.isArray(labels) ? labels : Object.entries(labels)).map(([image, ids]) => [
    String(image),
    new Set((ids as number[]).map((id) => nameOf.get(id)!)),
  ]),
);

const { reader, words } = createReaders(resolveOptions({}));
const fit = loadCommonCaptions();
const naming = new Naming();
for (const group of groupsBy(captions, ({ imageId }) => imageId).values()) {
  if (!there.has(group[0]!.imageId!)) naming.add(group.map(({ caption }) => readCaption(caption, reader)));
}
const found: { share: number; unsaid: number; isThere: boolean }[] = [];
for (const [image, group] of groupsBy(mini, ({ imageId }) => imageId)) {
  const readings = group.map(({ caption }) => readCaption(caption, reader));
  for (const reading of readings) {
    const companions: number[] = [];
    eachCompanion(reading, (hash) => companions.push(hash));
    for (const name of nameOf.values()) {
      if (words.nouns.get(name)?.person !== false) continue;
      if (readings.some((other) => isNamedBy(name, other, words))) continue;
      const word = companyHash(hashWord(name));
      const share = Math.max(
        0,
        ...companions
          .filter((other) => other !== word && fit.count(hashMet(other)) >= 10)
          .map((other) => fit.count(hashCompany(word, other)) / fit.count(hashMet(other))),
      );
      found.push({ share, unsaid: share * (1 - naming.of(name)), isThere: there.get(image)!.has(name) });
    }
  }
}
const rate = (of: typeof found) => {
  const count = of.filter(({ isThere }) => isThere).length;
  return `${count} of ${of.length} there all the same, ${percent(count, of.length)}`;
};
const edges = [0.01, 0.02, 0.05, 0.1, 0.15, 0.3, 1.01];
for (const [i, from] of edges.slice(0, -1).entries()) {
  console.log(`s from ${from}: ${rate(found.filter(({ share }) => share >= from && share < edges[i + 1]!))}`);
}
for (const most of [0.005, 0.01, 0.02, 0.03]) {
  const within = found.filter(({ share, unsaid }) => share >= 0.01 && unsaid <= most);
  console.log(`s from 0.01, s · (1 − p) to ${most}: ${rate(within)}`);
}

const denied = [1, 2, 3].flatMap((seed) =>
  createPlant({ seed, operations: ['negate'] })
    .mineBlock([...captions.filter(({ imageId }) => !there.has(imageId!)), ...mini])
    .filter(({ id, keyword }) => id.startsWith('mini') && [...nameOf.values()].includes(keyword.lemma)),
);
const wrong = denied.filter(({ imageId, keyword }) => there.get(imageId!)!.has(keyword.lemma));
console.log(
  `of what positives deny, in the 80 classes: ${wrong.length} of ${denied.length} there all the same`,
  wrong.map(({ positive }) => positive),
);
