import { startBackend } from './experiment/start-backend';
import { measureCell } from './experiment/cells/measure-cell';
import { losses } from './experiment/studies/losses';
import { FULL_PRETRAINING } from './experiment/studies/study';
await startBackend('wasm');
const cells = losses.cells([100]);
for (const arm of ['InfoNCE', 'no margin', 'adaptive', 'adaptive, paired']) {
  const cell = cells.find((c) => c.arm === arm)!;
  let last = ''; let t = performance.now();
  const m = await measureCell(cell, '/tmp/pilot', (phase) => { if (phase !== last) { console.log(arm, last, ((performance.now() - t) / 1000).toFixed(1), 's'); last = phase; t = performance.now(); } });
  console.log(arm, last, ((performance.now() - t) / 1000).toFixed(1));
  for (const x of m.filter((x) => /accuracy|recall|probe|seconds/.test(x.metric))) console.log('   ', x.metric, x.of, x.value.toFixed(3));
  for (const x of m.filter((x) => /budget/.test(x.metric) && /step (0|1|40|360|400)$/.test(x.of))) console.log('   ', x.metric, x.of, x.value.toFixed(3));
}
