/**
 * A text without the secrets of the addresses in it: the user and the password before the host, the query, and
 * parameters behind `;`, which may sign the address. The time is linear in the length of the text: every part of a pattern is bounded.
 */
export function withoutSecrets(text: string): string {
  return text
    .replace(/(\b[a-z][a-z\d+.-]{0,30}:[\\/]{2,}|\bhttps?:[\\/]?)[^\s\\/?#]{0,1000}@/gi, '$1')
    .replace(/(\b[a-z][a-z\d+.-]{0,30}:[\\/]{2}[^\s?#"'),;]{0,1000})\?[^\s"'),;]*/gi, '$1')
    .replace(/(\b[a-z][a-z\d+.-]{0,30}:[\\/]{2}[^\s?#"'),;]{0,1000});[^\s"'),;=]{1,200}=[^\s"'),]*/gi, '$1');
}
