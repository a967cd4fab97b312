/** Entries, front-coded and sorted: see src/front-coding.ts. */
export declare const words: string;
/** One character per entry, in the order of `words`: see src/rating-code.ts. */
export declare const ratings: string;
/** Irregular forms, `form lemma` pairs joined by newlines, for each part of speech. */
export declare const nounExceptions: string;
export declare const verbExceptions: string;
export declare const adjectiveExceptions: string;
