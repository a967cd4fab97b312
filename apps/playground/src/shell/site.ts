/** Where the site's start is, if this page is a part of it: `npm run site` writes it into the page. */
export const site = document.querySelector<HTMLMetaElement>('meta[name=slipform-site]')?.content;
