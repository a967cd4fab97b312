import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { shown } from '@slipform/kit/text/printable';
import {
  concat,
  gatherND,
  getBackend,
  type Rank,
  reshape,
  type Tensor2D,
  tensor1d,
  tensor2d,
  tidy,
} from '@tensorflow/tfjs-core';
import { whereValuesLie } from '../backend/backends';
import { differentiable } from '../ops/differentiable';
import { sliceRows } from '../ops/gather-rows';
import type { TextTowerConfig } from './clip-config';
import type { ClipModel } from './clip-model';
import { ParameterScope } from './parameters';
import { embedTokens, projectTexts, readLengths, textFeatures } from './text-tower';

/** Texts of a batch that are computed together, as columns of their longest. */
interface LengthGroup {
  /** Their rows in the batch, ascending. */
  readonly rows: readonly number[];
  readonly length: number;
}

/** What one more group costs, in tokens of padding: its kernels' start, and sums of gradients. */
const GROUP_TOKENS = 96;

/**
 * Divides texts into groups of like length, so that little of what a tower computes is padding: of all divisions the one
 * with the fewest tokens, a group more counted as {@link GROUP_TOKENS}. Of a batch of short captions with a few long ones,
 * more than half is padding.
 *
 * @param lengths tokens of each text up to the one that it is read at, 1 or more
 */
export function lengthGroups(lengths: readonly number[]): LengthGroup[] {
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  const counts = new Array<number>(longest + 1).fill(0);
  for (const length of lengths) counts[length]!++;
  // least[n]: cost of the texts of at most n tokens, the last group among them of those longer than from[n].
  const least = [0];
  const from = [0];
  for (let n = 1; n <= longest; n++) {
    least[n] = Number.POSITIVE_INFINITY;
    let texts = 0;
    for (let m = n - 1; m >= 0; m--) {
      texts += counts[m + 1]!;
      const cost = least[m]! + (texts === 0 ? 0 : texts * n + GROUP_TOKENS);
      if (cost < least[n]!) [least[n], from[n]] = [cost, m];
    }
  }
  const groups: LengthGroup[] = [];
  for (let n = longest; n > 0; n = from[n]!) {
    const rows = lengths.flatMap((length, row) => (length > from[n]! && length <= n ? [row] : []));
    if (rows.length > 0) groups.unshift({ rows, length: n });
  }
  return groups;
}

/**
 * What {@link ClipModel.encodeTexts} gives, up to rounding: the texts are computed in groups of like length, so that
 * little of it is padding. A batch of short captions with a few long ones takes half of the time. Only where values lie
 * in the process, since the ids must be known; elsewhere it is encodeTexts.
 */
export function encodeTextsByLength(model: ClipModel, tokens: Tensor2D): Tensor2D {
  if (whereValuesLie(getBackend()) !== 'process') return model.encodeTexts(tokens);
  model.checkAlive('encodeTexts');
  checkTokens(tokens, model.config.text);
  const columns = tokens.shape[1];
  const ids = tokens.dataSync<'int32'>();
  const groups = lengthGroups(readLengths(ids, columns, model.config.text.endToken));
  if (groups.length < 2) return model.encodeTexts(tokens);
  return tidy(() => {
    const parts = groups.map(({ rows, length }) =>
      rows.flatMap((row) => Array.from(ids.subarray(row * columns, row * columns + length))),
    );
    const parameters = new ParameterScope(model.parameters, '');
    return projectTexts(featuresOf(model, parameters, groups, parts), parameters);
  });
}

/** The table is read once for all groups: its gradient may be as large as all others. */
function featuresOf(
  model: ClipModel,
  parameters: ParameterScope,
  groups: readonly LengthGroup[],
  ids: readonly (readonly number[])[],
): Tensor2D {
  const embedded = embedTokens(tensor1d(ids.flat(), 'int32'), parameters);
  let start = 0;
  const features = groups.map(({ rows, length }, i) => {
    const tokens = tensor2d([...ids[i]!], [rows.length, length], 'int32');
    const own = sliceRows(embedded, start, tokens.size);
    start += tokens.size;
    return textFeatures(tokens, model.config, parameters, own);
  });
  return joinRows(
    features,
    groups.map(({ rows }) => rows),
  );
}

/** The rows of several matrices in one: row i of part p becomes row `rows[p][i]`. Every row from 0 on is given once. */
function joinRows(parts: readonly Tensor2D[], rows: readonly (readonly number[])[]): Tensor2D {
  return differentiable<Tensor2D>(parts, () => {
    const from = new Int32Array(rows.reduce((sum, each) => sum + each.length, 0));
    let at = 0;
    for (const row of rows.flat()) from[row] = at++;
    return {
      value: take(concat([...parts], 0), from),
      gradient: (dy) => rows.map((each) => take(dy, Int32Array.from(each))),
    };
  });
}

/** By gatherND, which is fast on wasm where gather is not. */
function take(x: Tensor2D, rows: Int32Array): Tensor2D {
  return gatherND(x, reshape<Rank.R2>(tensor1d(rows, 'int32'), [rows.length, 1])) as Tensor2D;
}

/** Throws an InputError for what are no tokens of the text tower. */
export function checkTokens(tokens: Tensor2D, { contextLength, vocabularySize }: TextTowerConfig): void {
  checkTensor('encodeTexts', 'tokens', tokens);
  if (tokens.rank !== 2 || tokens.dtype !== 'int32') {
    refuse('encodeTexts', 'tokens', 'must be int32 [batch, length]', `${tokens.dtype} [${tokens.shape}]`);
  }
  if (tokens.shape[1] < 1 || tokens.shape[1] > contextLength) {
    refuse(
      'encodeTexts',
      'tokens',
      `must have 1 to ${contextLength} columns (the model's context length)`,
      tokens.shape[1],
      'truncate the texts',
    );
  }
  // wasm reads whatever lies behind the table when an id is too large, so look before it does.
  if (whereValuesLie(getBackend()) === 'device') return;
  const ids = tokens.dataSync();
  const wrong = ids.findIndex((id) => id < 0 || id >= vocabularySize);
  if (wrong >= 0) {
    throw new InputError(
      `encodeTexts: tokens must lie in [0, ${vocabularySize - 1}], got ${ids[wrong]} at row ${Math.floor(wrong / tokens.shape[1])}; is the tokenizer the model's own?`,
    );
  }
}

/** By what it has: tfjs may be there twice. */
export function checkTensor(place: string, name: string, value: unknown): void {
  if (typeof value === 'object' && value !== null && 'shape' in value && 'dtype' in value) return;
  refuse(place, name, 'must be a tensor', shown(value));
}
