import { getBackend, type Tensor2D, tensor1d, tensor2d, tidy } from '@tensorflow/tfjs-core';
import { whereValuesLie } from '../backend/backends';
import { joinRows } from '../ops/join-rows';
import { sliceRows } from '../ops/slice-rows';
import { checkTokens } from './check-tokens';
import type { ClipModel } from './clip-model';
import { type LengthGroup, lengthGroups } from './length-groups';
import { ParameterScope } from './parameters';
import { embedTokens, readLengths, textFeatures } from './text-tower';

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
    return model.projectTexts(featuresOf(model, groups, parts));
  });
}

/** The table is read once for all groups: its gradient may be as large as all others. */
function featuresOf(
  model: ClipModel,
  groups: readonly LengthGroup[],
  ids: readonly (readonly number[])[],
): Tensor2D {
  const parameters = new ParameterScope(model.parameters, '');
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
