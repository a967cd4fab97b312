import type { FieldNames } from './file-caption';

/**
 * The id of a caption: the input's own, or where it has none the place in the file, and in a folder of shards the shard's
 * name before it, `00017:3`. What `--id-prefix` names stands before each.
 */
export function captionId(
  own: string | undefined,
  place: string,
  { idPrefix = '', shard }: FieldNames,
): string {
  return idPrefix + (own ?? (shard === undefined ? place : `${shard}:${place}`));
}
