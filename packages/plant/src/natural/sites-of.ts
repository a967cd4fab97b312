import type { Slot } from '../hard-negative';
import type { Reading } from '../reading/reading';
import type { SiteSpan } from '../sites/site';

/** The rated spans of a caption in which another one may differ, from left to right: a site file numbers them. */
export function sitesOf(reading: Reading, slots: ReadonlySet<Slot>): readonly SiteSpan[] {
  const spans: SiteSpan[] = [];
  if (slots.has('object')) spans.push(...reading.objects, ...reading.compounds);
  if (slots.has('attribute')) spans.push(...reading.attributes);
  spans.push(...reading.closed.filter(({ slot }) => slots.has(slot)));
  return spans.sort((a, b) => a.start - b.start || a.end - b.end);
}
