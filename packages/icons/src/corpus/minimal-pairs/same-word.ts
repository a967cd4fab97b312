/**
 * What the forms of a word have in common; two words that are one have the same: singular and plural ("box", "boxes"), a form of a
 * verb in -ed ("lock", "locked"), spellings of Britain and America ("colour", "color"; "centre", "center"; "grey", "gray"; "organise", "organize").
 */
export function stemOf(word: string): string {
  return stem(stem(word));
}

/** {@link stemOf}, which remembers its words: a few thousand are in hundreds of thousands of pairs. */
export function createStems(): (word: string) => string {
  const stems = new Map<string, string>();
  return (word) => {
    const known = stems.get(word);
    if (known !== undefined) return known;
    const found = stemOf(word);
    stems.set(word, found);
    return found;
  };
}

function stem(word: string): string {
  if (word.length < 4) return word;
  return word
    .replace(/^(.*[^aeiou])ies$/, '$1y')
    .replace(/^(.+(?:s|x|z|ch|sh))es$/, '$1')
    .replace(/^(.{2,}[^s])s$/, '$1')
    .replace(/^(.{2,})our$/, '$1or')
    .replace(/^(.{2,}[^aeiou])re$/, '$1er')
    .replace(/^(.{3,})ise$/, '$1ize')
    .replace(/^gray$/, 'grey')
    .replace(/^(.{3,}[^e])ed$/, '$1')
    .replace(/^(.{2,}([^aeiou]))\2$/, '$1');
}
