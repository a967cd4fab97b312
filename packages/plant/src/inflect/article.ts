// Spelt with a vowel, spoken with a consonant ("a unicorn", "a European", "a one-way street"), and the reverse.
const consonantSound =
  /^(?:eu|ewe|one(?:$|[^a-z])|once|oui|u(?:ni(?!n|m)|tensil|tili|kulele|s[aeiu]|rin|ranium|biq))/;
const silentH = /^(?:hour|honest|honou?r|heir)/;
const vowelLetterNames = /^[aefhilmnorsx]$/i;

const known = new Map<string, 'a' | 'an'>();
const most = 20_000;

/** The indefinite article that a word takes: "an" before a vowel sound. */
export function articleFor(word: string): 'a' | 'an' {
  let article = known.get(word);
  if (article === undefined) {
    if (known.size >= most) known.clear();
    article = bySound(word);
    known.set(word, article);
  }
  return article;
}

function bySound(word: string): 'a' | 'an' {
  const first = word.split(/[\s-]/, 1)[0] ?? '';
  if (/^[A-Z]{2,}$/.test(first) && !/[AEIOU]/.test(first))
    return vowelLetterNames.test(first[0]!) ? 'an' : 'a';
  const lower = word.toLowerCase();
  if (/^(?:8|11(?!\d)|18(?!\d))/.test(lower) || silentH.test(lower)) return 'an';
  return /^[aeiou]/.test(lower) && !consonantSound.test(lower) ? 'an' : 'a';
}
