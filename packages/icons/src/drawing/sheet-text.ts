/** Width of a character of a sans-serif font, as a share of its size: a mean, which no font is far from. */
const meanWidth = 0.53;
const maxLines = 2;

/** A text in lines of about this width in pixels, at most two; what does not fit ends in an ellipsis. */
export function linesOf(text: string, width: number, fontSize: number): readonly string[] {
  const most = Math.max(1, Math.floor(width / (fontSize * meanWidth)));
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const shown = lines.slice(0, maxLines).map((line) => shortened(line, most));
  if (lines.length > maxLines) shown[maxLines - 1] = shortened(`${lines[maxLines - 1]!}…`, most);
  return shown;
}

function shortened(line: string, most: number): string {
  const characters = [...line];
  return characters.length <= most
    ? line
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** A text within XML, of an element or an attribute. Characters that XML can't hold are left out. */
export function xmlOf(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
