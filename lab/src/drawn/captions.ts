import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from '@slipform/kit/errors/input-error';
import { hashText } from '@slipform/kit/random/hash';
import { labFolder } from '../lab-folder';

/** A caption, and the image that it was written for. */
export interface ImageCaption {
  readonly caption: string;
  readonly imageId: string;
}

/** Captions by what they are for; no image is in two parts, and no text of a question in training. */
export interface WorldCaptions {
  /** To fine-tune on: of COCO, and the project's own. */
  readonly training: readonly ImageCaption[];
  /** To pretrain on besides: of Visual Genome and CC3M. */
  readonly further: readonly string[];
  readonly questions: readonly ImageCaption[];
  /** To ask about as well: the project's own, in which both orders of two things are equally likely. */
  readonly bothOrders: readonly ImageCaption[];
}

const WRITTEN = new URL('../packages/scenes/fixtures/', labFolder);

/** People's captions in the folder `data` that SLIPFORM_SHARED names. @throws InputError if they are not there */
export async function readWorldCaptions(split: 'test' | 'validation'): Promise<WorldCaptions> {
  const [coco, ...others] = await Promise.all(
    ['captions/coco-val2017-half.tsv', 'domains/vg.jsonl', 'domains/cc3m.jsonl'].map(readShared),
  );
  const people = linesOf(coco!)
    .slice(1)
    .map((line): ImageCaption => {
      const tab = line.indexOf('\t');
      return { imageId: line.slice(0, tab), caption: line.slice(tab + 1) };
    });
  const of = (part: ReturnType<typeof partOf>) => people.filter(({ imageId }) => partOf(imageId) === part);
  const [trained, asked] = await Promise.all(
    ['both-orders-training.txt', 'both-orders-questions.txt'].map(async (name) =>
      linesOf(await readFile(new URL(name, WRITTEN), 'utf8')).map(
        (caption): ImageCaption => ({ caption, imageId: `written: ${caption}` }),
      ),
    ),
  );
  // Written questions have words that training lacks; for choices about fifths of what is trained on stand in for them.
  const isHeld = ({ caption }: ImageCaption) => split === 'validation' && hashText(caption) % 5 === 0;
  const held = new Set(
    people.flatMap((each) => (partOf(each.imageId) === 'training' ? [] : [plain(each.caption)])),
  );
  const isFree = (caption: string) => !held.has(plain(caption));
  return {
    training: [
      ...of('training').filter(({ caption }) => isFree(caption)),
      ...trained!.filter((each) => !isHeld(each)),
    ],
    further: others
      .flatMap((text) => linesOf(text).map((line): string => JSON.parse(line).caption))
      .filter(isFree),
    questions: of(split),
    bothOrders: split === 'test' ? asked! : trained!.filter(isHeld),
  };
}

/** 55 % of all images are trained on, 10 % are for choices, 35 % are asked about. */
function partOf(imageId: string): 'training' | 'validation' | 'test' {
  const number = hashText(imageId) % 20;
  if (number < 2) return 'validation';
  return number < 9 ? 'test' : 'training';
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();

const linesOf = (text: string) => text.split('\n').filter((line) => line !== '');

async function readShared(name: string): Promise<string> {
  const shared = process.env.SLIPFORM_SHARED ?? fileURLToPath(new URL('../../shared', labFolder));
  const file = join(shared, 'data', name);
  if (existsSync(file)) return readFile(file, 'utf8');
  throw new InputError(
    `SLIPFORM_SHARED must name the folder with data/${name}, which may not be redistributed; there is no ${file}.`,
  );
}
