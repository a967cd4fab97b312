// Runs a frozen encoder once over pictures of two icons, their captions and the same words bound the other way ("bell off and cloud plus",
// "bell plus and cloud off"), and keeps its embeddings: what the page trains on. The encoder is lab/duo-model; yours would be `loadClip('my-model')`.
import { fileURLToPath } from 'node:url';
import {
  createClip,
  createEncoder,
  loadClip,
  loadPreprocessing,
  loadTokenizer,
  useBackend,
} from '@slipform/clip';
import { createLexicon } from '@slipform/concreteness';
import { DUO_PADDING, duoPixels, duoQuestions, splitOf } from '@slipform/icons';
import { drawIcons, openCorpus } from '@slipform/icons/files';
import * as tf from '@tensorflow/tfjs-core';

/** `{ train, test }`: rows of embeddings that belong together, as plain arrays. */
export async function cacheEmbeddings({ pairs = 2000, questions = 300 } = {}) {
  await useBackend('wasm');
  const lab = fileURLToPath(new URL('../../lab', import.meta.url));
  const folder = `${lab}/duo-model`;
  const { features, projections } = withoutProjections(await loadClip(folder));
  const preprocessing = await loadPreprocessing(folder);
  const encoder = createEncoder(features, await loadTokenizer(folder), { preprocessing });

  const corpus = await openCorpus({ root: lab, sets: 'core' });
  const limits = { perSet: 2000, perPart: 100, perPartPair: 20 };
  const all = duoQuestions(corpus.icons, limits);
  const few = (split, kind, count) => {
    const found = all.filter((question) => splitOf(question) === split && question.kind === kind);
    return found.filter((_, at) => at % Math.ceil(found.length / count) === 0);
  };
  const trained = few('train', 'swap', pairs);
  // Pictures that are trained on show what was taken in; those by artists whom the encoder never saw, what was learned.
  const asked = [
    ...trained.slice(0, questions).map((question) => ({ ...question, kind: 'swap, trained on' })),
    ...['swap', 'thing', 'sign'].flatMap((kind) => few('test', kind, questions)),
  ];
  const pictureOf = await painter([...trained, ...asked]);

  const embed = async (rows) => ({
    images: await encoder.embedImages(rows.map((row) => pictureOf(row, 0))),
    otherImages: await encoder.embedImages(rows.map((row) => pictureOf(row, 1))),
    captions: await encoder.embedTexts(rows.map(({ captions }) => captions[0])),
    hardCaptions: await encoder.embedTexts(rows.map(({ captions }) => captions[1])),
  });
  const lexicon = createLexicon();
  const concreteness = ({ parts }) => {
    const ratings = parts.map((part) => lexicon.rate(part)?.rating ?? 3);
    return (ratings[0] + ratings[1]) / 2;
  };
  return {
    projections,
    train: { ...(await embed(trained)), concreteness: trained.map(concreteness) },
    test: { ...(await embed(asked)), kinds: asked.map(({ kind }) => kind) },
  };
}

/** Draws each icon once, then puts two of them into a picture. */
async function painter(questions) {
  const half = 24;
  const icons = [
    ...new Map(questions.flatMap(({ pictures }) => pictures.flat().map((icon) => [icon.id, icon]))).values(),
  ];
  const { pixels } = await drawIcons(icons, { size: half, padding: DUO_PADDING });
  const area = 3 * half * half;
  const drawings = new Map(icons.map(({ id }, at) => [id, pixels.subarray(at * area, (at + 1) * area)]));
  return ({ pictures, wording }, which) => ({
    width: 2 * half,
    height: 2 * half,
    data: duoPixels(
      pictures[which].map(({ id }) => drawings.get(id)),
      wording.layout,
      { half },
    ),
  });
}

/** The same encoder up to its projections, [embedding, width], and these: they are what is trained on the page. */
function withoutProjections(model) {
  const { config } = model;
  const features = createClip({ ...config, embeddingSize: config.image.width });
  const projections = {};
  for (const [name, parameter] of model.parameters) {
    if (name.endsWith('projection.weight')) {
      projections[name.split('_')[0]] = parameter.arraySync();
      features.parameter(name).assign(tf.eye(config.image.width));
    } else features.parameter(name).assign(parameter);
  }
  return { features, projections };
}
