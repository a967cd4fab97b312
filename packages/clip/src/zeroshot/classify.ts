import { extend, integer, optional, type RowsFor, readOptions, rule } from '@slipform/kit/options/options';
import { quoted, shown } from '@slipform/kit/text/printable';
import type { ClipEncoder } from '../encoder/clip-encoder';
import { textLength } from '../encoder/embed';
import { EMBED_ROWS } from '../encoder/embed-options';
import type { ImageInput } from '../encoder/encoder';
import { InputError } from '../input-error';
import type { EmbeddingWorkers } from '../workers/embedding-workers';
import { checkPrompts } from './check-prompts';
import { embedClasses } from './embed-classes';
import { defaultTemplates } from './prompts';
import { type ClassifyOptions, type Guess, rankClasses } from './rank-classes';

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
    throw new InputError(`classify: ${name} must be an array of texts, got ${shown(words)}.`);
  }
  const at = words.findIndex(
    (word: unknown, i) => typeof word !== 'string' || !fits(word) || words.indexOf(word) !== i,
  );
  if (at < 0) return;
  const wrong: unknown = words[at];
  const got = typeof wrong === 'string' ? quoted(wrong) : shown(wrong);
  throw new InputError(`classify: ${name} must ${rule}; see ${got}.`);
}
