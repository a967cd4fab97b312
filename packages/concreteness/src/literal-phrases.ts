/**
 * Phrases that WordNet knows as something else than what they say in a picture's caption: in 12,692 captions of COCO
 * every one of them is meant word by word ("a man riding horses", "a baby sitting on a chair").
 */
const literal: readonly string[] = [
  'riding horse',
  'drinking water',
  'baby sitting',
  'piece of cake',
  'open door',
  'rainy day',
  'blue wall',
  'red fire',
  'black box',
  'white room',
  'white sheep',
];

/** "large white" is a butterfly only where no noun follows, and captions never mean it. */
const sizeAndColour =
  /^(?:large|small|big|little|tiny|huge|tall|long|short) (?:white|black|red|blue|green|yellow|brown|orange|pink|purple|gr[ae]y|copper|blond)$/;

/** Whether a phrase in a caption is to be read word by word, though it is an entry. */
export function isLiteral(phrase: string): boolean {
  return literal.includes(phrase) || sizeAndColour.test(phrase);
}
