import { auditRecords } from '@slipform/bench/audit';
import { createLexicon } from '@slipform/concreteness';
import { createPlant } from '@slipform/plant';
import { relation } from '@slipform/plant/relations';
import { knobPlaces } from '../knob';
import type { KnobOutcome, TypedAnswer, TypedJob } from './messages';

/** Refused changes that are listed for each caption. */
const listed = 12;

/** Mines captions together, and once more for each other place of the knob. */
export async function mineTyped({ captions, settings }: TypedJob): Promise<TypedAnswer> {
  const started = performance.now();
  const { place, operations, perCaption, seed } = settings;
  const block = captions.map((caption, i) => ({ caption, id: String(i + 1) }));
  const plantAt = (at: number) => createPlant({ ...knobPlaces[at]!.options, operations, perCaption, seed });
  const plant = plantAt(place);
  const groups = plant.mineGroups(block, { refused: listed });
  const audit = auditRecords({ lexicon: createLexicon(), relation, name: 'these captions', seed });
  for (const { negatives } of groups) for (const negative of negatives) audit.add(negative);
  const curve = knobPlaces.map((_, at): KnobOutcome => {
    const records =
      at === place ? groups.flatMap(({ negatives }) => negatives) : plantAt(at).mineBlock(block);
    const words = records.map(({ keyword, keyword2, concreteness }) => ({
      text: keyword2 === undefined ? keyword.text : `${keyword.text}, ${keyword2.text}`,
      concreteness,
    }));
    const sum = words.reduce((total, { concreteness }) => total + concreteness, 0);
    return { words, mean: words.length === 0 ? undefined : sum / words.length };
  });
  const report = await audit.report(captions.length);
  return {
    kind: 'typed',
    groups,
    stats: plant.stats(),
    curve,
    audit: report,
    milliseconds: performance.now() - started,
  };
}
