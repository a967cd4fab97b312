import { openPage } from '../yardstick/chromium';
import type { Contender } from '../yardstick/contender';
import type { Run } from './report';
import type { RaceOrder } from './work';

/** A side of lab/speed/race.ts in a page of servePage(), in a browser of its own. */
export async function pageContender(
  url: string,
  order: RaceOrder,
): Promise<Contender<{ readonly runs: readonly Run[] }>> {
  const { page, figures, stop } = await openPage(`${url}race`, 'race');
  await page.exposeFunction('cpuSeconds', () => (figures()?.cpuMs ?? Number.NaN) / 1000);
  const { kernels } = await page.evaluate((given) => window.race.start(given), order);
  return {
    kernels,
    take: (steps) => page.evaluate((wanted) => window.race.take(wanted), steps),
    figures,
    stop,
  };
}
