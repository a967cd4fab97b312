import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll } from 'vitest';
import { chromiumLaunchOptions } from '../../../../vitest.config';
import { type OpenedPage, openPage } from './open-page';
import { type ServedPlayground, serveBuilt } from './serve-built';

/** A browser and the built playground, for all tests of a file. */
export interface PlaygroundPages {
  /** Only within tests. */
  readonly browser: Browser;
  readonly served: ServedPlayground;
  /** Opens an address of the playground, `#/draw?t=a+red+car`, as a person who has never been here. */
  open(hash: string, options?: Parameters<typeof openPage>[2]): Promise<OpenedPage>;
}

/**
 * Starts a browser and a server before the tests of a file, and ends both after them.
 *
 * @example
 * const pages = playgroundPages();
 * it('opens', async () => {
 *   const { page, context, faults } = await pages.open('#/words');
 */
export function playgroundPages(): PlaygroundPages {
  let started: { readonly browser: Browser; readonly served: ServedPlayground } | undefined;
  beforeAll(async () => {
    started = { served: await serveBuilt(), browser: await chromium.launch(chromiumLaunchOptions) };
  });
  afterAll(async () => {
    await started?.browser.close();
    await started?.served.close();
  });
  const running = () => {
    if (started === undefined)
      throw new Error('The browser starts before the first test; use it within one.');
    return started;
  };
  return {
    get browser() {
      return running().browser;
    },
    get served() {
      return running().served;
    },
    open: (hash, options) => openPage(running().browser, `${running().served.url}${hash}`, options),
  };
}
