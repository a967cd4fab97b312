import { COLOURS, type ColourName } from './colours';
import { OBJECTS, type ObjectName } from './objects';
import { captionOf, mirror, type Relation, type SceneContent } from './scene';

const CAPTION = /^(\w+) (\w+) (left of|right of|above|below) (\w+) (\w+)$/;

/** Reads a caption of the scenes' own form; undefined where it has another form or a word that scenes don't know. */
export function parseCaption(text: string): SceneContent | undefined {
  const match = CAPTION.exec(text);
  if (!match) return undefined;
  const [, colour1, name1, relation, colour2, name2] = match as unknown[] as string[];
  const known = (colour: string, name: string) =>
    Object.hasOwn(COLOURS, colour) && Object.hasOwn(OBJECTS, name);
  if (!known(colour1!, name1!) || !known(colour2!, name2!)) return undefined;
  return {
    first: { colour: colour1 as ColourName, name: name1 as ObjectName },
    relation: relation as Relation,
    second: { colour: colour2 as ColourName, name: name2 as ObjectName },
  };
}

/**
 * Whether a caption is true of a scene; undefined where the scene can't tell, because the caption has another form
 * or names something that scenes don't know. A scene holds nothing but its two things, so all else is false of it.
 */
export function isTrueOf(scene: SceneContent, caption: string): boolean | undefined {
  const claim = parseCaption(caption);
  if (!claim) return undefined;
  const text = captionOf(claim);
  return text === captionOf(scene) || text === captionOf(mirror(scene));
}
