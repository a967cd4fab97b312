import { auditRecords } from '@slipform/bench/audit';
import { createPlant, type HardNegative } from '@slipform/plant';
import { relation } from '@slipform/plant/relations';
import { type Illustration, illustrate } from '@slipform/scenes';
import { answerHere } from '../../../parts/worker-lane';
import { knobPlaces } from '../knob';
import type {
  AnswerOf,
  BesideAnswer,
  BesideJob,
  DrawAnswer,
  DrawJob,
  Drawn,
  KnobOutcome,
  PageJob,
  Settings,
  TypedAnswer,
  TypedJob,
} from './messages';

/** Refused changes that are listed for each caption. */
const listed = 12;

/** Counts what was typed, so that what is mined beside an older text is given up. */
let typed = 0;

/** Mines captions together. */
function mineTyped({ captions, settings }: TypedJob): TypedAnswer {
  typed += 1;
  const plant = plantAt(settings.place, settings);
  const groups = plant.mineGroups(blockOf(captions));
  return { groups, stats: plant.stats() };
}

/** Mines captions once more for each place of the knob. Typed captions cut in between two places, and end it. */
async function mineBeside({ captions, settings }: BesideJob): Promise<BesideAnswer | undefined> {
  const own = typed;
  const block = blockOf(captions);
  const curve: KnobOutcome[] = [];
  for (const at of knobPlaces.keys()) {
    const records = plantAt(at, settings).mineBlock(block);
    const words = records.map(({ keyword, keyword2, concreteness }) => ({
      text: keyword2 === undefined ? keyword.text : `${keyword.text}, ${keyword2.text}`,
      concreteness,
    }));
    const sum = words.reduce((total, { concreteness }) => total + concreteness, 0);
    curve.push({ words, mean: words.length === 0 ? undefined : sum / words.length });
    if (await isOvertaken(own)) return undefined;
  }
  const groups = plantAt(settings.place, settings).mineGroups(block, { refused: listed });
  if (await isOvertaken(own)) return undefined;
  const { seed } = settings;
  const audit = auditRecords({ relation, name: 'these captions', seed });
  for (const { negatives } of groups) for (const negative of negatives) audit.add(negative);
  const report = await audit.report(captions.length);
  return { curve, audit: report, refused: groups.map(({ refused = [] }) => refused) };
}

function plantAt(place: number, { operations, perCaption, sense, seed }: Settings) {
  return createPlant({ ...knobPlaces[place]!.options, operations, perCaption, sense, seed });
}

const blockOf = (captions: readonly string[]) =>
  captions.map((caption, i) => ({ caption, id: String(i + 1) }));

/** Lets jobs that came meanwhile begin; whether captions were typed among them. */
async function isOvertaken(own: number): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve));
  return own !== typed;
}

/** Edge of a picture in pixels. */
const size = 384;
const mined = 16;
/** Negatives that change the same word: so that not all of them are colours of one thing. */
const ofOneWord = 2;

/** Draws a caption, and each of its negatives whose change is drawn. */
async function drawCaption({ caption, style }: DrawJob): Promise<DrawAnswer> {
  const options = { style, size };
  const whole = await illustrate(caption, options);
  const looks = new Set<number>();
  const [group] = createPlant({ perCaption: mined }).mineGroups([caption]);
  const negatives: { negative: HardNegative; picture: Drawn | undefined }[] = [];
  const changes = new Map<string, number>();
  for (const negative of group?.negatives ?? []) {
    const image = await illustrate(negative, options);
    // "A man" and "a guy" are one picture.
    const look = image && hashBytes(image.picture.data);
    if (look !== undefined && looks.has(look)) continue;
    const change = `${negative.operation} ${negative.keyword.start} ${image !== undefined}`;
    const times = (changes.get(change) ?? 0) + 1;
    changes.set(change, times);
    if (times > ofOneWord) continue;
    negatives.push({ negative, picture: image && (await drawnBy(image)) });
    if (look !== undefined) looks.add(look);
  }
  return { picture: await drawnBy(whole), negatives, reason: group?.reason };
}

/** A number for each picture (FNV-1a), since a text of all pixels takes most of an answer's time. */
function hashBytes(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash;
}

/** The browser packs a picture in a part of the time that `png()` takes. */
async function drawnBy({ picture, drawn, missing }: Illustration): Promise<Drawn> {
  const { width, height, data } = picture;
  const image = new ImageData(width, height);
  for (let from = 0, to = 0; from < data.length; to += 4) {
    image.data[to] = data[from++]!;
    image.data[to + 1] = data[from++]!;
    image.data[to + 2] = data[from++]!;
    image.data[to + 3] = 255;
  }
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')!.putImageData(image, 0, 0);
  return { png: await canvas.convertToBlob(), drawn, missing };
}

answerHere<PageJob, AnswerOf<PageJob>, never>((job) => {
  switch (job.kind) {
    case 'typed':
      return mineTyped(job);
    case 'beside':
      return mineBeside(job);
    case 'draw':
      return drawCaption(job);
  }
});
