/**
 * What a batch of 8,192 pairs with one hard caption each costs in memory on wasm, value and gradients, D = 512: dense
 * against chunks. Each runs in a process of its own, whose peak of resident memory is printed.
 *
 * Run: npm run bench:memory (a minute or two; BATCH=2048 for a smaller one)
 */
import '@tensorflow/tfjs-backend-wasm';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as tf from '@tensorflow/tfjs-core';
import { cementLoss, staticMargin } from '../src/index';

const DIM = 512;
const ROWS = Number(process.env.BATCH ?? 8192);
const MIB = 2 ** 20;

/** One measurement, in the process that it is about: prints JSON. */
async function measure(chunkSize: number | undefined): Promise<void> {
  await tf.setBackend('wasm');
  const make = (seed: number) => tf.randomUniform([ROWS, DIM], -1, 1, 'float32', seed);
  const inputs = [make(1), make(2), make(3)];
  const start = performance.now();
  const { value, grads } = tf.valueAndGrads(
    (images: tf.Tensor, captions: tf.Tensor, hardCaptions: tf.Tensor) =>
      cementLoss(
        { images, captions, hardCaptions },
        { margin: staticMargin({ value: 2 }), ...(chunkSize && { chunkSize }) },
      ),
  )(inputs);
  const norms = grads.map((gradient) => tf.norm(gradient).dataSync()[0]);
  const seconds = (performance.now() - start) / 1000;
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ peak, seconds, loss: value.dataSync()[0], norms }));
}

const [argument] = process.argv.slice(2);
if (argument !== undefined) {
  await measure(Number(argument) || undefined);
} else {
  console.log(`wasm, batch ${ROWS}, D = ${DIM}, one hard caption each, value and gradients`);
  console.log(`logits alone: ${((ROWS * 2 * ROWS * 4) / MIB).toFixed(0)} MiB`);
  console.log('form        peak resident   seconds   loss       |∂L/∂images|');
  for (const chunkSize of [0, 1024, 256, 64]) {
    const name = chunkSize === 0 ? 'dense' : `chunk ${chunkSize}`;
    try {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [...process.execArgv, ...process.argv.slice(1, 2), String(chunkSize)],
        { env: { ...process.env, BATCH: String(ROWS) } },
      );
      const { peak, seconds, loss, norms } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}');
      console.log(
        `${name.padEnd(10)} ${peak.toFixed(0).padStart(10)} MiB ${seconds.toFixed(1).padStart(9)}   ${loss.toFixed(6)}   ${norms[0].toExponential(5)}`,
      );
    } catch (error) {
      const said = error instanceof Error ? error.message.split('\n') : [];
      const line = said.findLast((text) => /Error:/.test(text)) ?? 'the process died';
      console.log(`${name.padEnd(10)} does not fit into the 4 GiB of wasm: ${line.trim().slice(0, 80)}`);
    }
  }
}
