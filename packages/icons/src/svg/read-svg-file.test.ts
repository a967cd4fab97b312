import { describe, expect, it } from 'vitest';
import { harmlessDrawings, hostileDrawings } from '../testing/hostile-drawings';
import { readSvgFile } from './read-svg-file';
import { type Drawable, whyNotDrawn } from './why-not-drawn';

const file = (inside: string, more = 'width="16" height="16"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${more}>${inside}</svg>`;
const read = (text: string) => readSvgFile(text) as Drawable;
const shape = '<path d="M0 0h9v9"/>';

describe('readSvgFile', () => {
  it('writes a drawing anew without what editors keep in its file', () => {
    const text = `\ufeff<?xml version="1.0"?><!DOCTYPE svg PUBLIC "a" "b"><!-- by an editor -->
      <svg xmlns:svg="http://www.w3.org/2000/svg" xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="urn:i"
        inkscape:version="0.4" x="3" y="4" width="20mm" height="2cm" id="r" viewBox="0 0 90 90" baseProfile="tiny">
        <sodipodi:namedview id="n"/><metadata><rdf:RDF><cc:Work rdf:about="http://a"/></rdf:RDF></metadata><title>A</title>
        <flowRoot><flowPara>words</flowPara></flowRoot>stray
        <svg:g inkscape:label="a" onclick="ran()" style="fill:#000;-inkscape-font:'A'"><text>a &#169;</text></svg:g>
        <use xlink:href="#a" xlink:type="simple"/></svg>`;
    const { body, ...box } = read(text);
    const [width, height] = [(20 * 96) / 25.4, (2 * 96) / 2.54];
    expect(box).toEqual({ left: 0, top: 0, width, height });
    expect(body).toBe(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" id="r" viewBox="0 0 90 90">` +
        `<g style="fill:#000;-inkscape-font:'A'"><text>a ©</text></g><use xlink:href="#a"/></svg>`,
    );
  });

  it.each<[string, string, number, number]>([
    ['pixels', 'width=" 3 " height="4px" viewBox="0 0 9 9"', 3, 4],
    ['points and inches', 'width="3pt" height="1.5in"', 4, 144],
    ['the view box', "viewBox='1, 2 30 40'", 30, 40],
    ['the view box, for a share of the page', 'width="100%" height="8" viewBox="0 0 30 40"', 30, 8],
  ])('reads its size of %s', (_, size, width, height) => {
    expect(readSvgFile(file(shape, size))).toMatchObject({ left: 0, top: 0, width, height });
  });

  it('gives elements the styles that a sheet has for them, the strongest last', () => {
    const sheet = `<style type="text/css"><![CDATA[ .a { fill: url(#g); } /* first {} */ path, #i{stroke:red;} *{opacity:1} .b.a{x:1} .c{y:1} ]]></style>`;
    const { body } = read(
      file(`<defs>${sheet}</defs><path class="a b" d="M0 0h9" style="fill:#000"/><g id="i"/>`),
    );
    expect(body).toContain(
      '<path class="a b" d="M0 0h9" style="opacity:1;stroke:red;fill: url(#g);x:1;fill:#000"/><g id="i" style="opacity:1;stroke:red;"/>',
    );
  });

  it('takes the part of a switch that needs no editor', () => {
    const parts = `<switch><foreignObject requiredExtensions="a"><i:pgf/></foreignObject><g i:extraneous="self">${shape}</g><g id="b"/></switch>`;
    expect(read(file(parts)).body).toContain(`><g><g>${shape}</g></g></svg>`);
  });

  it.each<[string, string, RegExp]>([
    ['a picture of a file', '<image href="file:///etc/passwd" width="9" height="9"/>', /<image>/],
    ['a picture of the network', '<image xlink:href="http://elsewhere.test/a.png"/>', /<image>/],
    ['a picture within it', '<image href="data:image/png;base64,AAAA"/>', /<image>/],
    ['a part of a file', '<use href="/etc/a.svg#a"/>', /lies outside of it: "\/etc/],
    [
      'a part of the network',
      '<use xlink:href="http://elsewhere.test/a.svg#a"/>',
      /lies outside of it: "http/,
    ],
    [
      'an import',
      `<style>@import 'http://elsewhere.test/a.css';</style>${shape}`,
      /"@import .* in a style sheet/,
    ],
    ['a style sheet that loads', `<style>path{fill:url(file:///a.svg#a)}</style>${shape}`, /"url\("/],
    ['an escape in a style sheet', `<style>path{mask:u\\72l(#m)}</style>${shape}`, /mask:u/],
    ['a variable', `<style>path{mask:var(--m)}</style>${shape}`, /"var\("/],
    ['rules within rules', '<style>@media all { path { fill: red } }</style>', /"@media .* in a style sheet/],
    ['rules for what lies within', '<style>g path { fill: red }</style>', /"g path" in a style sheet/],
    ['a font of the network', '<style>@font-face{src:url(http://elsewhere.test/a)}</style>', /"@font-face"/],
    [
      'a ring of clips by a style sheet',
      `<style>.a{clip-path:url(#a)}</style><clipPath id="a"><path class="a" d="M0 0"/></clipPath><g class="a">${shape}</g>`,
      /ring$/,
    ],
    ['a style that loads', '<path style="fill:url(http://elsewhere.test/a.svg#a)"/>', /"url\("/],
    ['a paint that loads', '<path fill="url(file:///a.svg#a)"/>', /"url\("/],
    ['an entity', '<text>&a;</text>', /entity/],
    ['a script', '<script>ran()</script>', /<script>/],
    ['a script by a prefix', '<svg:script>ran()</svg:script>', /<script>/],
    ['HTML', '<foreignObject><p/></foreignObject>', /<foreignObject>/],
    ['a link', `<a href="#a">${shape}</a>`, /<a>/],
    ['too much', '<g opacity=".9"><path d="M0 0h9"/></g>'.repeat(3001), /passes over the picture/],
  ])('refuses %s', (_, inside, why) => {
    expect(readSvgFile(file(inside))).toMatch(why);
    expect(readSvgFile(file(inside))).toMatch(/^[^\n]+[^.\n]$/);
  });

  it.each([
    ['an entity of its own', `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>${file('')}`],
    ['no SVG', '<html/>'],
    ['two drawings', file(shape) + file(shape)],
    ['a comment without an end', '<!-- a'],
    ['too many characters', file(`<!-- ${' '.repeat(4_000_000)} -->`)],
    ['no size', file(shape, '')],
    ['no extent', file(shape, 'width="0" height="9"')],
  ])('refuses a file with %s', (_, text) => {
    expect(readSvgFile(text)).toMatch(/^it [^\n]+[^.\n]$/);
  });

  it('names nothing beyond the drawing, of whatever tries to run, load or reach', () => {
    const drawn = hostileDrawings
      .map((body) => readSvgFile(file(body)))
      .filter((each) => typeof each !== 'string');
    expect(drawn.length).toBeLessThan(hostileDrawings.length - 120);
    for (const drawing of drawn) {
      expect(whyNotDrawn(drawing)).toBeUndefined();
      expect(drawing.body).not.toMatch(/elsewhere|ran\(\)|file:|passwd|script|^<svg[^>]*xhtml/i);
    }
    for (const body of harmlessDrawings) expect(whyNotDrawn(read(file(body)))).toBeUndefined();
  });

  it('is given a text', () => {
    expect(() => readSvgFile(3 as never)).toThrow(
      /^readSvgFile: text must be the text of an SVG file, got 3/,
    );
  });
});
