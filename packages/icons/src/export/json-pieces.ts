/** Entries of a list as JSON, one a line and some hundred at a time, so that a large file is never one text. */
export function* listPieces(entries: Iterable<unknown>): Generator<string> {
  yield* joined(entries, '[', ']');
}

/** A line of JSON for each entry. */
export function* linePieces(entries: Iterable<unknown>): Generator<string> {
  yield* joined(entries, '', '', '');
}

function* joined(entries: Iterable<unknown>, open: string, close: string, between = ','): Generator<string> {
  let piece = open;
  let isFirst = true;
  for (const entry of entries) {
    const lead = isFirst ? (open === '' ? '' : '\n') : `${between}\n`;
    piece += `${lead}${JSON.stringify(entry)}`;
    isFirst = false;
    if (piece.length < 65_536) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}\n${close === '' ? '' : `${close}\n`}`;
}
