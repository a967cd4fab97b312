import { createPlant, type HardNegative } from '@slipform/plant';
import { type Illustration, illustrate } from '@slipform/scenes';
import type { DrawAnswer, DrawJob, Drawn } from './messages';

/** Edge of a picture in pixels. */
const size = 384;
const mined = 16;
/** Negatives that change the same word: so that not all of them are colours of one thing. */
const ofOneWord = 2;

/** Draws a caption, and each of its negatives whose change is drawn. */
export async function drawCaption({ caption, style }: DrawJob): Promise<DrawAnswer> {
  const options = { style, size };
  const whole = await illustrate(caption, options);
  const looks = new Set<string>();
  const [group] = createPlant({ perCaption: mined }).mineGroups([caption]);
  const negatives: { negative: HardNegative; picture: Drawn | undefined }[] = [];
  const changes = new Map<string, number>();
  for (const negative of group?.negatives ?? []) {
    const image = await illustrate(negative, options);
    // "A man" and "a guy" are one picture.
    const look = image?.picture.data.join();
    if (look !== undefined && looks.has(look)) continue;
    const change = `${negative.operation} ${negative.keyword.start} ${image !== undefined}`;
    const times = (changes.get(change) ?? 0) + 1;
    changes.set(change, times);
    if (times > ofOneWord) continue;
    negatives.push({ negative, picture: image && drawnBy(image) });
    if (look !== undefined) looks.add(look);
  }
  return { picture: drawnBy(whole), negatives, reason: group?.reason };
}

function drawnBy({ png, drawn, missing }: Illustration): Drawn {
  return { png: new Blob([png()], { type: 'image/png' }), drawn, missing };
}
