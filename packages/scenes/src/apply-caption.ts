import type { ObjectClaim } from './parse-caption';
import { isTrueOf, parseCaption } from './parse-caption';
import { isCrowded } from './sample-scene';
import type { SceneContent, SceneObject } from './scene';

/**
 * The content that a changed caption tells of: the scene's own in all that the caption leaves out. With
 * {@link placeLike} it is the picture of a hard negative. Undefined where the caption is none of the scenes' own, where
 * it can't be shown (the same thing twice, a drawing hidden behind another), or where it is true of the scene as it is.
 *
 * @param caption begins with the scene's first thing, as `captionOf(scene)` does
 *
 * @example
 * const changed = applyCaption(scene, 'red dog above blue cat');
 */
export function applyCaption(scene: SceneContent, caption: string): SceneContent | undefined {
  const claim = parseCaption(caption);
  if (claim === undefined || isTrueOf(scene, caption) !== false) return undefined;
  const background = claim.background ?? scene.background;
  const content: SceneContent = {
    first: applyClaim(scene.first, claim.first),
    relation: claim.relation,
    second: applyClaim(scene.second, claim.second),
    ...(background === undefined ? {} : { background }),
  };
  const { first, second } = content;
  if (first.name === second.name || first.colour === second.colour || isCrowded(content)) return undefined;
  return content;
}

function applyClaim(object: SceneObject, claim: ObjectClaim): SceneObject {
  const { name, colour = object.colour, count = object.count, size = object.size ?? 'large' } = claim;
  if (count === undefined) return { name, colour };
  return { name, colour, count, ...(count === 1 ? { size } : {}) };
}
