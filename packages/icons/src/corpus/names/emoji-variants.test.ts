import { expect, it } from 'vitest';
import { withoutEmojiVariants } from '../read-icon-set';

it('folds tones of skin and families, and keeps what only sounds like them', () => {
  const names = [
    'artist',
    'artist-dark',
    'artist-light',
    'artist-medium-light',
    'police-car',
    'police-car-light',
    'waving-hand',
    'waving-hand-medium-dark-skin-tone',
    'family',
    'family-man-woman-boy',
    'kiss-man-man',
    'kiss-mark',
    'couple-with-heart',
    'couple-with-heart-woman-man',
    'kissing-cat',
  ];
  expect(withoutEmojiVariants(names)).toEqual([
    'artist',
    'police-car',
    'police-car-light',
    'waving-hand',
    'family',
    'kiss-mark',
    'couple-with-heart',
    'kissing-cat',
  ]);
});
