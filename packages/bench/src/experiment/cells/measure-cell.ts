import { loadKeywordDrawings } from '@slipform/scenes/keywords';
import { type OpenModel, openModel } from '../../encoders/open-model';
import type { Cell, KeywordCell, Measurement, SceneCell, SimilarityCell } from './cell';
import { mineCellNegatives } from './cell-negatives';
import { fineTune } from './fine-tune';
import { judge } from './judge';
import { describeKeywords, judgeKeywords } from './judge-keywords';
import { judgeProbes } from './judge-probes';
import { judgeSimilarity } from './judge-similarity';
import { keywordHalf, keywordNegatives } from './keyword-negatives';
import { ratedKeywords } from './keyword-world';
import { pretrain } from './pretrained';
import { keywordWorld, thingWorld } from './scene-world';

type Report = (phase: string, share: number) => void;

/** Pretrains the cell's model unless another cell has, and measures what the cell is about. */
export async function measureCell(cell: Cell, work: string, report: Report): Promise<Measurement[]> {
  const { pretraining, seed } = cell;
  const folder = await pretrain(work, pretraining, seed, (step) =>
    report('pretraining', step / pretraining.steps),
  );
  const pretrained = await openModel(folder);
  try {
    if (cell.kind === 'scenes') return await measureScenes(cell, pretrained, report);
    if (cell.kind === 'keywords') return await measureKeywords(cell, pretrained, report);
    return await measureSimilarity(cell, pretrained, report);
  } finally {
    pretrained.model.dispose();
  }
}

async function measureScenes(
  { pretraining, finetuning, loss, layout, negatives: spec, judging, seed }: SceneCell,
  { model, tokenizer, encoder }: OpenModel,
  report: Report,
): Promise<Measurement[]> {
  const { detail } = pretraining;
  const world = thingWorld(pretraining, finetuning.captions, seed);
  report('mining', 0);
  const negatives =
    loss.name === 'infoNce'
      ? undefined
      : mineCellNegatives(world.scenes, spec, { detail, seed, drawn: layout === 'paired' });
  const trained = await fineTune({
    ...{ ...world, model, tokenizer, finetuning, loss, layout, detail, seed },
    ...(negatives ? { negatives } : {}),
    onStep: (step) => report('training', step / finetuning.steps),
  });
  const judged = await judge(encoder, detail, judging, (share) => report('judging', share));
  return [...trained, ...judged, ...(await judgeProbes(encoder, detail))];
}

async function measureKeywords(
  { finetuning, teach, questions, seed, pretraining: { detail } }: KeywordCell,
  { model, tokenizer, encoder }: OpenModel,
  report: Report,
): Promise<Measurement[]> {
  const keywords = ratedKeywords();
  const world = await keywordWorld(finetuning.captions, seed);
  const loss = { name: 'noMargin' } as const;
  const trained = await fineTune({
    ...{ ...world, model, tokenizer, finetuning, loss, layout: 'captions', detail, seed },
    negatives: keywordNegatives(world.scenes, keywords, teach, seed),
    onStep: (step) => report('training', step / finetuning.steps),
  });
  const drawings = await loadKeywordDrawings('noto');
  const judged = await judgeKeywords(encoder, keywords, drawings, { questions, seed }, (share) =>
    report('judging', share),
  );
  const halves = keywords.map(({ word }) => ({
    metric: 'keyword half',
    of: word,
    value: keywordHalf(word, seed),
  }));
  const known = teach === 'none' ? describeKeywords(keywords, drawings) : [];
  return [...trained, ...judged, ...halves, ...known];
}

async function measureSimilarity(
  { pretraining, captions, negatives: spec, seed }: SimilarityCell,
  { encoder }: OpenModel,
  report: Report,
): Promise<Measurement[]> {
  // Captions that the model has not been trained on: another seed's.
  const { scenes } = thingWorld(pretraining, captions, seed + 1000);
  const negatives = mineCellNegatives(scenes, spec, { detail: pretraining.detail, seed, drawn: false });
  report('judging', 0);
  return judgeSimilarity(encoder, scenes, negatives);
}
