import type { ClipModel } from '../model/clip-model';
import type { Tokenizer } from '../tokenizer/tokenizer';
import type { SaveEncoderOptions } from '../weights/save-model-folder';
import type { ClassifyOptions, Guess, GuessesWithGaps } from '../zeroshot/classify';
import type { EmbeddingsWithGaps, EmbedImagesOptions, EmbedOptions, Encoder, ImageInput } from './encoder';
import type { Preprocessing } from './preprocess';

declare global {
  // For compilers whose `lib` has no esnext.disposable, as @types/node does it.
  interface SymbolConstructor {
    readonly dispose: unique symbol;
  }
}

/** A model with its tokenizer and its preprocessing: all that an embedding depends on. */
export interface ClipEncoder extends Encoder {
  readonly model: ClipModel;
  readonly tokenizer: Tokenizer;
  readonly preprocessing: Preprocessing;
  /**
   * SHA-256 over all files that decide an embedding, as `encoderIdentity` gives it. `undefined` in a browser, for an
   * encoder that was made of parts, and once the weights have been trained, since no file is like them then.
   */
  readonly identity: string | undefined;
  /**
   * Embeds images → `[embeddingSize]` each, at unit length, in the order of the inputs.
   *
   *     const embeddings = await encoder.embedImages(files, { onError: 'skip' });
   *     for (const { index, reason } of embeddings.skipped) console.warn(files[index], reason);
   *
   * @throws {InputError} for an image that can't be read, unless `onError` is `skip`; for what is no image; and for
   *   embeddings that are not finite
   */
  embedImages(
    images: readonly ImageInput[],
    options?: EmbedImagesOptions & { readonly onError?: 'throw' | undefined },
  ): Promise<Float32Array[]>;
  embedImages(
    images: readonly ImageInput[],
    options: EmbedImagesOptions & { readonly onError: 'skip' },
  ): Promise<EmbeddingsWithGaps>;
  /**
   * Embeds texts → `[embeddingSize]` each, at unit length, in the order of the inputs. A text that is longer than the
   * model reads is cut.
   *
   * @throws {InputError} for what is no text, and for embeddings that are not finite
   */
  embedTexts(texts: readonly string[], options?: EmbedOptions): Promise<Float32Array[]>;
  /**
   * The likeliest labels of each image, the likeliest first: the softmax of logit scale × cosine, over the mean of each
   * label's prompts (Radford et al. 2021, section 3.1.4).
   *
   *     const [[best]] = await encoder.classify(['cat.jpg'], ['cat', 'dog']);
   *     console.log(best.label, best.probability);
   *
   * @throws {InputError} as `embedImages` does, and for labels that are the same tokens to the model
   */
  classify(
    images: readonly ImageInput[],
    labels: readonly string[],
    options?: ClassifyOptions & { readonly onError?: 'throw' | undefined },
  ): Promise<Guess[][]>;
  classify(
    images: readonly ImageInput[],
    labels: readonly string[],
    options: ClassifyOptions & { readonly onError: 'skip' },
  ): Promise<GuessesWithGaps>;
  /**
   * Writes the whole model into a folder, which is made if need be, in one moment: a kill leaves the old files or the new
   * ones. transformers reads Hugging Face's naming (CLIPModel, CLIPProcessor), open_clip its own (`local-dir:`).
   * `refuseModelFolder` asks before. Node only.
   *
   *     await encoder.save('my-model', { dtype: 'float16' });
   *
   * @throws {InputError} for weights that are not finite, and for what the naming cannot say
   */
  save(folder: string, options?: SaveEncoderOptions): Promise<void>;
  /** Frees the model. */
  dispose(): void;
  /** {@link ClipEncoder.dispose}, for `using encoder = …`. */
  [Symbol.dispose](): void;
}
