/**
 * A body whose identifiers begin with `prefix`: two drawings of one document may both have a gradient that is named `a`.
 * What is renamed is each `id`, and what names one: `href="#a"` and `url(#a)`.
 */
export function withOwnIds(body: string, prefix: string): string {
  const ids = new Set([...body.matchAll(/\bid\s*=\s*["']([^"']*)["']/g)].map(([, id]) => id!));
  if (ids.size === 0) return body;
  return body
    .replace(/(\bid\s*=\s*["'])([^"']*)(["'])/g, `$1${prefix}$2$3`)
    .replace(/(href\s*=\s*["']\s*#|url\(\s*["']?#)([^"')\s]*)/g, (whole, before, id) =>
      ids.has(id) ? `${before}${prefix}${id}` : whole,
    );
}
