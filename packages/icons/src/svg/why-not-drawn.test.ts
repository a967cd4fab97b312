import { InputError } from '@slipform/kit/errors/input-error';
import { describe, expect, it } from 'vitest';
import { readIconSet } from '../corpus/read-icon-set';
import { harmlessDrawings, hostileDrawings } from '../testing/hostile-drawings';
import { iconOf } from '../testing/icon-of';
import { whyNotDrawn } from './why-not-drawn';

const read = (body: string) => readIconSet({ prefix: 'try', icons: { umbrella: { body } } });

describe('a drawing that would run, load or reach beyond itself', () => {
  it('is one of many kinds', () => {
    expect(new Set(hostileDrawings).size).toBe(hostileDrawings.length);
    expect(hostileDrawings.length).toBeGreaterThan(150);
  });

  it.each(hostileDrawings)('%j is refused when it is read and drawn', (body) => {
    expect(() => read(body)).toThrow(InputError);
    expect(() => read(body)).toThrow(
      /^readIconSet: "try:umbrella": a drawing must be plain SVG that shows shapes and loads nothing, but it [^\n]+; remove it\.$/,
    );
    expect(whyNotDrawn(iconOf(body))).toMatch(/^it [^\n]+[^.\n]$/);
  });

  it.each(harmlessDrawings)('%j is none', (body) => {
    expect(read(body).icons).toHaveLength(1);
    expect(whyNotDrawn(iconOf(body))).toBeUndefined();
  });
});

const used = (body: string) => `${body}<use href="#a0"/>`;
/** Parts of which each uses the next one twice, `depth` of them. */
const doubling = (depth: number, part: (at: number, next: string) => string) =>
  Array.from({ length: depth }, (_, at) => part(at, `a${at + 1}`)).join('');
const rect = '<rect width="16" height="16"/>';
const filtered = (steps: string) => `<filter id="a0">${steps}</filter><path d="M0 0h9v9" filter="url(#a0)"/>`;
const many = (count: number, text: string) => text.repeat(count);

describe('a drawing that takes more work than any icon', () => {
  it.each<[string, string, RegExp]>([
    [
      'uses',
      used(
        `${doubling(24, (at, next) => `<g id="a${at}"><use href="#${next}"/><use href="#${next}"/></g>`)}<path id="a24" d="M0 0h1"/>`,
      ),
      /elements are drawn once each part stands wherever it is used; at most 100,000 may$/,
    ],
    [
      'uses of symbols by xlink',
      `${doubling(24, (at, next) => `<symbol id="a${at}"><use xlink:href="#${next}"/><use xlink:href="#${next}"/></symbol>`)}<use xlink:href="#a0"/>`,
      /^its parts use|elements are drawn/,
    ],
    [
      'masks',
      `${doubling(20, (at, next) => `<mask id="a${at}"><rect width="9" height="9" mask="url(#${next})"/><rect width="9" height="9" mask="url(#${next})"/></mask>`)}<mask id="a20">${rect}</mask><g mask="url(#a0)">${rect}</g>`,
      /^[\d,]+ (elements|passes|pictures) [^;]+; at most [\d,]+ may$/,
    ],
    [
      'masks by style',
      `${doubling(20, (at, next) => `<mask id="a${at}"><rect style="mask:url(#${next})"/><rect style="x:';mask: url(&quot;#${next}&quot;)"/></mask>`)}<mask id="a20">${rect}</mask><g style="mask:url('#a0')">${rect}</g>`,
      /^[\d,]+ (elements|passes|pictures) /,
    ],
    [
      'masks one in another',
      `${doubling(99, (at, next) => `<mask id="a${at}"><rect mask="url(#${next})"/></mask>`)}<g mask="url(#a0)">${rect}</g>`,
      /^[\d,]+ pictures of its groups and filters lie within each other; at most 64 may$/,
    ],
    [
      'clips',
      `${doubling(25, (at, next) => `<clipPath id="a${at}" clip-path="url(#${next})"><path d="M0 0h9" clip-path="url(#${next})"/></clipPath>`)}<clipPath id="a25">${rect}</clipPath><g clip-path="url(#a0)">${rect}</g>`,
      /^[\d,]+ (elements|passes|pictures) /,
    ],
    [
      'patterns',
      `${doubling(25, (at, next) => `<pattern id="a${at}" width="9" height="9"><rect fill="url(#${next})" stroke="url(#${next})"/></pattern>`)}<pattern id="a25">${rect}</pattern><path fill="url(#a0)" d="M0 0h9"/>`,
      /^[\d,]+ (elements|passes|pictures) /,
    ],
    [
      'a pattern of a group of many',
      `<pattern id="a"><g opacity=".5">${many(100, rect)}</g></pattern><g fill="url(#a)">${many(3000, rect)}</g>`,
      /^[\d,]+ elements are drawn/,
    ],
    [
      'markers',
      `${doubling(4, (at, next) => `<marker id="a${at}"><path d="${many(99, 'h1')}" marker-mid="url(#${next})"/></marker>`)}<marker id="a4">${rect}</marker><path marker-mid="url(#a0)" d="${many(99, 'h1')}"/>`,
      /^[\d,]+ (elements|passes) /,
    ],
    ['groups', `${many(70, '<g opacity=".9">')}${rect}${many(70, '</g>')}`, /^65 pictures of its groups/],
    [
      'groups side by side',
      many(3001, `<g opacity=".9">${rect}</g>`),
      /^3,001 passes over the picture are needed for its groups, clips, masks, patterns and filters; at most 3,000 may$/,
    ],
    ['steps of a filter', filtered(many(70, '<feFlood/>')), /^[\d]+ pictures of its groups and filters/],
    [
      'a filter for many',
      `<filter id="a">${many(20, '<feGaussianBlur stdDeviation="9"/>')}</filter>${many(50, '<path filter="url(#a)" d="M0 0h9"/>')}`,
      /^[\d,]+ passes/,
    ],
    ['blurs by function', many(700, '<path filter="blur(3px) blur(4px)" d="M0 0h9"/>'), /^[\d,]+ passes/],
    [
      'a mask that its children take over',
      `<mask id="a">${rect}</mask><g mask="url(#a)"><path d="M0 0" mask="inherit"/></g>`,
      /inherit/,
    ],
    [
      'dashes',
      `<g stroke-dasharray=".0001"><path d="M0 0H16M0 1H16"/></g>`,
      /^[\d,]+ dashes are in its lines; at most 1,000,000 may$/,
    ],
    [
      'long paths',
      used(`<g id="a0">${many(99, '<use href="#b"/>')}</g><path id="b" d="M0 0${many(50_000, 'h1')}"/>`),
      /^[\d,]+ characters are read/,
    ],
    ['a ring', '<g id="a"><use href="#a"/></g>', /^its parts use each other in a ring$/],
    [
      'a ring of masks',
      '<mask id="a"><path d="M0 0h1" mask="url(#a)"/></mask><path d="M0 0h1" mask="url(#a)"/>',
      /ring/,
    ],
    [
      'a ring of gradients',
      '<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/><path d="M0 0h1" fill="url(#a)"/>',
      /ring/,
    ],
    ['a chain', `${doubling(5000, (at, next) => `<g id="a${at}"><use href="#${next}"/></g>`)}`, /deep$/],
    [
      'one identifier for many',
      `${many(400, `<g id="a">${many(9, rect)}</g>`)}${many(400, '<use href="#a"/>')}`,
      /^[\d,]+ elements/,
    ],
    [
      'levels',
      `${many(100_000, '<g>')}${many(100_000, '</g>')}`,
      /^it has elements within each other more than 100 deep$/,
    ],
    ['elements', many(100_001, '<g/>'), /^it has more than 100000 elements$/],
    ['noise', filtered(many(50, '<feTurbulence numOctaves="99"/>')), /^it has the element <feTurbulence>/],
    [
      'growth',
      filtered('<feMorphology operator="dilate" radius="8"/>'),
      /^it has the element <feMorphology>/,
    ],
    ['a kernel', filtered('<feConvolveMatrix order="99"/>'), /^it has the element <feConvolveMatrix>/],
    [
      'characters',
      `<path d="${many(300_000, 'h1v1')}"/>`,
      /^it has 1200012 characters; at most 1000000 are drawn$/,
    ],
  ])('%s: refused before it is drawn', (_, body, why) => {
    expect(whyNotDrawn(iconOf(body))).toMatch(why);
  });

  it('is none that does much, within the limits', () => {
    for (const body of [
      many(3000, `<g opacity=".9">${rect}</g>`),
      many(64, '<g opacity=".9">') + rect + many(64, '</g>'),
      used(
        `${doubling(12, (at, next) => `<g id="a${at}"><use href="#${next}"/><use href="#${next}"/></g>`)}<path id="a12" d="M0 0h1"/>`,
      ),
      '<path stroke-dasharray="1 .5" d="M0 0H16M0 1H16"/>',
      '<mask id="a"><path d="M0 0h9v9" fill="#fff"/></mask><g mask="url(#a)"><path d="M0 0h9" mask="none" filter="none"/></g>',
    ]) {
      expect(whyNotDrawn(iconOf(body))).toBeUndefined();
    }
  });
});

it('is asked about a drawing', () => {
  expect(() => whyNotDrawn('<svg/>' as never)).toThrow(
    /^whyNotDrawn: drawing must be an icon, got "<svg\/>"/,
  );
});
