import type { Lexicon } from '@slipform/concreteness';

/** Finds the concreteness of a caption's most concrete word; `undefined` where none is rated. */
export function mostConcreteBy(lexicon: Lexicon): (caption: string) => number | undefined {
  return (caption) => {
    const ratings = lexicon.rateCaption(caption).words.map(({ rating }) => rating);
    return ratings.length === 0 ? undefined : Math.max(...ratings);
  };
}
