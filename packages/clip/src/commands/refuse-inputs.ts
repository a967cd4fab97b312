import { refuseOverwrites } from '@slipform/kit/files/output-guard';
import { filesOf, inputFiles } from './input-files';
import type { Inputs } from './list-inputs';

/** Throws an InputError where an output of `embed` is one of its inputs or a file of the model. */
export async function refuseInputs(
  model: string,
  input: string,
  inputs: Inputs,
  outputs: readonly string[],
  output: string,
): Promise<void> {
  refuseOverwrites({
    inputs: [
      ...(await inputFiles(input, inputs)).map((file) => ({ file, name: 'an input' })),
      ...(filesOf(model) ?? []).map((file) => ({ file, name: 'a file of the model' })),
    ],
    outputs: outputs.map((file) => ({
      file,
      name: file === output ? '--output' : 'the ids beside --output',
    })),
  });
}
