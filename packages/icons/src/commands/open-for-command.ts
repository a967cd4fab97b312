import { type Corpus, openCorpus } from '../files/open-corpus';

interface Which {
  readonly root?: string | undefined;
  readonly sets: readonly string[];
}

/** Opens the sets that the options name, with the tags that are installed: they say which pairs mean the same. */
export async function openForCommand(
  { root, sets }: Which,
  more: { readonly signal?: AbortSignal } = {},
): Promise<Corpus> {
  const [only] = sets;
  const isGroup = sets.length === 1 && (only === 'core' || only === 'all');
  return openCorpus({
    ...more,
    tags: true,
    ...(root !== undefined && { root }),
    sets: isGroup ? only : sets,
  });
}
