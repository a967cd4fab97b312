import { adaptiveMargin, cementLoss, infoNceLoss } from '@slipform/cement-loss';
import '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import { judge, readCache, trainAdapters } from './adapters.js';

const LOGIT_SCALE = 14; // τ = 0.07
const margin = adaptiveMargin({ max: 2 });
const losses = {
  InfoNCE: ({ images, captions }) => infoNceLoss({ images, captions }, { logitScale: LOGIT_SCALE }),
  Cement: (batch) => cementLoss(batch, { logitScale: LOGIT_SCALE, margin }),
};

const status = document.querySelector('#status');
const asked = new URLSearchParams(location.search);
const wanted = asked.get('backend');
const STEPS = Math.max(1, Math.floor(Number(asked.get('steps')) || 600));

/** The first backend that starts here: a browser may know webgpu and have no adapter for it. */
async function firstBackend(names) {
  for (const name of names) if (await tf.setBackend(name).catch(() => false)) return name;
  throw new Error(`This browser starts none of ${names.join(', ')}.`);
}

function cells(row, texts, tag = 'td') {
  row.append(...texts.map((text) => Object.assign(document.createElement(tag), { textContent: text })));
}

function showQuestions(before, after) {
  const table = document.querySelector('#questions');
  cells(
    table.createTHead().insertRow(),
    ['pairs with the right captions', 'before', ...Object.keys(after)],
    'th',
  );
  const body = table.createTBody();
  const percent = ({ right, asked }) => `${((100 * right) / asked).toFixed(1)} %`;
  for (const kind of Object.keys(before)) {
    const row = body.insertRow();
    cells(row, [
      kind === 'thing' || kind === 'sign' ? `another ${kind}` : kind,
      percent(before[kind]),
      ...Object.values(after).map((found) => percent(found[kind])),
    ]);
  }
}

/** A curve for each loss, over the steps. */
function draw(id, curves, top) {
  const svg = document.querySelector(id);
  for (const [name, points] of Object.entries(curves)) {
    const at = ({ x, y }) => `${(40 + (350 * x) / STEPS).toFixed(1)},${(140 - (125 * y) / top).toFixed(1)}`;
    svg.insertAdjacentHTML('beforeend', `<polyline class="${name}" points="${points.map(at).join(' ')}" />`);
  }
  svg.insertAdjacentHTML(
    'beforeend',
    `<text x="36" y="20">${top.toPrecision(2)}</text><text x="36" y="144">0</text>`,
  );
}

try {
  const backend = await firstBackend(wanted ? [wanted] : ['webgpu', 'webgl', 'wasm']);
  status.textContent = `Backend: ${backend}. Reading the cache…`;
  const cache = readCache(await (await fetch('embeddings.json')).json());
  const before = await judge(cache, cache.projections);
  const after = {};
  const curves = { loss: {}, share: {} };
  const started = performance.now();
  for (const [name, loss] of Object.entries(losses)) {
    const training = trainAdapters(cache, loss, { steps: STEPS, every: 10 });
    const points = [];
    let turn = await training.next();
    for (; !turn.done; turn = await training.next()) {
      points.push(turn.value);
      status.textContent = `Backend: ${backend}. ${name}: step ${turn.value.step} of ${STEPS}, loss ${turn.value.loss.toFixed(3)}`;
      await new Promise((resolve) => setTimeout(resolve)); // lets the page be drawn
    }
    after[name] = await judge(cache, turn.value);
    tf.dispose(turn.value);
    curves.loss[name] = points.map(({ step, loss }) => ({ x: step, y: loss }));
    curves.share[name] = points.map(({ step, hardShare }) => ({ x: step, y: hardShare }));
  }
  draw(
    '#loss',
    curves.loss,
    Math.max(...Object.values(curves.loss).flatMap((points) => points.map(({ y }) => y))),
  );
  draw('#share', { Cement: curves.share.Cement }, 1);
  showQuestions(before, after);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  status.textContent = `Done on ${backend}: two trainings of ${STEPS} steps in ${seconds} s.`;
} catch (error) {
  status.textContent = `It failed: ${error.message}`;
}
