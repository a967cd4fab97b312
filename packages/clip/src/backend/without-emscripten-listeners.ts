const events = ['uncaughtException', 'unhandledRejection'] as const;

/** `function (ex) { if (!(ex instanceof ExitStatus)) throw ex; }` and `function (reason) { throw reason; }`. */
const emscriptens = /^function ?\(\w+\)\s*{\s*(if ?\(!\(\w+ instanceof ExitStatus\)|throw \w+;?\s*}$)/;

/**
 * Starts wasm without what Emscripten leaves in Node: listeners that throw each uncaught error of the program again, so
 * that Node shows a line of tfjs's file in place of the program's own. Only those are removed that came while `start`
 * ran and whose text is Emscripten's: the program may have added listeners of its own meanwhile.
 */
export async function withoutEmscriptenListeners<T>(start: () => Promise<T>): Promise<T> {
  if (typeof process === 'undefined' || typeof process.listeners !== 'function') return start();
  const listeners = () =>
    events.flatMap((event) =>
      process.listeners(event as 'uncaughtException').map((listener) => ({ event, listener })),
    );
  const before = new Set(listeners().map(({ listener }) => listener));
  try {
    return await start();
  } finally {
    for (const { event, listener } of listeners()) {
      if (!before.has(listener) && emscriptens.test(String(listener))) process.off(event, listener);
    }
  }
}
