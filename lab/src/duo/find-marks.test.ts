import { expect, test } from 'vitest';
import { iconOf } from '../icons/testing/small-world';
import { findMarks } from './find-marks';

const disc = '<circle cx="12" cy="12" r="8"/>';
const nearlyDisc = '<circle cx="12" cy="12" r="8.1"/>';
const bar = '<path d="M2 10h20v4H2z"/>';
const post = '<path d="M10 2h4v20h-4z"/>';

test('marks drawings that resemble one of training, and names that training sets have, also as another name', async () => {
  const [copied, own] = [iconOf('asked:record', { body: nearlyDisc }), iconOf('asked:minus', { body: bar })];
  const trained = [
    iconOf('one:disc', { body: disc, aliases: ['record'] }),
    iconOf('two:pole', { body: post }),
  ];
  const done: number[] = [];
  const { isCopy, isSeen } = await findMarks([copied, own], trained, (count) => done.push(count));
  expect([copied, own].map(isCopy)).toEqual([true, false]);
  expect([copied, own].map(isSeen)).toEqual([true, false]);
  expect(done).toEqual([2]);
});
