import { measureCell } from './experiment/cells/measure-cell';
import { startBackend } from './experiment/start-backend';
import { concreteness } from './experiment/studies/concreteness';

await startBackend('wasm');
const o = JSON.parse(process.argv[2]!);
for (const teach of o.arms) {
  const cell = concreteness.cells([o.seed]).find((c) => c.arm === teach)! as any;
  const own = {
    ...cell,
    pretraining: { ...cell.pretraining, ...o.pre },
    finetuning: { ...cell.finetuning, ...o.ft },
  };
  let last = '';
  let t = performance.now();
  const m = await measureCell(own, '/tmp/pilot', (phase) => {
    if (phase !== last) {
      console.log(teach, last, ((performance.now() - t) / 1000).toFixed(1), 's');
      last = phase;
      t = performance.now();
    }
  });
  console.log(teach, last, ((performance.now() - t) / 1000).toFixed(1));
  console.log(
    m
      .filter((x) => /^accuracy|seconds|loss/.test(x.metric))
      .map((x) => `${x.metric} ${x.of} ${x.value.toFixed(3)}`)
      .join(' | '),
  );
}
