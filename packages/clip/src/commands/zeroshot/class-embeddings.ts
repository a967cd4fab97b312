import type { ClipModel } from '../../model/clip-model';
import type { Tokenizer } from '../../tokenizer/tokenizer';
import { encodeTexts, toUnitLength, valuesOf } from '../embedding/embed-inputs';
import { promptsOf } from './prompts';

/**
 * One unit vector for each class, row after row: the mean of the unit embeddings of its prompts, at unit length again
 * (prompt ensembling in embedding space, Radford et al. 2021, section 3.1.4).
 *
 * @param templates prompts with {} where the class stands
 */
export async function classEmbeddings(
  classes: readonly string[],
  templates: readonly string[],
  model: ClipModel,
  tokenizer: Tokenizer,
  batchSize: number,
): Promise<Float32Array> {
  const width = model.config.embeddingSize;
  const sums = new Float32Array(classes.length * width);
  const prompts = promptsOf(classes, templates);
  for (let start = 0; start < prompts.length; start += batchSize) {
    const part = prompts.slice(start, start + batchSize);
    const values = await valuesOf(encodeTexts(model, tokenizer, part), true, part);
    for (let i = 0; i < values.length; i++) {
      const row = Math.floor((start + Math.floor(i / width)) / templates.length);
      sums[row * width + (i % width)]! += values[i]! / templates.length;
    }
  }
  for (let row = 0; row < classes.length; row++) toUnitLength(sums.subarray(row * width, (row + 1) * width));
  return sums;
}
