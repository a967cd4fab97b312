import { expect, test } from 'vitest';
import { runInputs } from './run';
import { parseWanted } from './wanted-benchmark';

test('a benchmark that brings its questions may come without a path, the others may not', () => {
  expect(parseWanted(['icon-pairs', 'icons=mine.json', 'sugarcrepe=data'])).toEqual([
    { name: 'icon-pairs', path: '' },
    { name: 'icons', path: 'mine.json' },
    { name: 'sugarcrepe', path: 'data' },
  ]);
  expect(() => parseWanted(['sugarcrepe'])).toThrow(
    'icons, icon-pairs, duo, openclipart may come without a path',
  );
  expect(() => parseWanted(['sugarcrepe='])).toThrow('It must be NAME=PATH');
  expect(() => parseWanted(['icons', 'icons'])).toThrow('The same file may come once');
  // No path is no input that an output could take the place of.
  const benchmarks = parseWanted(['icon-pairs']);
  expect(runInputs({ model: 'm', benchmarks, images: [], captions: undefined }, 'out.json')).toEqual([
    { file: 'm', name: 'a file of the model' },
  ]);
});
