// Mines hard negatives for five captions and prints what changed, at what concreteness, and what was refused.
// Run: npm start
import { createPlant } from '@slipform/plant';

const captions = [
  'A red dog chases a blue cat.',
  'A man rides a brown horse along the beach.',
  'An open laptop stands on a wooden desk.',
  'Two zebras graze next to a giraffe.',
  'a dog and a cat',
];

// Three negatives a caption: with the default balance, objects and attributes take turns by chance.
const plant = createPlant({ policy: 'max', perCaption: 3, seed: 1 });

const rows = captions.flatMap((caption) =>
  plant.mine(caption).map((record) => ({
    change: `${record.operation} ${record.slot}`,
    negative: record.negative,
    from: [record.keyword, record.keyword2].flatMap((span) => span?.text ?? []).join(', '),
    concreteness: record.concreteness.toFixed(2),
    edit: record.instruction,
  })),
);

for (const { change, concreteness, negative, edit } of rows) {
  console.log(`${change.padEnd(18)} c ${concreteness}  ${negative.padEnd(46)}  ${edit}`);
}

const { captions: read, negatives, refusals } = plant.stats();
const refused = Object.entries(refusals).filter(([, count]) => count > 0);
console.log(`\n${read} captions, ${negatives} negatives`);
console.log(`refused: ${refused.map(([reason, count]) => `${reason} ${count}`).join(', ')}`);
