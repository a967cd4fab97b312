import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CaptionLabels, parseDomainLabels, parseLabels } from './caption-labels';

/** A caption of the tests' data with its labels. */
export interface Labelled {
  readonly text: string;
  readonly labels: CaptionLabels;
}

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const fixture = (name: string) => readFileSync(join(root, 'packages/plant/fixtures', name), 'utf8');

/** The labelled captions of COCO and of the other domains, by set; `undefined` if the data does not lie beside the project. */
export function readLabelled(): ReadonlyMap<string, readonly Labelled[]> | undefined {
  const data = join(process.env.SLIPFORM_SHARED ?? join(root, '../shared'), 'data');
  const coco = join(data, 'captions/coco-val2017-half.tsv');
  if (!existsSync(coco) || !existsSync(join(data, 'domains'))) return undefined;
  const ofImage = new Map<string, string[]>();
  for (const line of readFileSync(coco, 'utf8').trim().split('\n').slice(1)) {
    const [imageId = '', caption = ''] = line.split('\t');
    ofImage.set(imageId, [...(ofImage.get(imageId) ?? []), caption]);
  }
  const sets = new Map<string, Labelled[]>();
  sets.set(
    'coco',
    parseLabels(fixture('caption-labels.tsv')).map((labels) => ({
      text: ofImage.get(labels.imageId)?.[labels.ordinal - 1] ?? '',
      labels,
    })),
  );
  for (const [set, labelled] of parseDomainLabels(fixture('domain-labels.tsv'))) {
    const texts = new Map(
      readFileSync(join(data, 'domains', `${set}.jsonl`), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { id: string; caption: string })
        .map(({ id, caption }) => [id, caption] as const),
    );
    sets.set(
      set,
      [...labelled].map(([id, labels]) => ({ text: texts.get(id) ?? '', labels })),
    );
  }
  return sets;
}
