import { useEffect, useState } from 'preact/hooks';

/**
 * Milliseconds from a change of the question to the frame that shows its answer, also as `slipform-search` among the page's
 * measures. Once for each change: sets that come later show more of the same answer.
 */
export function useShownIn(answer: unknown, changedAt: number | undefined): number | undefined {
  const [shownIn, setShownIn] = useState<{ readonly from: number; readonly took: number }>();
  useEffect(() => {
    if (answer === undefined || changedAt === undefined || shownIn?.from === changedAt) return;
    // After the next frame has been painted.
    const frame = requestAnimationFrame(() => {
      setTimeout(() => {
        const { duration } = performance.measure('slipform-search', { start: changedAt });
        setShownIn({ from: changedAt, took: duration });
      });
    });
    return () => cancelAnimationFrame(frame);
    // Not when the question changes: the answer that stands then is to the last one.
  }, [answer]);
  return shownIn !== undefined && shownIn.from === changedAt ? shownIn.took : undefined;
}
