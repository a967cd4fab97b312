import { parseArgs } from 'node:util';
import { InputError } from '../../../packages/clip/src/input-error';

export interface RaceOptions {
  readonly images: number;
  readonly texts: number;
  /** Of PyTorch and ONNX Runtime; on our side 1 means no workers, and more means as many workers. */
  readonly threads: readonly number[];
  readonly rounds: number;
  /** Binaries of Node for our side. */
  readonly node: readonly string[];
  /** A Python with torch and transformers; undefined: scripts/python/install.mjs makes one. */
  readonly python: string | undefined;
  /** A small model. */
  readonly quick: boolean;
  readonly sizes: boolean;
  readonly updateDocs: boolean;
}

export const usage = `npm run bench:race -w @slipform/clip -- [options]

  --images N      images of each side and round, one by one and in eights (filled up to eights); default 8
  --texts N       texts, alike; default 8
  --threads 1,2   threads of PyTorch and ONNX Runtime, and our workers (1: none)
  --rounds N      processes of each side; default 3
  --node PATH     a Node for our side, several times; default: the one that runs this
  --python PATH   with torch and transformers; default: what scripts/python/install.mjs prints
  --quick         a model of two layers in place of ViT-B/32's size: whether all of it works
  --sizes         also bytes on disk and packed, of packages and weights: some minutes more
  --update-docs   puts the tables into packages/clip/docs/speed.md`;

/** @throws {InputError} for an option that is unknown or out of its range */
export function readRaceOptions(args: readonly string[]): RaceOptions {
  const {
    images,
    texts,
    threads,
    rounds,
    node,
    python,
    quick,
    sizes,
    'update-docs': updateDocs,
  } = parse(args);
  return {
    images: integer('--images', images, 256),
    texts: integer('--texts', texts, 256),
    threads: [...new Set(threads.split(',').map((each) => integer('--threads', each, 64)))],
    rounds: integer('--rounds', rounds, 100),
    node: node ?? [process.execPath],
    ...{ python, quick, sizes, updateDocs },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        images: { type: 'string', default: '8' },
        texts: { type: 'string', default: '8' },
        threads: { type: 'string', default: '1,2' },
        rounds: { type: 'string', default: '3' },
        node: { type: 'string', multiple: true },
        python: { type: 'string' },
        quick: { type: 'boolean', default: false },
        sizes: { type: 'boolean', default: false },
        'update-docs': { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new InputError(`${(error as Error).message}; --help lists the options.`, { cause: error });
  }
}

function integer(name: string, text: string, max: number): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= max) return count;
  const several = name === '--threads' ? 'integers, with commas between them,' : 'an integer';
  throw new InputError(`${name} must be ${several} from 1 to ${max}, got ${JSON.stringify(text)}.`);
}
