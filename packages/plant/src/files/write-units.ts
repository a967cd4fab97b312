import { Buffer } from 'node:buffer';
import { InputError } from '@slipform/kit/errors/input-error';
import { quoted } from '@slipform/kit/text/printable';
import type { HardNegative } from '../hard-negative';
import type { BytesBlock, MinedCaption } from './record-format';
import { byTrueText } from './write-tsv';

/** A thing of a caption with its attributes and number: "two red cars". */
export interface Unit {
  /** From its first word behind articles and possessives, to its head: `caption.slice(start, end)`. */
  readonly start: number;
  readonly end: number;
  /** With its article. */
  readonly wholeStart: number;
}

/** What stands between two things and relates them: "is sitting on". */
export interface Relation {
  readonly start: number;
  readonly end: number;
  readonly subject: Unit;
  readonly object: Unit;
}

/** The things that a caption says are there, and who is related to whom. */
export interface CaptionUnits {
  readonly units: readonly Unit[];
  readonly relations: readonly Relation[];
}

/** Reads a caption. Files do not import the miner's reader, so that it is given. */
export type ReadUnits = (caption: string) => CaptionUnits;

/** A caption as CS-CLIP's training reads it (kargibora/CS-CLIP, data_loading/coco_neg.py and utils/sampler.py). */
interface Sample {
  readonly sample_id: string;
  readonly original_caption: string;
  readonly entities: readonly string[];
  readonly negative_entities: Readonly<
    Record<string, readonly { readonly negative: string; readonly change_type: string }[]>
  >;
  readonly relations: readonly {
    readonly subject: string;
    readonly relation_type: string;
    readonly object: string;
    readonly negatives: readonly {
      readonly subject: string;
      readonly relation_type: string;
      readonly object: string;
      readonly change_type: 'relation_change';
    }[];
  }[];
  /** Whole captions whose words have changed places. */
  readonly swap_negatives: readonly { readonly negative: string }[];
  readonly image_path: string;
}

/** What stands between two samples of the array. */
export const unitsSeparator = ',\n';

/**
 * A sample for each caption of which a negative changes one unit, relation or order of words, each with the separator before it.
 * `leftOut` counts negatives that change anything else.
 *
 * @throws {InputError} for a caption without an image
 */
export function encodeUnits(
  block: readonly MinedCaption[],
  unitsOf: ReadUnits,
): BytesBlock & { readonly leftOut: number } {
  let leftOut = 0;
  const samples = block.flatMap(byTrueText).flatMap(({ caption, negatives }): readonly Sample[] => {
    if (negatives.length === 0) return [];
    const image = caption.filepath ?? caption.imageId;
    if (image === undefined) {
      throw new InputError(
        `a sample of units has the caption's image, and the caption ${quoted(caption.id)} has none; name the field of its image's id by --image-field, or write another format.`,
      );
    }
    const { sample, kept } = sampleOf(
      caption.id,
      caption.caption,
      image,
      negatives,
      unitsOf(caption.caption),
    );
    leftOut += negatives.length - kept;
    return kept === 0 ? [] : [sample];
  });
  const text = samples.map((sample) => unitsSeparator + JSON.stringify(sample)).join('');
  return { bytes: Buffer.from(text), leftOut };
}

/** @returns `kept`: how many of the negatives the sample holds */
function sampleOf(
  id: string,
  caption: string,
  image: string,
  negatives: readonly HardNegative[],
  { units, relations }: CaptionUnits,
): { readonly sample: Sample; readonly kept: number } {
  const withArticle = new Set<Unit>();
  const nameOf = (unit: Unit) => caption.slice(startOf(unit), unit.end);
  const startOf = (unit: Unit) => (withArticle.has(unit) ? unit.wholeStart : unit.start);
  const changed: { readonly unit: Unit; readonly record: HardNegative }[] = [];
  const related: { readonly relation: Relation; readonly record: HardNegative }[] = [];
  const swapped: HardNegative[] = [];
  for (const record of negatives) {
    if (record.operation === 'swap') swapped.push(record);
    // A caption with an absence has no unit that says so.
    if (record.operation === 'swap' || record.operation === 'negate') continue;
    const edit = editOf(caption, record.negative);
    const isWithin = (start: number, end: number) => start <= edit.start && edit.end <= end;
    const unit = units.find(({ wholeStart, end }) => isWithin(wholeStart, end));
    const relation = relations.find(({ start, end }) => isWithin(start, end));
    if (unit) {
      // "an apple", "a pear": the article changes too.
      if (!isWithin(unit.start, unit.end)) withArticle.add(unit);
      changed.push({ unit, record });
    } else if (relation) related.push({ relation, record });
  }
  const changedTo = ({ negative }: HardNegative, start: number, end: number) =>
    negative.slice(start, end + negative.length - caption.length);
  // Their trainer exchanges the first place where the caption has the unit's text, which has to give our negative.
  const exact = changed.filter(({ unit }) => caption.indexOf(nameOf(unit)) === startOf(unit));
  const negativeEntities = new Map<string, Sample['negative_entities'][string]>();
  for (const { unit, record } of exact) {
    const name = nameOf(unit);
    const negative = changedTo(record, startOf(unit), unit.end);
    const change_type = record.slot === 'object' ? 'object_change' : 'attribute_change';
    negativeEntities.set(name, [...(negativeEntities.get(name) ?? []), { negative, change_type }]);
  }
  const sample: Sample = {
    sample_id: id,
    original_caption: caption,
    entities: [...new Set(units.map(nameOf))],
    negative_entities: Object.fromEntries(negativeEntities),
    relations: relations.map((relation) => {
      const [subject, object] = [nameOf(relation.subject), nameOf(relation.object)];
      const negatives = related
        .filter((each) => each.relation === relation)
        .map(({ record }) => ({
          subject,
          relation_type: changedTo(record, relation.start, relation.end),
          object,
          change_type: 'relation_change' as const,
        }));
      return { subject, relation_type: caption.slice(relation.start, relation.end), object, negatives };
    }),
    swap_negatives: swapped.map(({ negative }) => ({ negative })),
    image_path: image,
  };
  return { sample, kept: exact.length + related.length + swapped.length };
}

/** The span of the caption that a negative has changed, as narrow as can be. */
function editOf(caption: string, negative: string): { readonly start: number; readonly end: number } {
  const shorter = Math.min(caption.length, negative.length);
  let start = 0;
  while (start < shorter && caption[start] === negative[start]) start += 1;
  let same = 0;
  while (same < shorter - start && caption.at(-1 - same) === negative.at(-1 - same)) same += 1;
  return { start, end: caption.length - same };
}
