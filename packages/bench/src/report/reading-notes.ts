import { html, type Markup } from './html';
import type { ExperimentRecord } from './record';

/** What the demo's own models are; their names say it to nobody who has not run it. */
const DEMO_MODELS: readonly (readonly [model: string, is: string])[] = [
  ['text only', 'a bigram model of the training captions that never sees a picture'],
  ['checkpoint', 'where every trained model starts, itself trained by InfoNCE alone'],
  ['hard negatives', 'NegCLIP’s loss: hard negatives without a margin'],
  ['Cement', 'hard negatives with a margin that grows with the changed word’s concreteness'],
];

/** How to read the models' names and the scenes' captions; empty where a reader's own models speak for themselves. */
export function readingNotes(record: ExperimentRecord): Markup | false {
  const models = new Set(record.results.map((result) => result.model));
  // Only the demo both mines and trains; a model of the reader's own may be called "checkpoint" too.
  const isDemo = record.mining !== undefined && record.runs.length > 0;
  const known = record.models ? Object.entries(record.models) : isDemo ? DEMO_MODELS : [];
  const notes = known.filter(([model]) => models.has(model));
  const hasScenes = record.results.some((result) => result.benchmark.startsWith('Scenes in '));
  const hasBound = record.results.some((result) => Object.keys(result.bagOfWordsUpperBound ?? {}).length > 0);
  const blind = isDemo ? undefined : record.results.find((result) => result.blind)?.model;
  if (notes.length === 0 && !hasScenes && !hasBound && blind === undefined) return false;
  return html`<ul class="notes">${notes.map(([model, is]) => html`<li><b>${model}</b> is ${is}.</li>`)}${
    blind !== undefined &&
    html`<li><b>${blind}</b> is a bigram model of captions that never sees a picture: what it gets right can be known without looking.</li>`
  }${
    hasBound &&
    html`<li><b>bag of words, at most</b> is the share of questions whose false caption has other words than the true one: a model above it uses the order of the words.</li>`
  }${
    hasScenes &&
    html`<li>A <b>colour</b> is that of the tile behind a drawing: “brown corn” is a corn on a brown tile.</li>`
  }</ul>`;
}
