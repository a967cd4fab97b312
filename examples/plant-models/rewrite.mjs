// A language model chooses among the changes that the miner found, and words each negative anew. What it answers passes the
// miner's checks, or is counted and left out.
import { createPlant } from '@slipform/plant';
import { model, openServer } from './server.mjs';

const captions = [
  'A red dog chases a blue cat.',
  'A man rides a brown horse along the beach.',
  'Two zebras graze next to a giraffe.',
];

/** The mock server likes short texts, lets men ride camels, and has no answer about giraffes. */
function teach(mock) {
  const asked = ({ messages }) => String(messages.at(-1).content);
  mock.on({ predicate: (request) => asked(request).startsWith('Rate') }, (request) => ({
    content: JSON.stringify(
      asked(request)
        .split('\n')
        .slice(1)
        .map((text) => 100 - text.length),
    ),
  }));
  mock.on({ predicate: (request) => asked(request).startsWith('Word') }, (request) => {
    const negative = /Negative: (.*)/.exec(asked(request))[1];
    return {
      content: negative.includes('giraffe')
        ? 'I am sorry.'
        : negative.replace(/(?<=rides a )\w+ \w+/, 'brown camel'),
    };
  });
}

const { client, close } = await openServer(teach);

async function ask(content) {
  const answer = await client.chat.completions.create({
    model,
    temperature: 0,
    messages: [{ role: 'user', content }],
  });
  return answer.choices[0].message.content ?? '';
}

const plant = createPlant({
  seed: 1,
  concurrency: 4, // requests on their way at a time; the records keep their order
  async scorer(candidates) {
    const texts = candidates.map(({ negative }, i) => `${i + 1}. ${negative}`);
    const question = `Rate from 0 to 100 how plausible each sentence is as a caption. Answer with a JSON array of ${texts.length} numbers alone.`;
    return JSON.parse(await ask([question, ...texts].join('\n')));
  },
  async rewriter({ caption, negative, keyword, replacement }) {
    return ask(
      `Word the negative more naturally. Change nothing but what stands for "${keyword.text}". Answer with the sentence alone.\n` +
        `Caption: ${caption}\nNegative: ${negative}\nNew word: ${replacement.text}`,
    );
  },
});

for await (const { caption, negative, replacement } of plant.mineAll(captions)) {
  console.log(`${caption.padEnd(46)} ${negative}  (${replacement.lemma})`);
}
const { refusals } = plant.stats();
console.log(
  `answers that failed a check: ${refusals.rewrite} of the rewriter, ${refusals.scorer} of the scorer`,
);
await close();
