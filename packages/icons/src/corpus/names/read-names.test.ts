import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNames } from './read-names';

const none = { suffixes: [], prefixes: [] };

/** Reads the first name of a set whose other names are these. */
function read(name: string, others: string, declared: Partial<typeof none> | object = {}) {
  const { words, style, variant } = readNames([name, ...others.split(' ').filter(Boolean)], {
    ...none,
    ...declared,
  })(name);
  return [words.join(' '), style, variant].join(' | ').replace(/( \| )+$/, '');
}

const plain = { suffixes: ['', 'light', 'bold'] };
const always = { suffixes: ['line', 'fill', 'line-duotone'] };

describe('a name without style and size', () => {
  it.each<[string, string, string, object?]>([
    // What the set declares.
    ['heart-light', 'heart heart-bold', 'heart | light', plain],
    ['traffic-light', 'heart heart-bold', 'traffic light', plain],
    ['traffic-light-light', 'traffic-light heart', 'traffic light | light', plain],
    ['heart-bold', 'heart-light', 'heart | bold', plain],
    ['chart-line-line', 'chart-line-fill', 'chart line | line', always],
    ['heart-line-duotone', 'heart-line', 'heart | line duotone', always],
    ['line', 'heart-line', 'line', always],
    ['baseline-home', 'sharp-home', 'home | baseline', { prefixes: ['baseline', 'sharp'] }],
    // What its names show.
    ['heart-fill', 'heart bell bell-fill', 'heart | fill'],
    ['color-fill', 'heart bell bell-fill x-fill x', 'color fill'],
    ['heart-broken', `heart ${spread(60)}`, 'heart broken'],
    ['home-sharp', 'home bell bell-sharp', 'home | sharp'],
    ['razor-sharp', 'home bell bell-sharp home-sharp a b c d', 'razor sharp'],
    [
      'home-outline-badged',
      'home-solid-badged bell-outline-badged bell-solid-badged',
      'home badged | outline',
    ],
    ['home-line-chart', 'home chart', 'home line chart'],
    ['clock-outline', spread(30).replace(/(?= |$)/g, '-outline'), 'clock | outline'],
    ['clock-outline', `bell-outline ${spread(30)}`, 'clock outline'],
    ['envelope-o', 'envelope bell bell-o', 'envelope | o'],
    ['vitamin-a', 'vitamin-b vitamin-c', 'vitamin a'],
    ['alert-24', 'alert-16 bell-16 bell-24', 'alert | 24'],
    [
      'alert-fill-24',
      'alert-24 alert-16 bell-16 bell-24 bell-fill-16 bell-fill-24 alert-fill-16',
      'alert | fill 24',
    ],
    ['hours-24', `bell cup ${spread(60)}`, 'hours 24'],
    ['3d-rotate', 'rotate', '3d rotate'],
    ['battery-half', 'battery battery-full bell', 'battery half'],
    ['bell-off', 'bell cloud cloud-off heart heart-off', 'bell off'],
    // Several drawings of one thing.
    ['calendar-2', 'calendar', 'calendar |  | 2'],
    ['calendar2', 'calendar', 'calendar |  | 2'],
    ['home-2', 'home-1', 'home |  | 2'],
    ['abacus-01', '', 'abacus |  | 01'],
    ['user-alt', 'user', 'user |  | alt'],
    ['ctrl-alt', 'user', 'ctrl alt'],
    ['dice-5', 'dice dice-1 dice-2 dice-3 dice-4 dice-6', 'dice 5'],
    ['heading2', 'heading heading0 heading1', 'heading2'],
    ['mp3', 'mp', 'mp3'],
    ['arrow--down_left', '', 'arrow down left'],
  ])('%s beside %s', (name, others, expected, declared = {}) => {
    expect(read(name, others, declared)).toBe(expected);
  });

  it('keeps a word, and hangs on the names of the set but not on their order', () => {
    const word = fc.constantFrom(
      'a',
      'home',
      'fill',
      'outline',
      '24',
      '2',
      '01',
      'alt',
      'bell',
      'off',
      'two',
      'light',
    );
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join('-'));
    const suffixes = fc.subarray(['', 'fill', 'light', 'outline-24']);
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 40 }), suffixes, (names, ends) => {
        const declared = { suffixes: ends, prefixes: [] };
        const forwards = readNames(names, declared);
        const backwards = readNames([...names].reverse(), declared);
        for (const each of names) {
          const parts = forwards(each);
          expect(parts.words.length).toBeGreaterThan(0);
          expect(backwards(each)).toEqual(parts);
          const all = [...parts.words, ...parts.style.split(' '), parts.variant ?? ''];
          expect(all.filter(Boolean).sort()).toEqual(each.split('-').sort());
        }
      }),
    );
  });
});

/** So many names that nothing else is common. */
function spread(count: number): string {
  return Array.from({ length: count }, (_, at) => `thing${String.fromCharCode(97 + (at % 26))}${at}x`).join(
    ' ',
  );
}
