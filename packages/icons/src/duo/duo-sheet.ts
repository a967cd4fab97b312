import { defineOptions, misfit, optional, type RowsFor, readable, text } from '@slipform/kit/options/options';
import { xmlOf } from '../svg/xml-text';
import { duoSvg } from './duo-picture';
import type { DuoQuestion } from './duo-questions';

const style = `body{font:15px/1.4 system-ui,sans-serif;margin:1rem}
main{display:grid;grid-template-columns:repeat(auto-fill,minmax(21rem,1fr));gap:1rem}
section{border:1px solid #d8dee4;padding:1rem}
section>div{display:flex;gap:1rem}figure{margin:0;flex:1}figure svg{display:block;width:100%;height:auto;border:1px solid #d8dee4}
p{color:#555;font-size:13px}b{color:#06c}`;
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** What {@link duoSheet} says beside the questions. */
export interface DuoSheetOptions {
  /** Of the page, and its heading. Default: `Two things by one hand`. */
  readonly title?: string;
  /** A paragraph below the title. Default: none. */
  readonly intro?: string;
}

const table = defineOptions('duoSheet', {
  title: optional(text('a text'), 'Two things by one hand'),
  intro: optional(text('a text')),
} satisfies RowsFor<DuoSheetOptions>);

/**
 * A page that shows questions: both pictures, each with its caption, and what differs in bold. It has no script and asks
 * nothing of the network.
 *
 * @throws {InputError} for what are no questions, and for wrong options
 *
 * @example
 * await writeFile('duo.html', duoSheet(duoQuestions(corpus.icons, { perSet: 20 }), { title: 'Attribute binding' }));
 */
export function duoSheet(questions: readonly DuoQuestion[], options: DuoSheetOptions = {}): string {
  const isList: boolean = Array.isArray(questions);
  if (!isList) throw misfit('duoSheet', 'questions', 'a list of questions', questions);
  const { title, intro } = table.read(options);
  return readable(
    'duoSheet',
    () => 'questions',
    () => {
      const sections = questions.map((question, at) => {
        const { kind, pictures, captions, wording, parts, set } = question;
        const figures = pictures.map((icons, side) => {
          const svg = duoSvg(icons, wording.layout, { size: 128, prefix: `q${at}p${side}` });
          return `<figure>${svg}<figcaption>${markedCaption(captions[side]!, parts)}</figcaption></figure>`;
        });
        const said = `${kind === 'swap' ? kind : `other ${kind}`} · ${set}, by ${pictures[0][0].artist}`;
        return `<section><div>${figures.join('')}</div><p>${xmlOf(said)}</p></section>`;
      });
      const head = `<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy}">\n<meta name="viewport" content="width=device-width">\n<title>${xmlOf(title)}</title>\n<style>${style}</style>`;
      return `<!doctype html>\n<html lang="en">\n${head}\n<h1>${xmlOf(title)}</h1>\n${intro ? `<p>${xmlOf(intro)}</p>\n` : ''}<main>\n${sections.join('\n')}\n</main>\n</html>\n`;
    },
  );
}

/** A caption in which the parts stand out. */
function markedCaption(caption: string, parts: readonly [string, string]): string {
  const found = [...parts].sort((a, b) => b.length - a.length).map((part) => part.replace(/[^a-z ]/g, ''));
  const pattern = new RegExp(`(?<![a-z])(?:${found.join('|')})(?![a-z])`, 'g');
  return xmlOf(caption).replace(pattern, (part) => `<b>${part}</b>`);
}
