import { InputError } from '@slipform/kit/errors/input-error';
import { shown } from '@slipform/kit/text/printable';
import { checkChoice, checkNames, checkWhole } from './check-options';
import { BACKGROUND_NAMES, COLOUR_NAMES } from './colours';
import type { DrawOptions } from './draw-scene';
import { OBJECT_NAMES } from './objects';
import { BACKGROUND_FRAMES, FRAMES, type Phrasing } from './phrasing';
import { DETAILS, RELATIONS, type Scene, type SceneContent, type SceneObject, SIZES } from './scene';
import { STYLES } from './sprites';

/** @throws InputError if the value does not say what a picture shows */
export function checkContent(place: string, content: SceneContent<SceneObject<string>>): void {
  checkObject(place, content);
  for (const which of ['first', 'second'] as const) {
    const at = `${place}.${which}`;
    checkObject(at, content[which]);
    const { name, colour, count, size } = content[which];
    if (typeof name !== 'string') throw new InputError(`${at}.name must be a text, got ${shown(name)}.`);
    checkChoice(`${at}.colour`, colour, COLOUR_NAMES);
    if (count !== undefined) checkWhole(`${at}.count`, count, 1, 4);
    if (size !== undefined) checkChoice(`${at}.size`, size, SIZES);
  }
  checkChoice(`${place}.relation`, content.relation, RELATIONS);
  if (content.background !== undefined) {
    checkChoice(`${place}.background`, content.background, BACKGROUND_NAMES);
  }
}

/** @throws InputError if the value is not a scene of things that can be drawn in a style */
export function checkScene(place: string, scene: Scene, options: DrawOptions): void {
  const at = `${place}: scene`;
  checkContent(at, scene);
  for (const which of ['first', 'second'] as const) {
    checkChoice(`${at}.${which}.name`, scene[which].name, OBJECT_NAMES);
  }
  checkChoice(`${at}.detail`, scene.detail, DETAILS);
  for (const index of [0, 1] as const) {
    const tile = `${at}.tiles[${index}]`;
    checkObject(tile, scene.tiles?.[index]);
    const { x, y, edge, quarters } = scene.tiles[index];
    for (const [name, value] of Object.entries({ x, y, edge })) checkWhole(`${tile}.${name}`, value, 0, 64);
    if (quarters === 'all') continue;
    if (!Array.isArray(quarters)) {
      throw new InputError(`${tile}.quarters must be "all" or a list, got ${shown(quarters)}.`);
    }
    for (const quarter of quarters) checkWhole(`${tile}.quarters`, quarter, 0, 3);
  }
  checkNames(place, options, { style: true, scale: true });
  if (options.style !== undefined) checkChoice(`${place}: style`, options.style, STYLES);
  if (options.scale !== undefined) checkChoice(`${place}: scale`, options.scale, [1, 3]);
}

/** @throws InputError if the value does not say how a caption is worded */
export function checkPhrasing(place: string, phrasing: Phrasing): void {
  checkObject(place, phrasing);
  checkChoice(`${place}.detail`, phrasing.detail, DETAILS);
  checkWhole(`${place}.frame`, phrasing.frame, 0, FRAMES.length - 1);
  checkWhole(`${place}.relation`, phrasing.relation, 0);
  if (phrasing.background !== undefined) {
    checkWhole(`${place}.background`, phrasing.background, 0, BACKGROUND_FRAMES.length - 1);
  }
  for (const name of ['colours', 'sizes'] as const) {
    if (!Array.isArray(phrasing[name]) || phrasing[name].length !== 2) {
      throw new InputError(`${place}.${name} must hold two values, got ${shown(phrasing[name])}.`);
    }
  }
}

function checkObject(place: string, value: unknown): void {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return;
  throw new InputError(`${place} must be an object, got ${shown(value)}.`);
}
