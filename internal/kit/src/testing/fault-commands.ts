import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A command that writes files, for faults of the file system to meet. */
export interface FaultCommand {
  readonly name: string;
  readonly package: 'plant' | 'clip' | 'bench';
  /** Its arguments: `DIR` stands for the folder. */
  readonly args: string;
  /** What it writes: files, or folders of which it writes all. */
  readonly outputs: readonly string[];
  /** What of a file is the same each time. Default: all of it. */
  readonly same?: (bytes: Buffer) => unknown;
}

const mine = (name: string, to: string, more = ''): FaultCommand => ({
  name: `mine to ${name}`,
  package: 'plant',
  args: `mine DIR/in/a.txt -o DIR/${to} --quiet --block-size 20 ${more}`,
  outputs: [to],
});
const pairsOut = { package: 'plant', outputs: ['out.jsonl'] } as const;

export const faultCommands: readonly FaultCommand[] = [
  mine('JSON lines', 'out.jsonl'),
  mine('JSON lines in gzip', 'out.jsonl.gz'),
  mine('Parquet', 'out.parquet'),
  mine('a tar', 'out.tar'),
  {
    name: 'mine into a folder',
    package: 'plant',
    args: 'mine DIR/in/*.txt -o DIR/out/ --quiet --block-size 20 --task 0 --of 1',
    outputs: ['out/a.jsonl', 'out/b.jsonl'],
  },
  {
    name: 'sites',
    package: 'plant',
    args: 'sites DIR/in/a.txt DIR/in/b.txt -o DIR/out/ --quiet',
    outputs: ['out/a.parquet', 'out/b.parquet'],
  },
  { ...pairsOut, name: 'pairs', args: 'pairs DIR/in/a.txt -o DIR/out.jsonl --quiet' },
  { name: 'fit', package: 'plant', args: 'fit DIR/in/a.txt -o DIR/out.fit --quiet', outputs: ['out.fit'] },
  {
    name: 'train',
    package: 'clip',
    args: 'train DIR/in/train.mjs -o DIR/out --backend cpu',
    outputs: ['out'],
  },
  {
    name: 'embed',
    package: 'clip',
    args: 'embed DIR/in/model DIR/in/a.txt -o DIR/out.npy --backend cpu --workers 0',
    outputs: ['out.npy', 'out.ids.txt'],
  },
  {
    name: 'bench run',
    package: 'bench',
    args: 'run DIR/in/model --benchmark sugarcrepe=DIR/in/crepe --images DIR/in --backend cpu --workers 0 -o DIR/out.json',
    outputs: ['out.json'],
    same(bytes) {
      const { startedAt, seconds, command, ...same } = JSON.parse(bytes.toString());
      return JSON.stringify(same);
    },
  },
];

const root = join(import.meta.dirname, '../../../..');

/** Writes what the commands read into `DIR/in`. */
export function writeFaultInputs(folder: string): void {
  mkdirSync(join(folder, 'in'));
  const captions = readFileSync(join(root, 'packages/plant/fixtures/captions.txt'), 'utf8').split('\n');
  writeFileSync(join(folder, 'in/a.txt'), `${captions.slice(0, 50).join('\n')}\n`);
  writeFileSync(join(folder, 'in/b.txt'), `${captions.slice(50, 80).join('\n')}\n`);
  cpSync(join(root, 'lab/pair-model'), join(folder, 'in/model'), { recursive: true });
  cpSync(join(root, 'packages/bench/docs/report.png'), join(folder, 'in/0.png'));
  mkdirSync(join(folder, 'in/crepe'));
  const row = {
    filename: '0.png',
    caption: 'bell off and cloud plus',
    negative_caption: 'bell plus and cloud off',
  };
  writeFileSync(join(folder, 'in/crepe/swap_att.json'), JSON.stringify({ 0: row }));
  writeFileSync(join(folder, 'in/train.mjs'), trainModule);
}

/** A module for `slipform-clip train`: two captions, five steps, into the folder `model`. */
export const trainModule = `
import { adamW, createClip, trainTokenizer } from '@slipform/clip';
import { infoNceLoss } from '@slipform/cement-loss';
export default ({ seed }) => {
  const captions = ['a red square', 'a blue circle'];
  const tokenizer = trainTokenizer(captions);
  const tower = { width: 8, layers: 1, heads: 2 };
  const model = createClip({
    embeddingSize: 8,
    image: { ...tower, imageSize: 4, patchSize: 2 },
    text: { ...tower, vocabularySize: tokenizer.vocabularySize, contextLength: tokenizer.contextLength },
  }, { seed });
  const images = Float32Array.from({ length: 96 }, (_, i) => Math.sin(i * (i < 48 ? 1 : 2)));
  return {
    model, tokenizer, steps: 5, output: 'model', optimizer: adamW(),
    data: () => ({ images, tokens: captions.map((caption) => tokenizer.encode(caption)) }),
    loss: (batch, options) => infoNceLoss(batch, options),
  };
};
`;
