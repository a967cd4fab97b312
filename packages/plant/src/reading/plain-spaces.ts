/** White space that is no blank, and what stands between words without being seen. */
const other = /[^\S ]|[\u0085\u180e\u200b\u2060]/;
const others = new RegExp(other, 'g');

/** A text whose tabs, no-break spaces, line ends and the like are blanks: every check reads it so. No offset moves. */
export function plainSpaces(text: string): string {
  return other.test(text) ? text.replace(others, ' ') : text;
}
