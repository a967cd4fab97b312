const events = ['uncaughtException', 'unhandledRejection'] as const;

/**
 * Starts wasm without what Emscripten leaves in Node: listeners that throw each uncaught error of the program again, so
 * that Node shows a line of tfjs's file in place of the program's own. Only those are removed that came while `start`
 * ran and whose text is Emscripten's: the program may have added listeners of its own meanwhile.
 */
export async function withoutEmscriptenListeners<T>(start: () => Promise<T>): Promise<T> {
  if (typeof process === 'undefined' || typeof process.listeners !== 'function') return start();
  const listenersOf = (event: string) => process.listeners(event as 'uncaughtException');
  const before = events.map((event) => new Set(listenersOf(event)));
  try {
    return await start();
  } finally {
    events.forEach((event, i) => {
      for (const listener of listenersOf(event)) {
        if (before[i]!.has(listener) || !isEmscriptens(listener)) continue;
        process.removeListener(event, listener);
      }
    });
  }
}

/** `function (ex) { if (!(ex instanceof ExitStatus)) throw ex; }` and `function (reason) { throw reason; }`. */
function isEmscriptens(listener: NodeJS.UncaughtExceptionListener): boolean {
  const text = String(listener).replace(/\s+/g, ' ');
  return (
    /^function ?\(\w+\) ?\{ ?if ?\(!\(\w+ instanceof ExitStatus\)\)/.test(text) ||
    /^function ?\((\w+)\) ?\{ ?throw \1;? ?\}$/.test(text)
  );
}
