import { ownField as fieldOf } from '@slipform/kit/formats/parse-json';
import type { Pair, Span } from '../audit/pair';

/** A caption of the file that has no negative, with the reason. */
export interface CaptionAlone {
  readonly caption: string;
  readonly id?: string;
  readonly reason: string;
}

/**
 * A pair from a record of ours, nested or with dots (Parquet), or from SugarCrepe's entries. Throws what is wrong with
 * it, in words that follow its place.
 */
export function pairOfObject(value: unknown): Pair {
  const row = rowOfObject(value);
  if ('negative' in row) return row;
  throw new Error('has no "negative"');
}

/** The same, or a caption without a negative, as `mine --keep-all` writes one. */
export function rowOfObject(value: unknown): Pair | CaptionAlone {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error('is no JSON object');
  }
  const caption = fieldOf(value, 'caption');
  const negative = fieldOf(value, 'negative') ?? fieldOf(value, 'negative_caption');
  const reason = fieldOf(value, 'reason');
  if (typeof caption === 'string' && (negative ?? null) === null && typeof reason === 'string') {
    const id = fieldOf(value, 'id');
    return { caption, reason, ...(typeof id === 'string' ? { id } : {}) };
  }
  if (typeof caption !== 'string' || typeof negative !== 'string') {
    throw new Error('has no "caption" and "negative" that are strings');
  }
  const text = (name: string) => {
    const found = fieldOf(value, name);
    if (typeof found === 'string') return found;
    return typeof found === 'number' || typeof found === 'bigint' ? String(found) : undefined;
  };
  const rating = (name: string) => {
    const found = fieldOf(value, name);
    return typeof found === 'number' && found >= 1 && found <= 5 ? found : undefined;
  };
  return present({
    caption,
    positive: text('positive') || undefined,
    negative,
    // `mine` without an id writes an empty one, which counts as missing.
    id: text('id') || undefined,
    imageId: text('imageId') ?? text('image_id') ?? text('filename'),
    partner: text('partner') || undefined,
    slot: text('slot'),
    operation: text('operation'),
    concreteness: rating('concreteness'),
    replacementConcreteness: rating('replacementConcreteness'),
    concretenessSource: text('concretenessSource'),
    keyword: spanOf(value, 'keyword'),
    replacement: spanOf(value, 'replacement'),
    keyword2: spanOf(value, 'keyword2'),
    replacement2: spanOf(value, 'replacement2'),
    scores: scoresOf(value),
  });
}

function spanOf(value: object, name: string): Span | undefined {
  const nested = fieldOf(value, name);
  const read = (part: string) =>
    typeof nested === 'object' && nested !== null ? fieldOf(nested, part) : fieldOf(value, `${name}.${part}`);
  const [text, lemma, start, end] = [read('text'), read('lemma'), read('start'), read('end')];
  return typeof text === 'string' &&
    typeof lemma === 'string' &&
    typeof start === 'number' &&
    typeof end === 'number'
    ? { text, lemma, start, end }
    : undefined;
}

function scoresOf(value: object): Pair['scores'] {
  const nested = fieldOf(value, 'scores');
  const read = (part: string) =>
    typeof nested === 'object' && nested !== null ? fieldOf(nested, part) : fieldOf(value, `scores.${part}`);
  const [surprise, leak] = [read('surprise'), read('leak')];
  const areScores =
    typeof surprise === 'number' && surprise >= 0 && typeof leak === 'number' && Number.isFinite(leak);
  return areScores ? { surprise, leak } : undefined;
}

type Missing<T> = { readonly [K in keyof T]: Exclude<T[K], undefined> | undefined };

function present(fields: Missing<Required<Pair>>): Pair {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    caption: string;
    negative: string;
  };
}
