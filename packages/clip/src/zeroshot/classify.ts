import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { extend, integer, optional, type RowsFor, readOptions, rule } from '@slipform/kit/options/options';
import { printable, quoted, shown } from '@slipform/kit/text/printable';
import { withoutSecrets } from '@slipform/kit/text/url-secrets';
import type { ClipEncoder } from '../encoder/clip-encoder';
import {
  EMBED_ROWS,
  type EmbedPartsOptions,
  embedTextParts,
  textLength,
  toUnitLength,
} from '../encoder/embed';
import type { EmbedImagesOptions, ImageInput, SkippedImage } from '../encoder/encoder';
import type { ClipModel } from '../model/clip-model';
import type { Tokenizer } from '../tokenizer/tokenizer';
import type { EmbeddingWorkers } from '../workers/embedding-workers';
import { checkPrompts, defaultTemplates, promptsOf } from './check-prompts';

const ROWS = extend(EMBED_ROWS, {
  // checkWords looks at each.
  templates: optional(
    rule<readonly string[]>('an array of texts', () => true),
    defaultTemplates,
  ),
  topK: optional(integer({ min: 1 })),
}) satisfies RowsFor<ClassifyOptions>;

/** `ClipEncoder.classify`. */
export async function classify(
  encoder: Pick<ClipEncoder, 'model' | 'tokenizer' | 'embedImages'> & {
    readonly workers: EmbeddingWorkers | undefined;
  },
  images: readonly ImageInput[],
  labels: readonly string[],
  allOptions: ClassifyOptions,
  batchSize: number,
): Promise<(Guess[] | undefined)[]> {
  const { templates, topK = labels?.length, ...options } = readOptions('classify', ROWS, allOptions);
  const { model, tokenizer, workers } = encoder;
  checkWords('labels', labels, (label) => label.trim() !== '', 'hold texts, each once');
  checkWords('templates', templates, (template) => template.includes('{}'), 'hold {} where the label stands');
  checkPrompts(labels, templates, tokenizer, textLength(model, tokenizer), 'templates');
  const { signal } = options;
  const classes = await embedClasses(model, tokenizer, labels, templates, { batchSize, signal, workers });
  const guessesOf = (embedding: Float32Array) => rankClasses(embedding, classes, topK);
  if (options.onError !== 'skip') {
    return (await encoder.embedImages(images, { ...options, onError: 'throw' })).map(guessesOf);
  }
  const embeddings = await encoder.embedImages(images, { ...options, onError: 'skip' });
  const guesses = embeddings.map((embedding) => embedding && guessesOf(embedding));
  return Object.assign(guesses, { skipped: embeddings.skipped });
}

function checkWords(name: string, words: unknown, fits: (word: string) => boolean, rule: string): void {
  if (!Array.isArray(words) || words.length === 0) {
    refuse('classify', name, 'must be an array of texts', shown(words));
  }
  const at = words.findIndex(
    (word: unknown, i) => typeof word !== 'string' || !fits(word) || words.indexOf(word) !== i,
  );
  if (at < 0) return;
  const wrong: unknown = words[at];
  const got = typeof wrong === 'string' ? quoted(wrong) : shown(wrong);
  throw new InputError(`classify: ${name} must ${rule}; see ${got}.`);
}

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

/** A class that an image may show. */
export interface Guess {
  /** As it was given among the labels. */
  readonly label: string;
  /** Of softmax over all labels, by the model's own logit scale; from 0 to 1. */
  readonly probability: number;
}

/** Guesses in the order of the images, `undefined` for each image that was left out; `skipped` says why. */
export type GuessesWithGaps = (Guess[] | undefined)[] & { readonly skipped: readonly SkippedImage[] };

export interface ClassifyOptions extends EmbedImagesOptions {
  /**
   * Prompts with {} where the label stands; several are one ensemble. Default `['a photo of a {}.']`;
   * `openaiTemplates` are the 80 that CLIP's authors used.
   */
  readonly templates?: readonly string[] | undefined;
  /** Likeliest labels that are returned for an image, an integer from 1. Default: all. */
  readonly topK?: number | undefined;
}

/** What images are compared with. */
interface Classes {
  readonly labels: readonly string[];
  /** A unit vector for each, row after row. */
  readonly rows: Float32Array;
  /** 1/τ, by which a cosine becomes a logit. */
  readonly logitScale: number;
}

/** The `top` likeliest classes of an image, by cosine; of equal ones the one named first. */
export function rankClasses(
  image: Float32Array,
  { labels, rows, logitScale }: Classes,
  top: number,
): Guess[] {
  const width = image.length;
  const logits = labels.map((_, row) => {
    let cosine = 0;
    for (let i = 0; i < width; i++) cosine += image[i]! * rows[row * width + i]!;
    return logitScale * cosine;
  });
  const largest = logits.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const weights = logits.map((logit) => Math.exp(logit - largest));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights
    .map((weight, row) => ({ label: labels[row]!, probability: weight / sum, logit: logits[row]! }))
    .sort((a, b) => b.logit - a.logit)
    .slice(0, top)
    .map(({ label, probability }) => ({ label, probability }));
}
