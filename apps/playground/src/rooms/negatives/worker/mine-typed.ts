import { auditRecords } from '@slipform/bench/audit';
import { createLexicon } from '@slipform/concreteness';
import { createPlant } from '@slipform/plant';
import { relation } from '@slipform/plant/relations';
import { knobPlaces } from '../knob';
import type { BesideAnswer, BesideJob, KnobOutcome, Settings, TypedAnswer, TypedJob } from './messages';

/** Refused changes that are listed for each caption. */
const listed = 12;

/** Counts what was typed, so that what is mined beside an older text is given up. */
let typed = 0;

/** Mines captions together. */
export function mineTyped({ captions, settings }: TypedJob): TypedAnswer {
  typed += 1;
  const plant = plantAt(settings.place, settings);
  const groups = plant.mineGroups(blockOf(captions));
  return { groups, stats: plant.stats() };
}

/** Mines captions once more for each place of the knob. Typed captions cut in between two places, and end it. */
export async function mineBeside({ captions, settings }: BesideJob): Promise<BesideAnswer | undefined> {
  const own = typed;
  const block = blockOf(captions);
  const curve: KnobOutcome[] = [];
  for (const at of knobPlaces.keys()) {
    const records = plantAt(at, settings).mineBlock(block);
    const words = records.map(({ keyword, keyword2, concreteness }) => ({
      text: keyword2 === undefined ? keyword.text : `${keyword.text}, ${keyword2.text}`,
      concreteness,
    }));
    const sum = words.reduce((total, { concreteness }) => total + concreteness, 0);
    curve.push({ words, mean: words.length === 0 ? undefined : sum / words.length });
    if (await isOvertaken(own)) return undefined;
  }
  const groups = plantAt(settings.place, settings).mineGroups(block, { refused: listed });
  if (await isOvertaken(own)) return undefined;
  const { seed } = settings;
  const audit = auditRecords({ lexicon: createLexicon(), relation, name: 'these captions', seed });
  for (const { negatives } of groups) for (const negative of negatives) audit.add(negative);
  const report = await audit.report(captions.length);
  return { curve, audit: report, refused: groups.map(({ refused = [] }) => refused) };
}

function plantAt(place: number, { operations, perCaption, seed }: Settings) {
  return createPlant({ ...knobPlaces[place]!.options, operations, perCaption, seed });
}

const blockOf = (captions: readonly string[]) =>
  captions.map((caption, i) => ({ caption, id: String(i + 1) }));

/** Lets jobs that came meanwhile begin; whether captions were typed among them. */
async function isOvertaken(own: number): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve));
  return own !== typed;
}
