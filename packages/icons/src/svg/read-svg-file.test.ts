import { InputError } from '@slipform/kit/errors/input-error';
import { describe, expect, it } from 'vitest';
import { harmlessDrawings, hostileDrawings } from './hostile-drawings';
import { readSvgFile } from './read-svg-file';
import { whyNotDrawn } from './why-not-drawn';

const file = (inside: string, more = 'width="16" height="16"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${more}>${inside}</svg>`;
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
    const { body, ...box } = readSvgFile(text);
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

  it('takes the part of a switch that needs no editor', () => {
    const parts = `<switch><foreignObject requiredExtensions="a"><i:pgf/></foreignObject><g i:extraneous="self">${shape}</g><g id="b"/></switch>`;
    expect(readSvgFile(file(parts)).body).toContain(`><g><g>${shape}</g></g></svg>`);
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
    ['an import', `<style>@import 'http://elsewhere.test/a.css'</style>${shape}`, /<style>/],
    ['a style sheet', `<style>path{fill:url(file:///a.svg#a)}</style>${shape}`, /<style>/],
    ['a style that loads', '<path style="fill:url(http://elsewhere.test/a.svg#a)"/>', /"url\("/],
    ['a paint that loads', '<path fill="url(file:///a.svg#a)"/>', /"url\("/],
    ['an entity', '<text>&a;</text>', /entity/],
    ['a script', '<script>ran()</script>', /<script>/],
    ['a script by a prefix', '<svg:script>ran()</svg:script>', /<script>/],
    ['HTML', '<foreignObject><p/></foreignObject>', /<foreignObject>/],
    ['a link', `<a href="#a">${shape}</a>`, /<a>/],
    ['too much', '<g opacity=".9"><path d="M0 0h9"/></g>'.repeat(3001), /passes over the picture/],
  ])('refuses %s', (_, inside, why) => {
    const read = () => readSvgFile(file(inside));
    expect(read).toThrow(InputError);
    expect(read).toThrow(
      /^readSvgFile: text must be plain SVG that .*, but .*; leave the file out, [^\n]+\.$/,
    );
    expect(read).toThrow(why);
  });

  it.each([
    ['an entity of its own', `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>${file('')}`],
    ['no SVG', '<html/>'],
    ['no size', file(shape, '')],
    ['no extent', file(shape, 'width="0" height="9"')],
  ])('refuses a file with %s', (_, text) => {
    expect(() => readSvgFile(text)).toThrow(/^readSvgFile: text must be plain SVG .*, but it /);
  });

  it('names nothing beyond the drawing, of whatever tries to run, load or reach', () => {
    let refused = 0;
    for (const body of hostileDrawings) {
      try {
        const drawing = readSvgFile(file(body));
        expect(whyNotDrawn(drawing)).toBeUndefined();
        expect(drawing.body).not.toMatch(/elsewhere|ran\(\)|file:|passwd|script|^<svg[^>]*xhtml/i);
      } catch (error) {
        if (!InputError.isInstance(error)) throw error;
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(120);
    for (const body of harmlessDrawings) expect(whyNotDrawn(readSvgFile(file(body)))).toBeUndefined();
  });

  it('is given a text', () => {
    expect(() => readSvgFile(3 as never)).toThrow(
      /^readSvgFile: text must be the text of an SVG file, got 3/,
    );
  });
});
