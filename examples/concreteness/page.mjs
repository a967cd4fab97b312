/**
 * Colours a text as an HTML page: each content word on a ground from blue (abstract) to orange (concrete), its rating
 * where the pointer rests. `node page.mjs text.txt > page.html`; without a file it takes the text beside it.
 */
import { readFileSync } from 'node:fs';
import { createLexicon } from '@slipform/concreteness';

const file = process.argv[2] ?? new URL('text.txt', import.meta.url);
const text = readFileSync(file, 'utf8');
const lexicon = createLexicon();
const { words, mean } = lexicon.rateCaption(text);

/** Blue at 1, nearly white at 3, orange at 5: distinguished by colour-blind readers too. */
function ground(rating) {
  const strength = Math.abs(rating - 3) / 2;
  const hue = rating < 3 ? 225 : 32;
  return `hsl(${hue} 85% ${97 - 27 * strength}%)`;
}

function escapeHtml(raw) {
  return raw.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function mark({ text: word, rating, lemma, parts }) {
  const from = parts ? parts.join(' + ') : lemma;
  const title = `${rating.toFixed(2)} (${from})`;
  return `<mark style="background:${ground(rating)}" title="${escapeHtml(title)}">${escapeHtml(word)}</mark>`;
}

let body = '';
let end = 0;
for (const word of words) {
  body += escapeHtml(text.slice(end, word.start)) + mark(word);
  end = word.end;
}
body += escapeHtml(text.slice(end));
const paragraphs = body
  .split(/\n\s*\n/)
  .filter((paragraph) => paragraph.trim() !== '')
  .map((paragraph) => `<p>${paragraph.trim()}</p>`)
  .join('\n');

const byLemma = new Map(words.map((word) => [word.lemma, word]));
const sorted = [...byLemma.values()].sort((a, b) => b.rating - a.rating);
const list = (some) => some.map(mark).join(' ');
const steps = [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5];
const legend = steps.map((step) => `<i style="background:${ground(step)}">${step}</i>`).join('');

console.log(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>What a picture can show</title>
<style>
  body { max-width: 42rem; margin: 3rem auto; padding: 0 1rem; font: 18px/1.75 Georgia, serif; color: #222; background: #fff }
  mark { color: inherit; border-radius: .25em; padding: .05em .2em }
  .legend { display: flex; align-items: center; gap: .6rem; font: 13px/1 system-ui, sans-serif }
  .legend i { display: inline-block; width: 2.2rem; padding: .5rem 0; text-align: center; font-style: normal }
  footer { margin-top: 2.5rem; border-top: 1px solid #ddd; font-size: 15px }
</style>
<div class="legend">abstract <span>${legend}</span> concrete</div>
${paragraphs}
<footer>
<p>${words.length} rated words, mean ${words.length === 0 ? 'none' : mean.toFixed(2)}.</p>
<p>Most concrete: ${list(sorted.slice(0, 8))}</p>
<p>Most abstract: ${list(sorted.slice(-8).reverse())}</p>
</footer>
</html>`);
