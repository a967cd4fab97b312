const opening = '("“”«[';
const closing = ')"\'“”»].,;:!?…';

/** "(dog," → "dog". Written as a loop, because a pattern takes the square of the length of "......". */
export function withoutPunctuation(form: string): string {
  let start = 0;
  let end = form.length;
  while (start < end && (opening.includes(form[start]!) || isSpace(form[start]!))) start++;
  while (end > start && (closing.includes(form[end - 1]!) || isSpace(form[end - 1]!))) end--;
  return form.slice(start, end);
}

function isSpace(character: string): boolean {
  return character.trim() === '';
}
