import { createHash } from 'node:crypto';
import {
  applyCaption,
  captionOf,
  createRandom,
  OBJECT_NAMES,
  placeLike,
  placeScene,
  type Scene,
  sampleContent,
  scenePng,
} from '@slipform/scenes';

/** Drawn scenes, each with the bytes of its picture. */
export function drawScenes(count: number): { readonly scene: Scene; readonly png: Uint8Array }[] {
  const random = createRandom(3);
  return Array.from({ length: count }, () => {
    const scene = placeScene(random, sampleContent(random, { split: 'train', objects: OBJECT_NAMES }));
    return { scene, png: scenePng(scene) };
  });
}

/** The picture that a caption tells of, in a scene's layout. */
export function pictureOf(scene: Scene, caption: string): Uint8Array | undefined {
  const content = applyCaption(scene, caption);
  return content && scenePng(placeLike(scene, content));
}

/** What an instruction makes of a scene's caption. */
function changed(caption: string, instruction: string): string | undefined {
  const swap = (a: string, b: string) =>
    caption.replace(new RegExp(`\\b(${a}|${b})\\b`, 'g'), (word) => (word === a ? b : a));
  const [, old, text] = /replace the (.+?) with (?:an? )?(.+?)\./.exec(instruction) ?? [];
  if (old !== undefined && text !== undefined) return caption.replace(old, text);
  const [, a, b] = /swap the (.+?) and the (.+?)\./.exec(instruction) ?? [];
  if (a !== undefined && b !== undefined) return swap(a, b);
  const [, thing, colour, other] =
    /make the (.+?) (\S+) (?:instead of|and) (?:the )?(.+?)\./.exec(instruction) ?? [];
  if (thing === undefined || colour === undefined || other === undefined) return undefined;
  const [, , second] = /^(\S+) (\S+)$/.exec(other) ?? [];
  const own = new RegExp(`(\\S+) ${thing}\\b`).exec(caption)?.[1];
  if (own === undefined) return undefined;
  return second === undefined ? caption.replace(`${own} ${thing}`, `${colour} ${thing}`) : swap(own, colour);
}

/** An editor that knows its pictures: it draws the scene anew as the instruction has it, to the pixel. */
export function createSceneEditor(scenes: readonly { readonly scene: Scene; readonly png: Uint8Array }[]) {
  const known = new Map(scenes.map(({ scene, png }) => [sha256(png), scene]));
  return (png: Uint8Array, instruction: string): Uint8Array | undefined => {
    const scene = known.get(sha256(png));
    const caption = scene && changed(captionOf(scene), instruction);
    return scene && caption === undefined ? undefined : pictureOf(scene!, caption!);
  };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
