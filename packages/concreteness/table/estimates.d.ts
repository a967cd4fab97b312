/** The entries, sorted, in blocks: see src/block-table.ts. */
export declare const words: string;
/** One character for each entry, in the order of `words`. */
export declare const ratings: string;
/** Irregular forms, a line `form lemma …` for each: see src/morphy.ts. */
export declare const nounExceptions: string;
export declare const verbExceptions: string;
export declare const adjectiveExceptions: string;
