// A plugin of TypeDoc that makes its output the whole site: beside the functions the pages of Markdown, a front page and
// a navigation by sections. typedoc.json loads it.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Application, DocumentReflection, MarkdownEvent, MinimalSourceFile, RendererEvent } from 'typedoc';
import { llmsFiles } from './llms.mjs';
import { readableMarkdown } from './markdown.mjs';
import { addressOf, repositoryAddress, sitePages } from './pages.mjs';
import { rewriteLinks } from './rewrite-links.mjs';
import { sectionPage, sections, weightOf } from './sections.mjs';
import { SiteRouter, SiteTheme } from './site-theme.mjs';

const root = resolve(import.meta.dirname, '..', '..');

/** @param {Application} app */
export function load(app) {
  app.renderer.defineRouter('site', SiteRouter);
  app.renderer.defineTheme('site', SiteTheme);
  app.on(Application.EVENT_BOOTSTRAP_END, () => {
    app.options.setValue('markdownItLoader', readableMarkdown);
  });
  app.renderer.on(MarkdownEvent.PARSE, (event) => finish(event), -1000);
  app.renderer.on(RendererEvent.END, ({ outputDirectory }) => putBeside(outputDirectory));
  // After TypeDoc's own listeners: the pages are no part of the list of modules.
  app.on(Application.EVENT_PROJECT_REVIVE, (project) => addPages(app, project), -1000);
}

/**
 * "site:guides.html" in front.md is an address of the site, for which there is no file in the repository. Code that
 * scrolls can be reached by keyboard.
 */
function finish(event) {
  const up = '../'.repeat(event.page.url.split('/').length - 1);
  event.parsedText = event.parsedText
    .replaceAll('="site:', `="${up}`)
    .replaceAll('<pre>', '<pre tabindex="0">');
}

function addPages(app, project) {
  const pages = sitePages(root);
  const paths = new Set(pages.map(({ path }) => path));
  const site = { root, isPage: (path) => paths.has(path), repository: repositoryAddress(root) };
  const parse = (text, path) =>
    app.converter.parseRawComment(new MinimalSourceFile(text, join(root, path)), project.files).content;

  const add = (path, name, text, frontmatter) => {
    const page = new DocumentReflection(name, project, parse(text, path), frontmatter);
    page.relevanceBoost = weightOf(frontmatter);
    project.addChild(page);
    project.registerReflection(page, undefined, join(root, path));
  };
  for (const { path, title, section, parent, text } of pages) {
    add(path, title, rewriteLinks(text, path, site), { section, path, parent, address: addressOf(path) });
  }
  for (const section of sections.filter(({ id }) => id !== 'start')) {
    const text = sectionPage(
      section,
      pages.filter((page) => page.section === section.id),
    );
    add(`${section.id}.md`, section.title, text, { section: section.id, address: section.id });
  }
  const front = 'scripts/site/front.md';
  project.readme = parse(rewriteLinks(readFileSync(join(root, front), 'utf8'), front, site), front);
  project.files.registerReflectionPath(join(root, 'README.md'), project);
}

/** What comes from elsewhere: the built playground, and its colours; llms.txt, and pages as Markdown. */
function putBeside(folder) {
  const playground = join(root, 'apps', 'playground');
  if (!existsSync(join(playground, 'dist', 'index.html'))) {
    throw new Error(
      'apps/playground/dist is missing, and the site shows the playground; npm run site builds both.',
    );
  }
  cpSync(join(playground, 'dist'), join(folder, 'playground'), { recursive: true });
  // The way back.
  const page = join(folder, 'playground', 'index.html');
  const meta = '<meta name="slipform-site" content="../index.html">';
  writeFileSync(page, readFileSync(page, 'utf8').replace('<title>', `${meta}<title>`));
  for (const [path, text] of llmsFiles(root)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  // TypeDoc links one file of ours, assets/custom.css.
  const styles = readdirSync(join(import.meta.dirname, 'style')).map((file) =>
    join(import.meta.dirname, 'style', file),
  );
  const parts = [join(playground, 'src', 'style', 'tokens.css'), ...styles].map((file) =>
    readFileSync(file, 'utf8'),
  );
  writeFileSync(join(folder, 'assets', 'custom.css'), parts.join('\n'));
}
