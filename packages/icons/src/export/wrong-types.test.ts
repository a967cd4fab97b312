import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '@slipform/kit/errors/input-error';
import { wrongCalls } from '@slipform/kit/testing/wrong-calls';
import { afterAll, describe, expect, test } from 'vitest';
import * as files from '../files/index';
import * as icons from '../index';

const json = {
  prefix: 'mine',
  info: { name: 'Mine', author: { name: 'Me' }, license: { title: 'MIT', spdx: 'MIT' } },
  icons: { 'bell-off': { body: '<path d="M0 0h8v8z"/>' }, 'bell-on': { body: '<path d="M0 0h9v9z"/>' } },
};
const set = icons.readIconSet(json);
const [icon] = set.icons;
const folder = mkdtempSync(join(tmpdir(), 'slipform-icons-wrong-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What is right ends too, before anything is written. */
const signal = AbortSignal.abort(new InputError('stopped.'));
const exporting = {
  folder: join(folder, 'x'),
  format: 'coco',
  size: 8,
  split: 'train',
  limit: 1,
  seed: 0,
  signal,
};

/** Without a folder it would read all sets of the clone. */
function openThere(root: string, sets: 'core', tags: boolean) {
  return files.openCorpus({ root, sets, tags, signal });
}

/** Right arguments of what users call; each option is then of a wrong type. */
const CALLS: readonly (readonly [
  call: (...values: never[]) => unknown,
  before: readonly unknown[],
  options: readonly unknown[],
])[] = [
  [icons.iconSvg, [icon], [{ size: 8, colour: '#000', background: '#fff', padding: 0 }]],
  [icons.contactSheet, [[]], [{ columns: 1, size: 8, title: 'x', theme: 'light' }]],
  [openThere, [], [folder, 'core', false]],
  [files.drawIcons, [set.icons], [{ size: 8, colour: '#000', workers: 1, signal }]],
  [files.exportIcons, [], [set, exporting]],
];

describe('what users call answers wrong types with one sentence of ours', () => {
  test.each(CALLS.map(([call, before, options]) => [call.name, call, before, options] as const))(
    '%s',
    async (_, call, before, options) => {
      const faults = new Set<string>();
      let refused = 0;
      for (const values of wrongCalls(options)) {
        try {
          await call(...([...before, ...values] as never[]));
        } catch (error) {
          refused++;
          if (InputError.isInstance(error) && !/\p{Cc}/u.test(error.message) && error.message.endsWith('.'))
            continue;
          faults.add(String(error instanceof Error ? error.stack?.split('\n').slice(0, 3).join(' ') : error));
        }
      }
      expect(refused).toBeGreaterThan(5);
      expect([...faults].slice(0, 8)).toEqual([]);
    },
  );
});
