import { linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { refuseOverwrites } from './output-guard';

let folder: string;
let input: { readonly file: string; readonly name: string };
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipform-guard-'));
  input = { file: join(folder, 'in.txt'), name: 'the input' };
  writeFileSync(input.file, 'words');
});
afterEach(() => rm(folder, { recursive: true }));

const output = (...path: string[]) => ({ file: join(folder, ...path), name: '--output' });

it('refuses an output that is an input, by whatever path', () => {
  symlinkSync('in.txt', join(folder, 'link'));
  linkSync(input.file, join(folder, 'hard'));
  mkdirSync(join(folder, 'deep'));
  symlinkSync('..', join(folder, 'deep', 'up'));
  for (const path of [['in.txt'], ['link'], ['hard'], ['deep', '..', 'in.txt'], ['deep', 'up', 'in.txt']]) {
    expect(() => refuseOverwrites({ inputs: [input], outputs: [output(...path)] })).toThrow(
      /--output would overwrite .*, which is the input; name another file\./,
    );
  }
  const raw = { file: `${folder}/none/../in.txt`, name: '--output' };
  expect(() => refuseOverwrites({ inputs: [input], outputs: [raw] })).toThrow(/--output would overwrite/);
});

it('refuses two outputs in one place, there or not yet', () => {
  const outputs = [output('new'), { file: join(folder, 'x', '..', 'new'), name: '--html' }];
  expect(() => refuseOverwrites({ inputs: [], outputs })).toThrow(
    /--html and --output would be the same file/,
  );
  expect(() => refuseOverwrites({ inputs: [], outputs: [{ file: '', name: '--output' }] })).toThrow(
    /--output must name a file, got an empty name/,
  );
});

it('lets pass what is apart: one input twice, devices, standard streams', () => {
  const device = { file: '/dev/null', name: 'nothing' };
  refuseOverwrites({
    inputs: [input, input, device, { file: '-', name: 'standard input' }],
    outputs: [output('new'), output('in.txt.ids'), device, device],
  });
});
