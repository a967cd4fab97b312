import { mkdirSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { InputError } from '@slipform/kit/errors/input-error';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { expect, it } from 'vitest';
import { checkOutput } from './train-output';

const folder = useFolder();

it('takes folders that are there or can be made, and makes none', async () => {
  mkdirSync(folder.path('here'));
  checkOutput(folder.path('here'), undefined);
  checkOutput(folder.path('new/deep'), folder.path('new/deep/metrics.jsonl'));
  checkOutput(folder.path('new'), folder.path('new.jsonl'));
  checkOutput(folder.path('..x'), folder.path('x'));
  expect(await readdir(folder.path(''))).toEqual(['here']);
});

it('refuses a file, what is below one, and metrics in the folder’s place', () => {
  writeFileSync(folder.path('file.csv'), '');
  mkdirSync(folder.path('other'));
  const failures: [string, string | undefined, RegExp][] = [
    [
      'file.csv',
      undefined,
      /cannot save the model in .*file\.csv: .*file\.csv is a file, not a folder; .*--output/,
    ],
    ['file.csv/below', undefined, /below: .*file\.csv is a file, not a folder/],
    [
      'model',
      'model',
      /cannot write the metrics to .*model: it is the output folder, or above it; .*model\.jsonl/,
    ],
    ['model/deep', 'model', /it is the output folder, or above it/],
    ['model', 'other', /it is a folder; name a file/],
  ];
  for (const [output, metrics, message] of failures) {
    const check = () => checkOutput(folder.path(output), metrics && folder.path(metrics));
    expect(check).toThrow(message);
    expect(check).toThrow(expect.toSatisfy(InputError.isInstance));
  }
});
