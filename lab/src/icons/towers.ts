import { type ClipModel, createEncoder, type Tokenizer } from '@slipform/clip';
import { embedWorld } from './embed-world';
import type { IconWorld } from './icon-world';

/** What puts icons and texts into one space: our model, or any other. */
export interface Towers {
  /** Length of an embedding. */
  readonly width: number;
  /** Embeddings of unit length of drawings of a world, [rows, width], row after row. */
  embedIcons(world: IconWorld, rows: readonly number[]): Promise<Float32Array>;
  /** Embeddings of unit length of texts, [texts, width]. */
  embedTexts(texts: readonly string[]): Promise<Float32Array>;
}

/** The towers of a model of ours. */
export function towersOf(model: ClipModel, tokenizer: Tokenizer): Towers {
  const width = model.config.embeddingSize;
  const encoder = createEncoder(model, tokenizer);
  return {
    width,
    embedIcons: (world, rows) => embedWorld(model, world, { rows }),
    async embedTexts(texts) {
      const rows = await encoder.embedTexts(texts, { batchSize: 512 });
      const all = new Float32Array(rows.length * width);
      for (const [at, row] of rows.entries()) all.set(row, at * width);
      return all;
    },
  };
}
