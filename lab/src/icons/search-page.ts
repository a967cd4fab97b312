import { type Icon, iconSvg } from '@slipform/icons';
import type { FoundIcon } from './icon-index';

/** What a page says about a set. */
interface Credit {
  readonly title: string;
  readonly artist: string;
  readonly licence: string;
}

/** A page of the icons that were found, with set, artist and licence; it loads nothing. */
export function searchPage(
  query: string,
  found: readonly FoundIcon[],
  creditOf: (icon: Icon) => Credit | undefined,
): string {
  const figureOf = ({ icon, similarity }: FoundIcon) => {
    const { title = icon.set, artist = icon.artist, licence = '' } = creditOf(icon) ?? {};
    const picture = Buffer.from(iconSvg(icon, { size: 96 })).toString('base64');
    return [
      '<figure>',
      `<img src="data:image/svg+xml;base64,${picture}" width="96" height="96" alt="${escaped(icon.caption)}">`,
      `<figcaption><b>${escaped(icon.id)}</b><br>${escaped(title)} by ${escaped(artist)}<br>`,
      `${escaped(licence)} · ${similarity.toFixed(2)}</figcaption>`,
      '</figure>',
    ].join('');
  };
  const sections = (['name', 'meaning'] as const).flatMap((by) => {
    const figures = found.filter((each) => each.by === by).map(figureOf);
    const heading = by === 'name' ? 'Its name says so' : 'By the drawing alone';
    return figures.length === 0 ? [] : [`<h2>${heading}</h2>`, '<section>', ...figures, '</section>'];
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(query)}</title>
<style>
body { font: 14px/1.4 system-ui, sans-serif; margin: 2rem; color: #1f2937; background: #fff; }
section { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: 1.5rem; }
figure { margin: 0; }
</style>
<h1>${escaped(query)}</h1>
${sections.join('\n')}
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
