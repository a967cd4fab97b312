import { InputError } from '@slipform/kit/errors/input-error';
import { printable, quoted, shown } from '@slipform/kit/text/printable';
import type { HardNegative } from '../hard-negative';
import type { MinedBlock } from '../miner';
import { candidateOf, type Rewriter, ranksOf, type Scorer } from './hooks';

interface Hooks {
  readonly rewriter?: Rewriter | undefined;
  readonly scorer?: Scorer | undefined;
}

export interface HookContext extends Hooks {
  /** The record for a rewriter's answer; `undefined` if that fails a check. */
  readonly check: (
    record: HardNegative,
    answer: string,
    siblings: readonly string[],
  ) => HardNegative | undefined;
  /** Counts an answer that can't be used. */
  readonly refuse: (reason: 'rewrite' | 'scorer') => void;
}

/**
 * The negatives of a block's caption as the hooks have them: the scorer's choice, and that as the rewriter words it. As many as were
 * mined; natural ones, and those that add a detail, stay as they are.
 *
 * @throws what a hook throws; an `InputError` as it is, any other error with the caption's id
 */
export async function askHooks(
  { mined, block, candidates }: MinedBlock,
  number: number,
  context: HookContext,
): Promise<readonly HardNegative[]> {
  // Ours alone are those that add a detail: a scorer compares edits of the caption itself.
  const { negatives: made } = mined[number]!;
  const own = made.filter(({ positive }) => positive === undefined);
  const chosen = [
    ...(await choose(own, candidates[number] ?? [], context)),
    ...made.filter(({ positive }) => positive !== undefined),
  ];
  const { rewriter } = context;
  if (!rewriter) return chosen;
  const negatives: HardNegative[] = [];
  const siblings = block.siblingTexts(number);
  for (const record of chosen) {
    const rewritten = await rewrite(record, siblings, rewriter, context);
    const isNew = !negatives.some(({ negative }) => negative === rewritten.negative);
    negatives.push(isNew ? rewritten : record);
  }
  return negatives;
}

async function choose(
  negatives: readonly HardNegative[],
  candidates: readonly HardNegative[],
  { scorer, refuse }: HookContext,
): Promise<readonly HardNegative[]> {
  if (!scorer || candidates.length <= negatives.length || negatives.every(isNatural)) return negatives;
  const scores = await naming('scorer', candidates[0]!.id, () => scorer(candidates.map(candidateOf)));
  const ranks = ranksOf(scores, candidates.length);
  if (!ranks) {
    refuse('scorer');
    return negatives;
  }
  return ranks.slice(0, negatives.length).map((place) => candidates[place]!);
}

async function rewrite(
  record: HardNegative,
  siblings: readonly string[],
  rewriter: Rewriter,
  { check, refuse }: HookContext,
): Promise<HardNegative> {
  if (isNatural(record) || record.positive !== undefined) return record;
  const answer = await naming('rewriter', record.id, () => rewriter(record, siblings));
  if (typeof answer !== 'string' || answer === record.negative) return record;
  const rewritten = check(record, answer, siblings);
  if (!rewritten) refuse('rewrite');
  return rewritten ?? record;
}

/** Somebody wrote it, of another image, which is its hard image: there is nothing to ask. */
function isNatural({ operation }: HardNegative): boolean {
  return operation === 'natural';
}

async function naming<T>(hook: string, id: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    if (InputError.isInstance(cause)) throw cause;
    const reason = cause instanceof Error ? cause.message : shown(cause);
    throw new Error(`the ${hook} failed on caption ${quoted(id)}: ${printable(reason)}`, { cause });
  }
}

/**
 * Works on items as they come, up to `ahead` of them at a time, and gives the results in the items' order. Where one fails
 * the others that have begun are waited for, so that nothing goes on behind the caller's back.
 */
export async function* inOrder<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  ahead: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const begun: Promise<R>[] = [];
  try {
    for await (const item of items) {
      const result = work(item);
      // It is awaited below, in its turn.
      result.catch(() => {});
      begun.push(result);
      if (begun.length >= ahead) yield await begun.shift()!;
    }
    while (begun.length > 0) yield await begun.shift()!;
  } finally {
    await Promise.allSettled(begun);
  }
}
