import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { meetRefusals } from '@slipform/kit/testing/meet-refusals';
import { runHere } from '@slipform/kit/testing/run-here';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { beforeAll } from 'vitest';
import { runCommand } from './command';

const { file, path } = useFolder();
const folder = () => dirname(path('x'));

beforeAll(() => {
  file('good.csv', 'word,rating\ndog,4\n');
  file('columns.csv', 'a,b\nc,1\n');
  file('empty.csv', '');
  file('latin1.csv', new Uint8Array([0x63, 0xe9, 0x2c, 0x31]));
  file('utf16.csv', Buffer.from('\uFEFFword,rating\ndog,4\n', 'utf16le'));
  file('large.csv', new Uint8Array(33 * 1024 * 1024));
  file('no-table.csv', 'dog\n');
  file('scale.csv', 'word,rating\ndog,7\n');
  spawnSync('mkfifo', [path('pipe')]);
});

const run = (args: readonly string[]) => runHere('slipform-concreteness', runCommand, args, folder());
const rate = (norms: string) => `rate --norms ${norms} dog`;

meetRefusals('slipform-concreteness', run, folder, [
  // Wrong usage.
  [[], 2, 'Usage: slipform-concreteness'],
  ['rat', 2, "unknown command 'rat'"],
  ['rate --norm x', 2, /^slipform-concreteness: unknown option '--norm'/],
  ['rate --norms', 2, 'argument missing'],
  ['rate --scale 1-7 dog', 2, '--scale'],
  ['rate --norms x --scale 7-1', 2, '--scale'],
  ['compare', 2, 'missing required argument'],
  ['compare x --worst 1.5', 2, '--worst'],
  ['export x', 2, 'too many arguments'],
  ['export --format xml', 2, '--format'],
  [['export', '-o', ''], 2, "'-o, --output <file>' argument '' is invalid. It must be the name of a file"],
  // What can't be read.
  [rate('none.csv'), 1, 'cannot read none.csv: there is no such file'],
  [rate('.'), 1, 'it is a folder'],
  [rate('/dev/zero'), 1, 'cannot read /dev/zero: it must be a file, got a device'],
  [rate('pipe'), 1, 'cannot read pipe: it must be a file, got a pipe'],
  [rate('empty.csv'), 1, 'the text is empty'],
  [rate('latin1.csv'), 1, 'not UTF-8'],
  [rate('utf16.csv'), 1, 'utf16.csv is UTF-16, not UTF-8; save it as UTF-8 first'],
  [rate('large.csv'), 1, 'large.csv: it must hold at most 32 MiB of text; name'],
  [rate('no-table.csv'), 1, 'no-table.csv: columns must be separated by tabs'],
  [rate('scale.csv'), 1, /\[1, 5\].*line 2/],
  ['rate --norms good.csv --rating-column x dog', 1, 'rating must name a column of the header'],
  ['compare none.txt', 1, 'cannot read none.txt: there is no such file'],
  ['compare .', 1, 'cannot read .: it is a folder'],
  ['compare columns.csv', 1, /; name yours by --word-column and --rating-column\.\n$/],
  // What can't be written, and what is kept.
  [`export -o ${'x'.repeat(300)}`, 1, /cannot write .*: the name is too long/],
  ['export -o .', 1, /cannot write .*: it is a folder; name a file\.\n$/],
  ['export -o good.csv/x', 1, /cannot write .*: a part of the path is no folder/],
  ['export -o none/x.tsv', 1, /cannot write .*: there is no folder .*none; make it first\./],
  ['export -o columns.csv', 1, 'exists; give another --output, or --force'],
  [
    'export --norms good.csv -o good.csv --force',
    1,
    '--output would overwrite good.csv, which is the file of --norms',
  ],
]);
