import { exactly, list, number, object, oneOf, type Shape, text, whole } from '../checks/shape';
import { BACKGROUND_NAMES, COLOUR_NAMES } from './colours';
import { OBJECT_NAMES } from './objects';
import type { Phrasing } from './phrasing';
import { DETAILS, RELATIONS, type Scene, type SceneContent, type SceneObject, SIZES } from './scene';
import { STYLES } from './sprites';

const count: Shape<number> = (value, place) => number({ from: 1, to: 4 })(whole(1)(value, place), place);
const thing = (name: Shape<string>) =>
  object({ name, colour: oneOf(COLOUR_NAMES) }, { count, size: oneOf(SIZES) });
const contentOf = (name: Shape<string>) => {
  const each = thing(name);
  return object(
    { first: each, relation: oneOf(RELATIONS), second: each },
    { background: oneOf(BACKGROUND_NAMES) },
  );
};
const anyContent = contentOf(text);
const content = contentOf(oneOf(OBJECT_NAMES));
const quarter: Shape<number> = (value, place) => number({ from: 0, to: 3 })(whole(0)(value, place), place);
const edge = number({ from: 0, to: 64 });
const tile = object({
  x: edge,
  y: edge,
  edge,
  quarters: (value: unknown, place: string) =>
    Array.isArray(value) ? list(quarter)(value, place) : exactly('all')(value, place),
});
const picture = object({ detail: oneOf(DETAILS), tiles: list(tile) });
const pairOf = <T>(shape: Shape<T>): Shape<unknown> => {
  const two = object({ 0: shape, 1: shape });
  return (value, place) => two({ ...list((each: unknown) => each)(value, place) }, place);
};
const wording = object(
  {
    detail: oneOf(DETAILS),
    frame: quarter,
    relation: whole(0),
    colours: pairOf((value: unknown) => value),
    sizes: pairOf((value: unknown) => value),
  },
  { background: quarter },
);

const scale: Shape<number> = (value, place) => (value === 3 ? 3 : exactly(1)(value, place));

/** @throws InputError where what came does not say what a picture shows */
export function checkContent(place: string, scene: SceneContent<SceneObject<string>>): void {
  anyContent(scene, place);
}

/** @throws InputError where what came is no scene of things that can be drawn in a style */
export function checkScene(place: string, scene: Scene, options: object): void {
  content(scene, `${place}: scene`);
  picture(scene, `${place}: scene`);
  pairOf(tile)(scene.tiles, `${place}: scene.tiles`);
  object({}, { style: oneOf(STYLES), scale })(options, `${place}: options`);
}

export function checkPhrasing(place: string, phrasing: Phrasing): void {
  wording(phrasing, place);
}
