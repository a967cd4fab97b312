import { describe, expect, it } from 'vitest';
import { familyOf, splitOf, TEST_FAMILIES, VALIDATION_FAMILIES } from './families';
import { CORE_SETS, LICENCES, whyNotUsed } from './set-rules';

const set = { set: 'try', title: 'Try', licence: 'MIT', category: 'UI 24px' };

describe('a set', () => {
  it.each<[object, RegExp | undefined]>([
    [{}, undefined],
    [{ licence: 'CC-BY-4.0' }, undefined],
    [{ licence: 'CC-BY-SA-4.0' }, /its licence is CC-BY-SA-4\.0/],
    [{ licence: 'CC-BY-NC-4.0' }, /its licence is CC-BY-NC-4\.0/],
    [{ licence: 'GPL-3.0-or-later' }, /its licence is GPL/],
    [{ licence: '' }, /its licence is not named/],
    [{ category: 'Logos' }, /its category is Logos/],
    [{ category: 'Programming' }, /its category is Programming/],
    [{ category: 'Flags / Maps', title: 'Maki' }, undefined],
    [{ category: 'Flags / Maps', title: 'Circle Flags' }, /its title is Circle Flags/],
    [{ title: 'Font Awesome 6 Brands' }, /its title/],
    [{ title: 'SVG Spinners' }, /its title/],
    [{ title: 'Bitcoin Icons' }, undefined],
    [{ set: 'academicons' }, /marks of publishers/],
    [{ set: 'constructor' }, undefined],
  ])('%j is used or not', (more, why) => {
    const reason = whyNotUsed({ ...set, ...more });
    if (why) expect(reason).toMatch(why);
    else expect(reason).toBeUndefined();
  });

  it('belongs to the family of those that it copies, or of its artist', () => {
    expect(familyOf('feather', 'Cole Bemis')).toBe(familyOf('lucide', 'Lucide Contributors'));
    expect(familyOf('fa6-solid', 'Dave Gandy')).toBe('font-awesome');
    expect(familyOf('new', 'creativeLabs Łukasz Ḧ.')).toBe('creativelabs-lukasz-h');
    expect(familyOf('new', '')).toBe('new');
    expect(familyOf('constructor', 'A')).toBe('a');
  });

  it('lies on one side of the split with its family', () => {
    expect([splitOf('uit'), splitOf('iconscout'), splitOf({ family: 'iconscout' })]).toEqual([
      'test',
      'test',
      'test',
    ]);
    expect([splitOf('mynaui'), splitOf('cil'), splitOf('lucide'), splitOf('never-seen')]).toEqual([
      'validation',
      'validation',
      'train',
      'train',
    ]);
    expect(TEST_FAMILIES).toHaveLength(15);
    expect(VALIDATION_FAMILIES).toHaveLength(6);
    expect(TEST_FAMILIES.filter((family) => VALIDATION_FAMILIES.includes(family))).toEqual([]);
    expect(CORE_SETS.filter((each) => splitOf(each) === 'train')).toEqual([
      'game-icons',
      'lucide',
      'ri',
      'tabler',
    ]);
    expect(CORE_SETS.filter((each) => splitOf(each) === 'validation')).toEqual([]);
    expect(LICENCES.filter((licence) => /-SA|-NC|GPL/.test(licence))).toEqual([]);
  });
});
