import { expect, it } from 'vitest';
import { newHistory } from './run/history';
import { turned } from './turned';

const asked = (...answers: string[]) => ({
  ...newHistory(),
  judged: answers.map((swaps, at) => [at, { swaps, freely: '', search: '' }] as const),
});

it('finds what has turned since the questions were asked before', () => {
  const histories = {
    infoNce: asked('0333', '0303'),
    mined: asked('1000', '3030'),
    slipform: asked('0030', '3030'),
  };
  expect(turned(histories, 'right', 9).map(({ question }) => question)).toEqual([0, 2]);
  expect(turned(histories, 'wrong', 9).map(({ question }) => question)).toEqual([2]);
  expect(turned(histories, 'right', 1)[0]!.answers).toEqual([
    { arm: 'infoNce', isRight: false, isNew: false },
    { arm: 'mined', isRight: true, isNew: true },
    { arm: 'slipform', isRight: true, isNew: true },
  ]);
});

it('finds nothing before the second time, and nothing where nothing was asked', () => {
  const once = asked('0123');
  expect(turned({ infoNce: once, mined: once, slipform: once }, 'right', 9)).toEqual([]);
  const never = newHistory();
  expect(turned({ infoNce: never, mined: never, slipform: never }, 'wrong', 9)).toEqual([]);
});
