import { printable } from '@slipform/kit/text/printable';
import { withoutSecrets } from '@slipform/kit/text/url-secrets';
import { type EmbedPartsOptions, embedTextParts } from '../encoder/embed';
import { toUnitLength } from '../encoder/unit-length';
import { InputError } from '../input-error';
import type { ClipModel } from '../model/clip-model';
import type { Tokenizer } from '../tokenizer/tokenizer';
import { promptsOf } from './prompts';
import type { Classes } from './rank-classes';

/**
 * One unit vector for each class: the mean of the unit embeddings of its prompts, at unit length again (prompt
 * ensembling in embedding space, Radford et al. 2021, section 3.1.4); and the model's logit scale.
 *
 * @param templates prompts with {} where the class stands
 * @throws {InputError} where an embedding or the logit scale is not finite
 */
export async function embedClasses(
  model: ClipModel,
  tokenizer: Tokenizer,
  labels: readonly string[],
  templates: readonly string[],
  options: Pick<EmbedPartsOptions, 'batchSize' | 'signal' | 'workers'>,
): Promise<Classes> {
  const width = model.config.embeddingSize;
  const rows = new Float32Array(labels.length * width);
  const prompts = promptsOf(labels, templates);
  const parts = embedTextParts(model, tokenizer, prompts, {
    ...options,
    normalize: true,
    nameOf: (index) => prompts[index]!,
  });
  for await (const { indices, values } of parts) {
    for (let i = 0; i < values.length; i++) {
      const row = Math.floor(indices[Math.floor(i / width)]! / templates.length);
      rows[row * width + (i % width)]! += values[i]! / templates.length;
    }
  }
  for (let row = 0; row < labels.length; row++) toUnitLength(rows.subarray(row * width, (row + 1) * width));
  return { labels, rows, logitScale: await logitScaleOf(model) };
}

async function logitScaleOf(model: ClipModel): Promise<number> {
  const scale = model.logitScale();
  const [value] = await scale.data();
  scale.dispose();
  if (Number.isFinite(value)) return value!;
  throw new InputError(
    `${printable(withoutSecrets(String(model.source ?? 'the model')), 200)}: logit_scale must be finite, and exp of it is ${value}; take the weights of an earlier checkpoint, or train anew.`,
  );
}
