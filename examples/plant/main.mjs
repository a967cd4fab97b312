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

// Three negatives a caption: the most concrete words come first, and what is about as concrete (within 0.3) competes.
const plant = createPlant({ policy: 'max', perCaption: 3, seed: 1 });

const rows = captions.flatMap((caption) =>
  plant.mine(caption).map((record) => ({
    change: `${record.operation} ${record.slot}`,
    negative: record.negative,
    concreteness: record.concreteness.toFixed(2),
    edit: record.instruction,
  })),
);

for (const { change, concreteness, negative, edit } of rows) {
  console.log(`${change.padEnd(18)} c ${concreteness}  ${negative.padEnd(46)}  ${edit}`);
}

// Every caption without a negative has a reason, and every change that was refused the id of the check that refused it.
const { captions: read, negatives, reasons, checks } = plant.stats();
const listed = (counts) =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ') || 'none';
console.log(`\n${read} captions, ${negatives} negatives; captions without one: ${listed(reasons)}`);
console.log(`refused by: ${listed(checks)}`);
