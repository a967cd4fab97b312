/**
 * English closed-class words, by class. WordNet has no entry for them as such, only for their homographs ("in"
 * the chemical element, "he" the Hebrew letter), so their estimate comes from their class and not from WordNet.
 * Captions leave them out of the rated words.
 */
const functionWords: Readonly<Record<string, readonly string[]>> = {
  determiner: list(`a an the this that these those each every either neither some any no all both half such
    another other many much more most few fewer fewest several enough what which whatever whichever`),
  pronoun:
    list(`i me my mine myself you your yours yourself yourselves he him his himself she her hers herself
    it its itself we us our ours ourselves they them their theirs themselves one oneself who whom whose whoever
    whomever somebody someone something anybody anyone anything nobody none nothing everybody everyone everything ourself
    thou thee thy thine thyself ye whosoever whomsoever whosesoever`),
  preposition:
    list(`about above across after against along alongside amid amidst among amongst around as at atop
    before behind below beneath beside besides between beyond by despite down during except for from in inside
    into like near of off on onto opposite out outside over past per since than through throughout till to toward
    towards under underneath unlike until unto up upon versus via with within without`),
  conjunction: list(`and but or nor so yet if because although though unless while whereas whether lest
    whilst albeit inasmuch whenever wherever whereupon whereby notwithstanding`),
  auxiliary:
    list(`be am is are was were been being have has had having do does did doing done can could may might
    must shall should will would ought cannot`),
  adverb: list(`not never ever also too very just only even still then there here now thus hence how why when
    where quite rather almost again once whither hither thither whence
    howsoever`),
};

function list(words: string): readonly string[] {
  return words.split(/\s+/);
}

const all: ReadonlySet<string> = new Set(Object.values(functionWords).flatMap((words) => [...words]));

/** Whether a word in lower case is a function word, or a contraction of one: "isn't", "they're", "he'd". */
export function isFunctionWord(word: string): boolean {
  if (all.has(word)) return true;
  const apostrophe = word.indexOf("'");
  if (apostrophe < 1) return false;
  return /n't$/.test(word) || (/'(?:s|m|d|re|ve|ll)$/.test(word) && all.has(word.slice(0, apostrophe)));
}
