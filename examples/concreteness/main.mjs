/**
 * Shows which words of a caption a picture can show: rates each content word from 1 (abstract) to 5 (concrete),
 * colours it (on a terminal) from blue to red, and names the most concrete one, the word that a hard negative
 * should change. Your own captions: `node main.mjs "A cat on a mat" "The joy of reading"`.
 */
import { createLexicon } from '@slipform/concreteness';

const captions = process.argv.slice(2);
if (captions.length === 0) {
  captions.push(
    'A black dog waits beside the traffic light',
    'Two children share a slice of pizza in the park',
    'An expression of pure joy and hope',
    'Never mind the gap',
    'of the and',
  );
}

const lexicon = createLexicon();
const colourful = process.stdout.isTTY && process.stdout.hasColors(256);

/** 256-colour codes from abstract (blue) to concrete (red). */
const scale = [33, 37, 71, 142, 172, 166, 160];
function paint(text, rating) {
  if (!colourful) return `${text}(${rating.toFixed(1)})`;
  const step = Math.round(((rating - 1) / 4) * (scale.length - 1));
  return `\x1b[38;5;${scale[step]}m${text}\x1b[0m`;
}

for (const caption of captions) {
  const { words, mean } = lexicon.rateCaption(caption);
  let painted = '';
  let end = 0;
  for (const word of words) {
    painted += caption.slice(end, word.start) + paint(word.text, word.rating);
    end = word.end;
  }
  console.log(painted + caption.slice(end));

  if (words.length === 0) {
    console.log('  no content word\n');
    continue;
  }
  const top = words.reduce((best, word) => (word.rating > best.rating ? word : best));
  console.log(
    `  most concrete: ${top.text}, ${top.rating.toFixed(2)} (${top.source}); mean ${mean.toFixed(2)}\n`,
  );
}
