import { expect, it } from 'vitest';
import { newHistory } from './run/history';
import { turned } from './turned';

const asked = (...answers: string[]) => ({
  ...newHistory(),
  judged: answers.map((each, at) => [at, each] as const),
});

it('finds what has turned since the questions were asked before', () => {
  const histories = {
    infoNce: asked('0333', '0303'),
    hard: asked('1000', '3030'),
    cement: asked('0030', '3030'),
  };
  expect(turned(histories, 'right', 9).map(({ question }) => question)).toEqual([0, 2]);
  expect(turned(histories, 'wrong', 9).map(({ question }) => question)).toEqual([2]);
  expect(turned(histories, 'right', 1)[0]!.answers).toEqual([
    { arm: 'infoNce', isRight: false, isNew: false },
    { arm: 'hard', isRight: true, isNew: true },
    { arm: 'cement', isRight: true, isNew: true },
  ]);
});

it('finds nothing before the second time, and nothing where nothing was asked', () => {
  const once = asked('0123');
  expect(turned({ infoNce: once, hard: once, cement: once }, 'right', 9)).toEqual([]);
  const never = newHistory();
  expect(turned({ infoNce: never, hard: never, cement: never }, 'wrong', 9)).toEqual([]);
});
