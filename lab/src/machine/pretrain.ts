import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClip, createEncoder, trainTokenizer } from '@slipform/clip';
import { streamSeed } from '@slipform/kit/random/hash';
import { pairPreprocessing } from '../pairs/pictures';
import { readPrepared } from '../pairs/prepared';
import { PAIR_SIZE } from '../pairs/things';
import type { Measurement } from '../row';
import type { Run } from '../run';
import { trainInPytorch } from './train-in-pytorch';

/** Tokens of a caption with start and end; the twentieth longest is cut. */
const CONTEXT = 20;

const CONFIG = {
  embeddingSize: 128,
  image: {
    imageSize: PAIR_SIZE,
    patchSize: 16,
    width: 128,
    mlpWidth: 512,
    layers: 2,
    heads: 4,
    stem: [24, 64, 128, 192],
  },
  text: { contextLength: CONTEXT, width: 128, mlpWidth: 512, layers: 2, heads: 4 },
} as const;

/** Where the pretrained model of a run's seed is kept for all arms; undefined where a run starts from a committed one, or a user's. */
export function startFolder(work: string, { pretraining, evaluation, seed, start }: Run): string | undefined {
  if (typeof pretraining === 'string' || start !== undefined) return undefined;
  const key = streamSeed(seed, JSON.stringify([pretraining, evaluation])) >>> 0;
  return join(work, `start-${seed}-${key.toString(16)}`);
}

/** A model of random weights trained by InfoNCE on plain captions, unless it is there already; with its loss now and then. */
export async function pretrain(
  run: Run,
  {
    folder,
    prepared,
    onStep,
  }: { folder: string; prepared: string; onStep: (step: number, of: number) => void },
): Promise<readonly Measurement[]> {
  const { pretraining, seed } = run;
  if (typeof pretraining === 'string') return [];
  const record = join(folder, 'pretraining.json');
  if (existsSync(record)) return JSON.parse(await readFile(record, 'utf8'));
  const { pretraining: shown = [] } = await readPrepared(prepared);
  const tokenizer = trainTokenizer(
    shown.map(({ caption }) => caption),
    { contextLength: CONTEXT },
  );
  const { vocabularySize, startToken, endToken } = tokenizer;
  const text = { ...CONFIG.text, vocabularySize, startToken, endToken };
  const fresh = await mkdtemp(join(prepared, '..', 'fresh-'));
  const model = createClip({ ...CONFIG, text }, { seed });
  try {
    await createEncoder(model, tokenizer, { preprocessing: pairPreprocessing(PAIR_SIZE) }).save(
      join(fresh, 'random'),
      {
        dtype: 'float32',
      },
    );
    const own: Run = { ...run, variant: 'pretraining', training: pretraining, loss: { name: 'infoNce' } };
    const job = { prepared, model: join(fresh, 'random'), size: PAIR_SIZE, examples: 'pretraining' as const };
    const onOwn = (step: number) => onStep(step, pretraining.steps);
    const rows = await trainInPytorch(own, { ...job, onStep: onOwn }, fresh);
    const measured = rows.map((row) => ({ ...row, metric: `pretraining ${row.metric}` }));
    await writeFile(join(fresh, 'model', 'pretraining.json'), JSON.stringify(measured));
    await rename(join(fresh, 'model'), folder);
    return measured;
  } finally {
    model.dispose();
    await rm(fresh, { recursive: true, force: true });
  }
}
