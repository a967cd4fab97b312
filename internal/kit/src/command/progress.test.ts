import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createProgress, timeText } from './progress';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** A stream that keeps what is written to it. */
function createStream(isTTY: boolean) {
  const written: string[] = [];
  const stream = {
    isTTY,
    columns: 120,
    write: (text: string) => written.push(text) > 0,
  } as Partial<NodeJS.WriteStream> as NodeJS.WriteStream;
  return { stream, written };
}

describe('in a pipe', () => {
  it('says a line every five seconds, with rate and time left', () => {
    const { stream, written } = createStream(false);
    const bar = createProgress(stream).start('training', 100, 'steps');
    for (let step = 0; step <= 100; step++) {
      bar.update(step, 'loss 0.5');
      vi.advanceTimersByTime(200);
    }
    expect(written).toEqual([
      'training: 25 %, 25 of 100 steps, loss 0.5, 5.0 steps/s, 15 s left\n',
      'training: 50 %, 50 of 100 steps, loss 0.5, 5.0 steps/s, 10 s left\n',
      'training: 75 %, 75 of 100 steps, loss 0.5, 5.0 steps/s, 5 s left\n',
      'training: 100 %, 100 of 100 steps, loss 0.5, 5.0 steps/s, took 20 s\n',
    ]);
  });

  it('counts nothing of what an earlier run did', () => {
    const { stream, written } = createStream(false);
    const bar = createProgress(stream).start('mining', 1000, 'captions');
    vi.advanceTimersByTime(60_000);
    bar.update(900, '', 90);
    vi.advanceTimersByTime(10_000);
    bar.update(950, '3 refused', 100);
    expect(written).toEqual([
      'mining: 90 %, 90 captions\n',
      'mining: 95 %, 100 captions, 3 refused, 1.0 captions/s, 10 s left\n',
    ]);
  });

  it('says neither share nor time left where the end is not known', () => {
    const { stream, written } = createStream(false);
    const bar = createProgress(stream).start('mining', undefined, 'captions');
    bar.update(0);
    vi.advanceTimersByTime(10_000);
    bar.update(2500);
    expect(written).toEqual(['mining: 2500 captions, 250 captions/s\n']);
  });

  it('says nothing of what is over at once, and nothing at all if it is to be quiet', () => {
    const { stream, written } = createStream(false);
    const bar = createProgress(stream).start('reading', 2, 'files');
    bar.update(1);
    bar.update(2);
    const quiet = createProgress(stream, { quiet: true });
    quiet.log('a line');
    quiet.start('reading', 2).update(1);
    expect(written).toEqual([]);
  });
});

describe('on a terminal', () => {
  it('draws a bar, and gives the cursor back at the end', () => {
    const { stream, written } = createStream(true);
    const progress = createProgress(stream);
    const listeners = process.listenerCount('exit');
    const bar = progress.start('training\u001b[2J', 10, 'steps');
    expect(process.listenerCount('exit')).toBe(listeners + 1);
    bar.update(0);
    vi.advanceTimersByTime(1000);
    bar.update(5, 'loss 0.5');
    vi.advanceTimersByTime(1000);
    progress.log('half');
    progress.stop();
    const all = written.join('');
    expect(all).toMatch(/training\\u001b\[2J .*50 % {2}loss 0\.5, 5 of 10 steps, 5\.0 steps\/s, 1 s left/);
    expect(all).toContain('half');
    expect(all.lastIndexOf('\u001b[?25h')).toBeGreaterThan(all.lastIndexOf('\u001b[?25l'));
    expect(process.listenerCount('exit')).toBe(listeners);
  });
});

it.each([
  [0.2, '1 s'],
  [59, '59 s'],
  [61, '1 min 1 s'],
  [600, '10 min'],
  [3600 * 2 + 300, '2 h 5 min'],
])('%d seconds are %s', (seconds, text) => {
  expect(timeText(seconds)).toBe(text);
});
