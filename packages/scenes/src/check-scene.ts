import {
  choice,
  defineOptions,
  integer,
  optional,
  type Row,
  type RowsFor,
  readValue,
  rule,
  text,
} from '@slipform/kit/options/options';
import { BACKGROUND_NAMES, COLOUR_NAMES } from './colours';
import { OBJECT_NAMES } from './objects';
import { BACKGROUND_FRAMES, FRAMES, type Phrasing } from './phrasing';
import { DETAILS, RELATIONS, type Scene, type SceneContent, SIZES } from './scene';
import type { DrawOptions } from './sprites';
import { STYLES } from './sprites';

const colour = choice(COLOUR_NAMES);
const size = choice(SIZES);
const relation = choice(RELATIONS);
const background = choice(BACKGROUND_NAMES);
const detail = choice(DETAILS);
const count = integer({ min: 1, max: 4 });
const pixels = integer({ min: 0, max: 64 });
const quarters = rule(
  '"all" or a list of numbers from 0 to 3',
  (value) =>
    value === 'all' || (Array.isArray(value) && value.findIndex((each) => ![0, 1, 2, 3].includes(each)) < 0),
);
const thing = rule('one that exists', (value) => OBJECT_NAMES.some((name) => name === value));
const pair = rule('a list of two values', (value) => Array.isArray(value) && value.length === 2);
const object = rule(
  'an object',
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/** Checks fields of an object one by one; it may have others. */
function checkFields(
  place: string,
  argument: string,
  value: unknown,
  rows: Readonly<Record<string, Row>>,
): void {
  readValue(object, value, place, argument);
  for (const [name, row] of Object.entries(rows)) {
    const field = (value as Readonly<Record<string, unknown>>)[name];
    if (field !== undefined || row.isOptional !== true) readValue(row, field, place, `${argument}.${name}`);
  }
}

/** @throws InputError if the value does not say what a picture shows */
export function checkContent(place: string, argument: string, content: SceneContent): void {
  const rows = { name: text('a text'), colour, count: optional(count), size: optional(size) };
  checkFields(place, argument, content, { relation, background: optional(background) });
  for (const which of ['first', 'second'] as const)
    checkFields(place, `${argument}.${which}`, content[which], rows);
}

const DRAWING = {
  style: optional(choice(STYLES)),
  scale: optional(rule<1 | 3>('1 or 3', (x) => x === 1 || x === 3)),
} satisfies RowsFor<DrawOptions>;

/** @throws InputError if the value is not a scene of things that can be drawn in a style */
export function checkScene(place: string, scene: Scene, options: DrawOptions): void {
  checkContent(place, 'scene', scene);
  checkFields(place, 'scene', scene, { detail, tiles: pair });
  for (const which of ['first', 'second'] as const)
    checkFields(place, `scene.${which}`, scene[which], { name: thing });
  for (const index of [0, 1] as const) {
    checkFields(place, `scene.tiles[${index}]`, scene.tiles[index], {
      x: pixels,
      y: pixels,
      edge: pixels,
      quarters,
    });
  }
  defineOptions(place, DRAWING).read(options);
}

/** @throws InputError if the value does not say how a caption is worded */
export function checkPhrasing(place: string, phrasing: Phrasing): void {
  const frame = integer({ min: 0, max: FRAMES.length - 1 });
  const ground = integer({ min: 0, max: BACKGROUND_FRAMES.length - 1 });
  const rows = {
    detail,
    frame,
    relation: integer({ min: 0 }),
    background: optional(ground),
    colours: pair,
    sizes: pair,
  };
  checkFields(place, 'phrasing', phrasing, rows);
}
