import { mkdirSync, symlinkSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeNpy } from '@slipform/kit/testing/make-npy';
import { meetRefusals, type Refusal } from '@slipform/kit/testing/meet-refusals';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { runCommand, startCommand } from './testing/run-command';
import { sampleRecord, sampleResults } from './testing/sample-record';
import { saveTinyModel } from './testing/save-tiny-model';

const { file, path } = useFolder();
const folder = () => dirname(path('x'));
const run = (args: readonly string[]) => runCommand(folder(), ...args);

beforeAll(async () => {
  await saveTinyModel(path('model'));
  file('r.json', JSON.stringify(sampleResults));
  symlinkSync('r.json', path('link.json'));
  file('captions.txt', 'red dog\nblue cat\n');
  mkdirSync(path('sugar'));
  const row = { filename: '0.jpg', caption: 'red dog', negative_caption: 'blue dog' };
  await writeFile(path('sugar/swap_att.json'), JSON.stringify({ 0: row }));
  mkdirSync(path('pictures'));
  const picture = { width: 16, height: 16, channels: 3, background: 'red' } as const;
  await sharp({ create: picture }).png().toFile(path('pictures/0.jpg'));
  // Of report.
  file('empty.json', '');
  file('foreign.json', '{"a": 1}');
  file('list.json', '[]');
  const results = [{ model: 'm', benchmark: 'b', chance: 0.5, kinds: { a: { value: null } }, mean: {} }];
  file('holes.json', JSON.stringify({ ...sampleRecord, results, comparisons: [], runs: [] }));
  // Of audit.
  const negative = { id: '1', caption: 'A red dog 1.', negative: 'A red cat 1.', slot: 'object' };
  file('one.jsonl', `${JSON.stringify(negative)}\n`);
  // Of probe.
  for (const name of ['a.npy', 'many.npy']) file(name, makeNpy('<f4', '(2, 1)', new Uint8Array(8)));
  file('a.labels.txt', 'x\ny');
  file('many.labels.json', '[[0, 1], [1, 0]]');
});

const blind = 'model --benchmark sugarcrepe=sugar --blind captions.txt';
const asked = '--benchmark sugarcrepe=sugar --images pictures';
const judged = `model ${asked}`;
const noModel = (url: string): Refusal => [
  ['run', url, ...asked.split(' '), '-o', 'new/'],
  1,
  /^slipform-bench: (A model's URL|hf:a\/b: a revision) must (?!.*pw)[^\n]*\n$/,
];

meetRefusals('slipform-bench', run, folder, [
  // Wrong usage.
  ['reprot', 2, "unknown command 'reprot'"],
  ['run m --stepz 3', 2, /^slipform-bench: unknown option '--stepz'/],
  ['report', 2, 'the output (-o FILE) must be named'],
  ['run', 2, 'missing required argument'],
  ['inputs', 2, '(slipform-bench inputs --help says how)'],
  ['probe a.npy', 2, 'missing required argument'],
  ['probe a.npy a.npy --strengths 0', 2, 'positive numbers'],
  [
    'audit captions.txt',
    2,
    'cannot tell the format of captions.txt by its name: it must hold negatives, as slipform-plant mine writes them; pass --format jsonl|parquet|tsv|json.',
  ],
  ['audit - -', 2, 'standard input can be read once only; name - once.'],
  ['audit one.jsonl --judged 9', 2, 'It must be an integer from 10 to 1000000.'],
  [['audit', ''], 2, ''],
  // What can't be read.
  ['report none.json -o new.html', 1, 'cannot read none.json: there is no such file'],
  [
    'report empty.json -o new.html',
    1,
    /empty\.json must be JSON: .*; give the results\.json that slipform-bench wrote/,
  ],
  ['report foreign.json -o new.html', 1, 'foreign.json: no results of slipform-bench'],
  ['report list.json -o new.html', 1, 'list.json: no results of slipform-bench'],
  [
    'report holes.json -o new.html',
    1,
    'holes.json: results[0].kinds.a.correct must be a whole number of at least 0, got undefined; give the',
  ],
  ['probe a.npy nowhere.npy', 1, 'cannot read nowhere.npy: there is no such file or folder.'],
  ['probe a.npy many.npy', 1, 'all be classes, or all be lists'],
  ['probe a.labels.txt a.npy', 1, 'a.labels.txt is no .npy file'],
  ['audit none.jsonl', 1, 'none.jsonl'],
  ...['http://[::1', 'http://', 'http://a b', 'http://%', 'http://user:pw@127.0.0.1:1/', 'hf:a/b@../x'].map(
    noModel,
  ),
  // The folder that the output names is not left behind by a run that writes nothing.
  [`run nowhere ${asked} -o made/deep/`, 1, 'There is no folder nowhere'],
  [`run captions.txt ${asked}`, 1, 'captions.txt is a file'],
  // What can't be written, which is looked at before the model and the results.
  [`run nowhere ${asked} -o no/file`, 2, '-o must end with / for a folder of results, or be a file such as'],
  [`run nowhere ${asked} -o no/x.json`, 1, 'cannot write no/x.json: there is no folder no; make it first.'],
  ['report nowhere -o no/file', 1, 'cannot write no/file: there is no folder no; make it first.'],
  ['report nowhere --force -o .', 1, 'cannot write .: it is a folder; name a file'],
  [`report r.json -o ${'x'.repeat(252)}`, 1, 'the name is too long'],
  [`report r.json -o ${'x'.repeat(300)}`, 1, 'the name is too long'],
  // What is kept.
  ['report r.json -o r.json --force', 1, 'which is the results'],
  ['report link.json -o r.json --force', 1, 'which is the results'],
  ['report r.json -o ./link.json --force', 1, 'which is the results'],
  ['report r.json -o captions.txt', 1, 'captions.txt exists'],
  [`run ${judged} -o model/config.json --force`, 1, 'which is a file of the model'],
  [`run ${judged} -o model/model.safetensors --force`, 1, 'which is a file of the model'],
  [`run ${judged} -o r.json`, 1, 'r.json exists'],
  [`run ${blind} -o captions.txt --force`, 1, 'which is the captions of --blind'],
  [`run ${blind} -o sugar/swap_att.json --force`, 1, 'which is a file of sugarcrepe'],
]);

test.each([
  [2, 'run m --stepz 3'],
  [1, 'report none.json -o new.html'],
])('a process of its own ends with %i and the same words: %s', async (code, line) => {
  const own = await startCommand(folder(), ...line.split(' '));
  expect(own.code).toBe(code);
  expect(own).toEqual(await run(line.split(' ')));
});
