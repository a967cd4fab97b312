/**
 * For tests: the first table of a README under a heading, in the form of `optionsMarkdown`, whatever its columns are
 * padded with.
 *
 * @throws Error where the heading or its table is missing
 */
export function readmeTable(markdown: string, heading: string): string {
  const lines = markdown.split('\n');
  const start = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '').trim() === heading);
  if (start < 0) throw new Error(`The README must have the heading "${heading}".`);
  const next = lines.findIndex((line, at) => at > start && /^#+ /.test(line));
  const section = lines.slice(start + 1, next < 0 ? undefined : next);
  const first = section.findIndex((line) => line.startsWith('|'));
  if (first < 0) throw new Error(`The README must have a table under "${heading}".`);
  const rest = section.slice(first);
  const end = rest.findIndex((line) => !line.startsWith('|'));
  return rest
    .slice(0, end < 0 ? undefined : end)
    .map((line) =>
      line
        .trim()
        .replace(/ +/g, ' ')
        .replace(/-+(?= \|)/g, '-'),
    )
    .join('\n');
}
