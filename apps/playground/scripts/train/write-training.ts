import { CORE_SETS, type IconSet, nearDuplicates } from '@slipform/icons';
import { drawIcons } from '@slipform/icons/files';
import { packGreys, type TrainingFiles, type TrainingTable } from '../../src/rooms/train/data/training-table';
import { greyOf } from '../icons/grey';
import type { HashedFiles } from '../icons/hashed-files';
import { chooseIcons } from './choose-icons';

/** Edge of a picture in pixels: the grid that most of these icons are drawn on. */
const SIZE = 24;

/** Writes what the training room loads: pictures of icons, their names, partners, and the questions. */
export async function writeTraining(
  sets: readonly IconSet[],
  files: HashedFiles,
  cache: string,
): Promise<TrainingFiles> {
  const core = sets.filter(({ set }) => CORE_SETS.includes(set));
  const { training, questions } = await chooseIcons(
    core.flatMap(({ icons }) => icons),
    async (icons, of) => {
      const [own, others] = [
        await drawIcons(icons, { size: SIZE, cache }),
        await drawIcons(of, { size: SIZE, cache }),
      ];
      const { duplicates } = await nearDuplicates(own, others);
      return new Set([...duplicates.map((at) => icons[at]!), ...own.skipped.map(({ icon }) => icon)]);
    },
  );
  const learned = [...training.keys()];
  const asked = [...new Set(questions.flatMap(({ icons }) => icons))];
  const icons = [...learned, ...asked];
  const { pixels, skipped } = await drawIcons(icons, { size: SIZE, cache });
  const [missing] = skipped;
  if (missing !== undefined) throw new Error(`${missing.icon.id} has no picture: ${missing.why}.`);
  const places = new Map(icons.map((icon, at) => [icon, at]));
  const table: TrainingTable = {
    size: SIZE,
    sets: core.map(({ title, artist, family, licence, url }) => ({ title, artist, family, licence, url })),
    icons: icons.map(({ set, name, caption }) => [core.findIndex((one) => one.set === set), name, caption]),
    partners: learned.map((icon) =>
      training
        .get(icon)!
        .map((partner) => [places.get(partner.icon)!, Math.round(partner.concreteness * 100)]),
    ),
    questions: questions.map(({ icons: [first, second], words }) => [
      places.get(first)!,
      places.get(second)!,
      ...words,
    ]),
  };
  const text = JSON.stringify(table);
  const packed = packGreys(greyOf(pixels));
  return {
    table: await files.write('training', 'json', text),
    pictures: await files.write('training-pictures', 'bin', packed),
    bytes: Buffer.byteLength(text) + packed.length,
  };
}
