import type { CaptionInput } from './caption-input';

/** A group is cut here, lest a stream of one image fill the memory. */
const largestGroup = 64;

interface Grouped {
  readonly id: string;
  readonly caption: string;
  readonly siblings: readonly string[];
}

/** Groups captions that follow each other with one image id, names their siblings, and numbers those without an id. */
export async function* groupByImage(
  captions: Iterable<string | CaptionInput> | AsyncIterable<string | CaptionInput>,
): AsyncGenerator<readonly Grouped[]> {
  let place = 0;
  let group: (CaptionInput & { id: string })[] = [];
  for await (const item of captions) {
    place += 1;
    const input = typeof item === 'string' ? { caption: item } : item;
    const imageId = input?.imageId;
    if (
      group.length > 0 &&
      (imageId === undefined || imageId !== group[0]!.imageId || group.length >= largestGroup)
    ) {
      yield withSiblings(group);
      group = [];
    }
    group.push({ ...input, id: input?.id ?? String(place) });
  }
  if (group.length > 0) yield withSiblings(group);
}

function withSiblings(group: readonly (CaptionInput & { id: string })[]): Grouped[] {
  return group.map(({ id, caption, siblings }) => ({
    id,
    caption,
    siblings: siblings ?? group.map((other) => other.caption).filter((other) => other !== caption),
  }));
}
