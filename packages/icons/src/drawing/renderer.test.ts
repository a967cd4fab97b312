import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { openRenderer } from './renderer';

const file = createRequire(import.meta.url).resolve('@resvg/resvg-js');
const svgOf = (body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16">${body}</svg>`;
const square = svgOf('<path d="M4 4h8v8H4z"/>');
/** Noise of a thousand million octaves. */
const endless = svgOf(
  '<filter id="f"><feTurbulence baseFrequency=".1" numOctaves="1000000000"/></filter><path filter="url(#f)" d="M4 4h8v8H4z"/>',
);

test('a drawing that hangs is given up after the limit, and those beside it are drawn', async () => {
  const renderer = openRenderer({ file, caller: 'drawIcons', limit: 5 });
  try {
    const job = { svgs: [square, endless, square], size: 16, background: '#fff' };
    const answers = await renderer.render(job);
    expect(answers.map((answer) => typeof answer)).toEqual(['object', 'string', 'object']);
    expect(answers[1]).toBe('the renderer is not done with it after 5 s');
    expect(answers[0]).toEqual(answers[2]);
    // It goes on.
    expect(await renderer.render({ ...job, svgs: [square] })).toEqual([answers[0]]);
  } finally {
    renderer.close();
  }
});

test('a renderer that does not load is one sentence', async () => {
  const renderer = openRenderer({ file: '/nowhere/resvg.js', caller: 'drawIcons' });
  await expect(renderer.render({ svgs: [square], size: 16, background: '#fff' })).rejects.toThrow(
    /^drawIcons: @resvg\/resvg-js does not load: Cannot find module '\/nowhere\/resvg\.js'/,
  );
});
