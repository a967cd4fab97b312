import { escapeHtml as e } from './escape-html';
import { pageStyle } from './page-style';

/** A whole page that needs nothing else: no script, no font, no picture from elsewhere. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${e(title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

export function section(title: string, body: string): string {
  return `<section><h2>${e(title)}</h2>\n${body}</section>`;
}
