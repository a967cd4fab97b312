/** Writes a word in the case of the one whose place it takes: "Dog" → "Cat", "DOG" → "CAT"; in a title each of its words: "Dog" → "Fire Truck". */
export function matchCase(word: string, model: string, isTitle = false): string {
  const code = model.charCodeAt(0);
  // A small letter first, as nearly always: neither all capitals nor a capital first.
  if (code >= 97 && code <= 122) return word;
  const letters = model.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase())
    return word.toUpperCase();
  const first = model[0] ?? '';
  if (first === first.toLowerCase()) return word;
  return isTitle
    ? word.replace(/(?<=^|\s)\p{L}/gu, (letter) => letter.toUpperCase())
    : word[0]!.toUpperCase() + word.slice(1);
}
