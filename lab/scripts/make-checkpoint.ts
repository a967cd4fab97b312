// npx tsx lab/scripts/make-checkpoint.ts FOLDER: trains the checkpoint that the demo starts from, with seed 1, and saves it.
import { createEncoder, refuseModelFolder } from '@slipform/clip';
import { DEMO_PRETRAINING } from '../src/experiments/scenes-demo';
import { pretrainOnScenes } from '../src/machine/scenes/pretrain-on-scenes';
import { startBackend } from '../src/machine/start-backend';

const SEED = 1;
const folder = process.argv[2];
if (folder === undefined) throw new Error('Name the folder for the model.');
await refuseModelFolder(folder);
await startBackend('wasm');
const { model, tokenizer } = await pretrainOnScenes(
  { shows: 'things', detail: 'simple', things: 'demo' },
  DEMO_PRETRAINING,
  SEED,
  (step) => {
    if (step % 50 === 0) console.error(`${step} of ${DEMO_PRETRAINING.steps} steps`);
  },
);
await createEncoder(model, tokenizer).save(folder);
