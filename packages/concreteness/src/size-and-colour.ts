const sizeAndColour =
  /^(?:large|small|big|little|tiny|huge|tall|long|short) (?:white|black|red|blue|green|yellow|brown|orange|pink|purple|gr[ae]y|copper|blond)$/;

/**
 * Whether a phrase is a size and a colour. WordNet knows "large white" and "small white" as butterflies, but two such
 * adjectives in a row describe the noun after them ("a large white airplane"), so they are rated word by word.
 */
export function isSizeAndColour(phrase: string): boolean {
  return sizeAndColour.test(phrase);
}
