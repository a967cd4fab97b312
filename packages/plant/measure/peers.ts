/**
 * Other miners beside ours on the same captions: how many captions get a negative, how often a judge of texts alone picks
 * the fake (halves mined apart), captions a second of one thread. peers/peers.py makes theirs:
 *
 *   npx tsx packages/plant/measure/peers.ts --set coco NEGATIVES.jsonl… [--negclip FILE.tsv] [--json] [--write]
 *
 * `--negclip` judges NegCLIP's own file (caption, neg_caption as a list) by folds, since it has no halves.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parsePythonList } from '@slipform/kit/formats/python-list';
import { blindScore } from '../../bench/src/audit/blind-score';
import type { Pair } from '../../bench/src/audit/pair';
import { loadBuild, mineDomain } from './build';
import { type DomainCaption, readDomain, sharedFolder } from './domains';
import { blindByHalves } from './figures';
import { type PeerRow, peersTable } from './peers-table';
import { readResults, renewed, writeResults } from './results';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    set: { type: 'string', default: 'coco' },
    negclip: { type: 'string' },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const domain = readDomain(values.set);
if (domain === undefined) throw new Error(`There is no set ${values.set} in ${sharedFolder}/data.`);
const captions = domain.captions;
const build = await loadBuild(fileURLToPath(new URL('../dist', import.meta.url)));
const rows: PeerRow[] = [];

const { records: ours, captionsPerSecond } = mineDomain(build, captions);
rows.push({
  peer: 'ConcretePlant',
  set: domain.name,
  captions: captions.length,
  coverage: new Set(ours.map(({ id }) => id)).size / captions.length,
  blind: (await blindByHalves(build, captions))?.score ?? null,
  judge: 'halves',
  captionsPerSecond,
});
for (const file of positionals.map((path) => resolve(process.env.INIT_CWD ?? '.', path))) {
  const pairs = readFileSync(file, 'utf8').trimEnd().split('\n').map(readPair);
  const { peer, captions: asked, seconds } = JSON.parse(readFileSync(`${file}.summary`, 'utf8')) as Summary;
  rows.push({
    peer,
    set: domain.name,
    captions: asked,
    coverage: pairs.length / asked,
    blind: (await blindByHalves(build, captions, of(pairs)))?.score ?? null,
    judge: 'halves',
    captionsPerSecond: asked / seconds,
  });
}
if (values.negclip !== undefined) {
  const pairs = negClipPairs(readFileSync(resolve(process.env.INIT_CWD ?? '.', values.negclip), 'utf8'));
  rows.push({
    peer: "NegCLIP's own file",
    set: 'coco',
    captions: new Set(pairs.map(({ id }) => id)).size,
    coverage: null,
    blind: (await blindScore(pairs, 0))?.score ?? null,
    judge: 'folds',
    captionsPerSecond: null,
  });
}
if (values.json) for (const row of rows) console.log(JSON.stringify(row));
else console.log(peersTable(rows));
if (values.write) {
  const all = renewed(readResults<PeerRow>('peers'), rows, ({ peer, set }) => `${peer} ${set}`);
  writeResults('peers', all, [peersTable(all)]);
}

interface Summary {
  readonly peer: string;
  readonly captions: number;
  readonly seconds: number;
}

function readPair(line: string): Pair {
  const { id, image_id, caption, negative } = JSON.parse(line) as Record<string, string>;
  return { id: id!, caption: caption!, negative: negative!, ...(image_id ? { imageId: image_id } : {}) };
}

/** What a peer made of the captions of a half: it sees each caption alone. */
function of(pairs: readonly Pair[]) {
  return (half: readonly DomainCaption[]) => {
    const ids = new Set(half.map(({ id }) => id));
    return pairs.filter(({ id }) => ids.has(id ?? ''));
  };
}

/** Each caption of NegCLIP's file with its first negative: a Python list of strings in a cell. */
function negClipPairs(text: string): Pair[] {
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [id = '', caption = '', , list = ''] = line.split('\t');
      const [negative] = parsePythonList(list) ?? [];
      return typeof negative === 'string' ? [{ id, caption, negative }] : [];
    });
}
