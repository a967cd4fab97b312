import { InputError } from '@slipform/kit/errors/input-error';

/**
 * A DOM document to draw SVG in: the page's own in a browser, linkedom's in Node.
 *
 * linkedom is required when it is needed, and not imported: it would lie in every browser bundle, together with its
 * optional native canvas, for nothing.
 */
export function createDocument(): Document {
  if (typeof document !== 'undefined') return document;
  if (typeof process === 'undefined') {
    throw new InputError(
      'The figures of a report are drawn in a document, of a page or of Node, and a Web Worker has none; send the results to the page and render the report there.',
    );
  }
  const { createRequire } = process.getBuiltinModule('node:module');
  const { parseHTML }: typeof import('linkedom') = createRequire(import.meta.url)('linkedom');
  return parseHTML('<html><body></body></html>').document;
}
