import { InputError, refuse, UsageError } from '@slipform/kit/errors/input-error';
import { writeFolder } from '@slipform/kit/files/write-folder';
import { flagRow, folderName, row } from '@slipform/kit/options/command-rows';
import { defineOptions, described, type OptionsRead, type Rule } from '@slipform/kit/options/options';
import { quoted } from '@slipform/kit/text/printable';
import { useBackend } from '../backend/use-backend';
import type { Preprocessing } from '../encoder/preprocess';
import { readModel } from '../encoder/read-model';
import type { ModelSource } from '../files/model-source';
import { openSource } from '../files/open-source';
import { readOptionalFile } from '../files/read-file';
import type { ClipModel } from '../model/clip-model';
import { readTokenizer, type SavedTokenizer, tokenizerJson } from '../tokenizer/tokenizer-file';
import { closeFiles, findWeights } from '../weights/find-weights';
import type { WeightType } from '../weights/hugging-face-config';
import { interpolateWeights } from '../weights/interpolate-weights';
import { modelFolderFiles, type SaveEncoderOptions } from '../weights/save-model-folder';

/** `0,.25,1` as numbers, each once. */
const alphas: Rule<string | readonly number[], readonly number[]> = {
  what: 'numbers from -1 to 2 with commas between them, such as 0,.25,.5,.75,1',
  placeholder: '<list>',
  holds: (value) => numbersOf(value).every((x) => x >= -1 && x <= 2),
  copy: (value) => [...new Set(numbersOf(value))],
};

const DEFAULT = [0, 0.25, 0.5, 0.75, 1];

function numbersOf(list: unknown): readonly number[] {
  if (typeof list !== 'string') return Array.isArray(list) ? list : [Number.NaN];
  return list.split(',').map((text) => (text.trim() === '' ? Number.NaN : Number(text)));
}

/** The options of `slipform-clip mix`. */
export const MIX_FLAGS = defineOptions('slipform-clip mix', {
  output: described(
    'where the models go, each in a folder of its own, alpha-0.5; the average goes into it itself',
    folderName(),
  ),
  alpha: row(
    'how far from BEFORE to AFTER: 0 is BEFORE, 1 is AFTER; outside of [0, 1] it extrapolates, from -1 to 2 (default: 0,.25,.5,.75,1)',
    alphas,
  ),
  average: flagRow(
    'the mean of all models that are named, such as one for each seed, in place of models between',
  ),
  force: flagRow('replace a folder that an earlier mix wrote'),
});

/** A model that is mixed, and the folder that it lies in. */
interface Mixed {
  readonly name: string;
  readonly model: ClipModel;
  readonly preprocessing: Preprocessing;
  readonly tokenizer: SavedTokenizer | undefined;
  /** Models that its name and its card say it is, or comes from. */
  readonly starts: readonly string[];
  readonly form: Required<Pick<SaveEncoderOptions, 'naming' | 'dtype'>>;
}

/** `slipform-clip mix BEFORE AFTER... -o FOLDER`: models between two, or between one and the mean of several; or the mean of all. */
export async function mix(
  before: string,
  after: readonly string[],
  { output, alpha, average, force }: OptionsRead<typeof MIX_FLAGS.rows>,
): Promise<void> {
  if (average && alpha !== undefined)
    throw new UsageError('--average and --alpha exclude each other; pass one.');
  await useBackend('cpu');
  const start = await readMixed(before);
  const others: Mixed[] = [];
  for (const name of after) {
    const other = await readMixed(name);
    refuseOthers(start, other);
    others.push(other);
  }
  const models = [...(average ? [start] : []), ...others].map(({ model }) => model);
  // Of several the mean is taken once.
  const end = models.length === 1 ? models[0]! : interpolateWeights(start.model, models, 1);
  const tokenizer = start.tokenizer ?? others.find((other) => other.tokenizer)?.tokenizer;
  const { preprocessing, form } = start;
  const dtype = others.every((other) => other.form.dtype === form.dtype) ? form.dtype : 'float32';
  const folders = (alpha ?? DEFAULT).map((each) => ({ alpha: each, folder: `alpha-${each}` }));
  await writeFolder({ folder: output, list: '.slipform-mix', force }, async (write) => {
    const save = async (model: ClipModel, inside: string) => {
      const files = modelFolderFiles('mix', { model, tokenizer, preprocessing }, { ...form, dtype });
      for (const [name, content] of files) await write(`${inside}${name}`, content);
    };
    if (average) return save(end, '');
    for (const { alpha: each, folder } of folders) {
      const model = interpolateWeights(start.model, end, each);
      await save(model, `${folder}/`);
      model.dispose();
    }
    const record = { before, after: after.length === 1 ? after[0] : after, alphas: folders };
    await write('mix.json', `${JSON.stringify(record, undefined, 2)}\n`);
  });
  const written = average ? [output] : folders.map(({ folder }) => `${output}/${folder}`);
  process.stdout.write(written.map((folder) => `${folder}\n`).join(''));
}

async function readMixed(name: string): Promise<Mixed> {
  const source = await openSource('mix', name);
  const tokenizer = await tokenizerOf(source);
  const { naming, files } = await findWeights(source);
  await closeFiles(files);
  const types = new Set(files.flatMap(({ entries }) => entries.map(({ dtype }) => dtype)));
  return {
    ...(await readModel('mix', source)),
    name,
    tokenizer,
    starts: await startsOf(name, source),
    form: {
      naming: naming === 'open_clip' ? 'open_clip' : 'huggingface',
      dtype: types.size === 1 ? (typeNames[[...types][0]!] ?? 'float32') : 'float32',
    },
  };
}

const typeNames: Readonly<Record<string, WeightType>> = { F16: 'float16', BF16: 'bfloat16' };

/** open_clip's folders may lack one. */
async function tokenizerOf(source: ModelSource): Promise<SavedTokenizer | undefined> {
  for (const file of ['tokenizer.json', 'vocab.json'])
    if ((await readOptionalFile(source, file)) !== undefined) return readTokenizer(source);
  return undefined;
}

/** The name at the hub, and `base_model` of the card. */
async function startsOf(name: string, source: ModelSource): Promise<string[]> {
  const [, own] = /^hf:([^@]+)/.exec(name) ?? [];
  const card = new TextDecoder().decode(await readOptionalFile(source, 'README.md'));
  const [, fields = ''] = /^---\r?\n(.*?)\r?\n---/s.exec(card) ?? [];
  const [, one = '', several = ''] = /^base_model:[ \t]*(.*)((?:\r?\n[ \t]*- .*)*)/m.exec(fields) ?? [];
  const bases = `${one}\n${several}`.match(/[\w.-]+\/[\w.-]+/g) ?? [];
  return [...(own === undefined ? [] : [own]), ...bases];
}

function refuseOthers(before: Mixed, after: Mixed): void {
  const pictures = [before, after].map(({ preprocessing }) => JSON.stringify(preprocessing));
  if (pictures[0] !== pictures[1]) {
    refuse('mix', after.name, `must do to pictures what ${before.name} does, ${pictures[0]}`, pictures[1]);
  }
  const words = [before, after].map(({ tokenizer }) => tokenizer && tokenizerJson(tokenizer));
  if (words[0] !== undefined && words[1] !== undefined && words[0] !== words[1]) {
    throw new InputError(
      `mix: ${after.name} must have the tokenizer of ${before.name}, and has another; only models of one start can be mixed.`,
    );
  }
  const apart = before.starts.length > 0 && after.starts.length > 0;
  if (apart && !before.starts.some((start) => after.starts.includes(start))) {
    const said = [before, after].map(({ starts }) => starts.map((start) => quoted(start)).join(', '));
    throw new InputError(
      `mix: ${before.name} and ${after.name} must share the weights that they began from, but their cards name ${said[0]} and ${said[1]}; name models of one start.`,
    );
  }
}
