/** Whether it begins with a letter, in whatever script. */
export function startsWithLetter(lower: string): boolean {
  const code = lower.charCodeAt(0);
  return (code >= 97 && code <= 122) || /^\p{L}/u.test(lower);
}
