/**
 * Lets TypeDoc's Markdown read our pages as GitHub does: `code` in a heading counts for its anchor, and a block of code
 * without a language is text.
 *
 * @param parser TypeDoc's parser, of markdown-it
 */
export function readableMarkdown(parser) {
  parser.core.ruler.push('site', ({ tokens, Token }) => {
    for (const [i, token] of tokens.entries()) {
      if (token.type === 'fence' && !token.info) token.info = 'text';
      if (token.type === 'heading_open') tokens[i + 1].children = tokens[i + 1].children.flatMap(inText);
    }

    /** TypeDoc makes the anchor of a heading from its texts. */
    function inText(part) {
      if (part.type !== 'code_inline') return part;
      const text = Object.assign(new Token('text', '', 0), { content: part.content });
      return [tag('<code>'), text, tag('</code>')];
    }

    function tag(content) {
      return Object.assign(new Token('html_inline', '', 0), { content });
    }
  });
  // A wide table scrolls by itself, and not the page.
  parser.renderer.rules.table_open = () =>
    '<div class="table" tabindex="0" role="group" aria-label="Table"><table>\n';
  parser.renderer.rules.table_close = () => '</table></div>\n';
}
