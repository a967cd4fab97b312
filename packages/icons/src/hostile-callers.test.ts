import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '@slipform/kit/errors/input-error';
import { meetHostileCallers } from '@slipform/kit/testing/hostile-callers';
import { afterAll } from 'vitest';
import * as files from './files/index';
import * as library from './index';
import { iconNamed } from './testing/icon-of';

const icons = [iconNamed('bell off', { tags: ['mute'] }), iconNamed('bell on')];
const [icon] = icons;
const json = {
  prefix: 'try',
  icons: { bell: { body: '' }, cup: { body: '<path d="M0 0h8v8z"/>', width: 3 } },
  aliases: { pot: { parent: 'cup', rotate: 1 } },
  suffixes: { '': '' },
  info: { name: 'x', author: { name: 'y' }, license: { title: 'MIT', spdx: 'MIT' } },
};
const colourPairs = {
  ...{ format: 'slipform-colour-pairs', version: 1, about: 'x' },
  sets: { one: { package: 'p', version: '1', artist: 'A', family: 'f', licence: 'MIT' } },
  questions: { one: [['swap', 'above', 'A red a above a blue b', 'A blue a above a red b', '']] },
};
const pair = {
  things: [
    { thing: 'bell', colour: 'red' },
    { thing: 'cup', colour: 'blue' },
  ],
  joiner: 'above',
};
const load = async () => ({ width: 1, height: 1, data: new Uint8Array(3), name: 'x' });
const set = library.readIconSet(json);
const drawing = { body: '', left: 0, top: 0, width: 1, height: 1 };
const folder = mkdtempSync(join(tmpdir(), 'slipform-icons-wrong-'));
afterAll(() => rmSync(folder, { recursive: true }));

const root = join(import.meta.dirname, '..');

/** What is right ends too, before anything is written. */
const signal = AbortSignal.abort(new InputError('stopped.'));
const exporting = {
  ...{ folder: join(folder, 'x'), format: 'coco', size: 8, split: 'train', limit: 1, seed: 0, signal },
};

meetHostileCallers(
  {
    readIconSet: [
      library.readIconSet,
      { json, options: { tags: new Map(), version: '1', onSkip: () => {} } },
    ],
    colourPairs: [
      files.colourPairs,
      {
        json: colourPairs,
        options: { images: (key: string) => ({ key, load }), size: 16, root, onWarning: () => {} },
      },
    ],
    minimalPairs: [library.minimalPairs, { icons, options: { seed: 1, perWordPair: 1, perWord: 1, max: 1 } }],
    mainDrawings: [library.mainDrawings, { icons }],
    pairIcons: [library.pairIcons, { icons, words: new Set(['bell']) }],
    pairCaptions: [library.pairCaptions, { icons, options: { count: 1, seed: 1 } }],
    pairQuestions: [library.pairQuestions, { icons, options: { seed: 1, perSet: 1, perName: 1 } }],
    pairCaption: [library.pairCaption, { pair }],
    readPairCaption: [library.readPairCaption, { text: 'A red a above a blue b' }],
    freeWording: [library.freeWording, { pair, frame: 1, use: 'training' }],
    readFreeWording: [library.readFreeWording, { text: 'red bell, blue cloud' }],
    isSwapWord: [library.isSwapWord, { word: 'bell' }],
    pairPixels: [
      library.pairPixels,
      { drawings: [new Uint8Array(4), new Uint8Array(4)], pair, place: 'above', options: { half: 2 } },
    ],
    captionsOf: [library.captionsOf, { icon, options: { seed: 1, tagged: 1, maxTags: 1 } }],
    splitOf: [library.splitOf, { icon }],
    familyOf: [library.familyOf, { set: 'lucide', artist: 'someone' }],
    whyNotUsed: [library.whyNotUsed, { set }],
    noticeOf: [library.noticeOf, { sets: [set] }],
    iconSvg: [
      library.iconSvg,
      {
        icon: drawing,
        options: { size: 8, colour: '#000', background: '#fff', padding: 0 },
      },
    ],
    // Without a folder it would read all sets of the clone.
    openCorpus: [
      (root: string, sets: string[], tags: boolean) => files.openCorpus({ root, sets, tags, signal }),
      { root, sets: ['octicon'], tags: false },
    ],
    drawIcons: [
      files.drawIcons,
      { icons: set.icons, options: { size: 8, colour: '#000', workers: 1, signal } },
    ],
    exportIcons: [files.exportIcons, { corpus: { sets: [set], icons: set.icons }, options: exporting }],
  },
  { byChance: 60 },
);
