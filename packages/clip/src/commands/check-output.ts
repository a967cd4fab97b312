import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { preprocessingFile } from '../encoder/preprocessing-json';
import { InputError } from '../input-error';
import { tokenizerConfigFile } from '../tokenizer/tokenizer-config';
import { tokenizerFile } from '../tokenizer/tokenizer-file';
import { indexFile } from '../weights/shard-index';

/** The files that a run's output gets; a model above 5 GB gets shards in place of one. */
export const modelFiles: readonly string[] = [
  'config.json',
  'model.safetensors',
  indexFile,
  tokenizerFile,
  tokenizerConfigFile,
  preprocessingFile,
];

/**
 * What would keep a trained model from its folder, asked before the first step. Makes nothing: a run that fails
 * leaves no folder.
 *
 * @param metrics file of the metrics, if there is one
 * @throws {InputError} if the folder can't be made or written into
 */
export function checkOutput(output: string, metrics: string | undefined): void {
  const place = nearest(resolve(output));
  if (!statSync(place).isDirectory()) {
    throw new InputError(
      `cannot save the model in ${output}: ${shown(place)} is a file, not a folder; name another folder with --output.`,
    );
  }
  try {
    accessSync(place, constants.W_OK);
  } catch {
    throw new InputError(
      `cannot save the model in ${output}: ${shown(place)} may not be written into; name another folder with --output.`,
    );
  }
  for (const name of modelFiles) {
    const file = join(output, name);
    if (existsSync(file) && !statSync(file).isFile()) {
      throw new InputError(
        `cannot save the model in ${output}: ${shown(file)} is no file; move it away, or name another folder with --output.`,
      );
    }
  }
  if (metrics === undefined) return;
  const isAbove = relative(resolve(metrics), resolve(output)).split(/[/\\]/)[0] !== '..';
  if (isAbove || (existsSync(metrics) && statSync(metrics).isDirectory())) {
    throw new InputError(
      `cannot write the metrics to ${metrics}: it is ${isAbove ? 'the output folder, or above it' : 'a folder'}; name a file, such as ${metrics}.jsonl.`,
    );
  }
}

/** The path itself, or the lowest folder above it that is there. */
function nearest(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearest(dirname(path));
}

function shown(path: string): string {
  return relative('', path) || '.';
}
