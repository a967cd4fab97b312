import { InputError } from '@slipform/kit/errors/input-error';
import { isJsonObject } from '@slipform/kit/formats/parse-json';
import {
  callback,
  defineOptions,
  flag,
  listOf,
  optional,
  type RowsFor,
  text,
} from '@slipform/kit/options/options';
import { shown } from '@slipform/kit/text/printable';
import { seed } from '../checks/seed';
import { type Benchmark, nothingAsked } from '../questions/benchmark';
import { captionAgainst } from '../questions/question';
import { type AroOrderOptions, aroOrder } from './aro-order';
import { collectQuestions } from './collect-questions';
import { cutToBox } from './crop-image';
import { findImages, imageRows } from './find-images';
import { readJsonSource } from './read-source';
import { type Row, rowsOfList } from './row';
import type { Tagger } from './shuffle-caption';

export interface AroOptions extends AroOrderOptions {
  /** Whether pictures are cut to the box of the row, as the authors do. Default true; needs sharp. */
  readonly crop?: boolean;
  /**
   * One kind for each relation or pair of attributes, so that the mean is the authors' macro accuracy; pairs of
   * attributes with fewer than 25 rows are left out, as they do. Default false: one kind, all rows alike.
   */
  readonly macro?: boolean;
  /** Relations that are left out, as the authors leave out symmetric ones. Default none. */
  readonly leaveOut?: readonly string[];
}

const table = () =>
  defineOptions('aro', {
    ...imageRows,
    tagger: optional(callback<Tagger>()),
    seed: optional(seed, 0),
    split: optional(text()),
    name: optional(text(), 'ARO order'),
    crop: optional(flag(), true),
    macro: optional(flag(), false),
    leaveOut: optional(listOf(text(), 'a list of relations'), []),
  } satisfies RowsFor<AroOptions>);

/** Fewest rows of a pair of attributes that the authors report. */
const MIN_ROWS_PER_PAIR = 25;

const BOX = ['bbox_x', 'bbox_y', 'bbox_w', 'bbox_h'] as const;

/**
 * ARO: attribution, relation, order. Which set it is, the file says.
 *
 * Relation ("the horse is eating the grass") and attribution ("the paved road and the white house") from the authors'
 * files, kinds `relation` and `attribution`, chance 0.5, pictures cut to the row's box; a tie is wrong there, since the
 * authors' argmax takes the first of equals, and the false caption stands first. The order sets are made from captions
 * of COCO or Flickr30k, see `aroOrder`.
 * Source: Yuksekgonul et al. 2023, arXiv 2210.01936; MIT.
 *
 * @param file `visual_genome_relation.json` or `visual_genome_attribution.json` as published, `[ { image_path, bbox_x,
 *   bbox_y, bbox_w, bbox_h, relation_name | attributes, true_caption, false_caption } ]`; or captions, for an order set.
 * @throws InputError with file and row where the file is not of this kind
 *
 * @example
 * const benchmark = aro('aro/visual_genome_relation.json', { images: 'images' });
 */
export function aro(file: unknown, options: AroOptions = {}): Benchmark {
  const given = table().read(options);
  const source = readJsonSource('aro', file);
  const first = Array.isArray(source.value) ? source.value[0] : undefined;
  if (!isJsonObject(first) || !('true_caption' in first)) return aroOrder(source, given);
  const set = 'attributes' in first ? 'attribution' : 'relation';
  const { images, crop, macro, leaveOut } = given;
  const find = findImages('aro', images, source.folder);
  const collected = collectQuestions();
  const rows = rowsOfList(source).map((row) => ({
    row,
    label: set === 'relation' ? row.text('relation_name') : attributesOf(row),
  }));
  const counts = new Map<string, number>();
  for (const { label } of rows) counts.set(label, (counts.get(label) ?? 0) + 1);
  for (const { row, label } of rows) {
    const kind = macro ? label : set;
    const [name, caption, negative] = [
      row.text('image_path'),
      row.text('true_caption'),
      row.text('false_caption'),
    ];
    if (
      leaveOut.includes(label) ||
      (macro && set === 'attribution' && counts.get(label)! < MIN_ROWS_PER_PAIR)
    ) {
      collected.exclude(kind);
      continue;
    }
    const image = cutToBox(row, BOX, find(name, row.fail), name, crop);
    collected.add(row, kind, name, captionAgainst(image, caption, negative));
  }
  if (rows.length === 0) throw nothingAsked(`${source.name} holds no rows.`);
  if (collected.questions.length + collected.withoutImage.length === 0) {
    throw new InputError(
      `aro: all ${rows.length} rows of ${source.name} are left out, by leaveOut${macro && set === 'attribution' ? ` or because macro asks only pairs of attributes with at least ${MIN_ROWS_PER_PAIR} rows; pass macro: false` : ''}.`,
    );
  }
  return {
    name: `ARO ${set}`,
    questions: collected.questions,
    withoutImage: collected.withoutImage,
    coverage: askedKinds(collected.coverage()),
    chance: 0.5,
  };
}

/** Kinds of which all rows are left out don't appear. */
function askedKinds(coverage: NonNullable<Benchmark['coverage']>): NonNullable<Benchmark['coverage']> {
  return Object.fromEntries(Object.entries(coverage).filter(([, { total }]) => total > 0));
}

function attributesOf(row: Row): string {
  const value = row.value('attributes');
  const [first, second] = Array.isArray(value) ? (value as readonly unknown[]) : [];
  if (typeof first === 'string' && typeof second === 'string') return `${first}_${second}`;
  return row.fail(`attributes must be a list of two texts, got ${shown(value)}`);
}
