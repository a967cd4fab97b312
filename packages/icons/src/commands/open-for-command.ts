import { type Corpus, openCorpus } from '../files/open-corpus';

interface Which {
  readonly root?: string | undefined;
  readonly sets: readonly string[];
}

/** Opens the sets that the options name. */
export async function openForCommand(
  { root, sets }: Which,
  more: { readonly tags?: boolean; readonly signal?: AbortSignal } = {},
): Promise<Corpus> {
  const [only] = sets;
  const isGroup = sets.length === 1 && (only === 'core' || only === 'all');
  return openCorpus({
    ...more,
    ...(root !== undefined && { root }),
    sets: isGroup ? only : sets,
  });
}
