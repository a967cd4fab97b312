import type { AuditReport } from './audit-report';
import { histogram } from './charts';
import { compareFiles, shortNames } from './compare-files';
import { escapeHtml as e } from './escape-html';
import { page, section } from './html-parts';

/** Several reports as one page: a table with a column for each file, and how far each is from the most concrete word. */
export function htmlTable(reports: readonly AuditReport[]): string {
  const names = shortNames(reports.map(({ file }) => file));
  const head = names.map((name) => `<th scope="col">${e(name)}</th>`).join('');
  const rows = compareFiles(reports).map(({ name, isPart, cells }) => {
    const kind = isPart ? ' class="part"' : '';
    const figures = cells.map((cell) => `<td>${e(cell)}</td>`).join('');
    return `<tr${kind}><th scope="row">${e(name)}</th>${figures}</tr>`;
  });
  const regrets = reports.flatMap(({ regret }, i) =>
    regret ? [histogram(names[i]!, regret.mean, regret.bins, regret.edges, 'mean')] : [],
  );
  const ratings = reports.flatMap(({ concreteness }, i) =>
    concreteness ? [histogram(names[i]!, concreteness.mean, concreteness.all, concreteness.edges)] : [],
  );
  const charts = (title: string, words: string, drawn: readonly string[]) =>
    drawn.length === 0
      ? ''
      : section(title, `<p>${e(words)}</p>\n<div class="charts">${drawn.join('')}</div>`);
  const { version, seed } = reports[0]!;
  return page(
    `Audit of ${names.join(', ')}`,
    `<h1>Audit of hard negatives</h1>
<p class="file">${reports.map(({ file }) => e(file)).join('<br>')}</p>
<div class="wide" role="region" aria-label="figures by file" tabindex="0"><table class="figures">
<thead><tr><td></td>${head}</tr></thead>
<tbody>${rows.join('\n')}</tbody>
</table></div>
${charts('Below the most concrete word', 'How far the changed word lies below the most concrete word of its caption, in points of the scale from 1 to 5. In the first bar it is the most concrete one, or as good as that.', regrets)}
${charts('Concreteness of the changed word', 'From 1 (abstract) to 5 (concrete).', ratings)}
<footer>slipform-plant ${e(version)}, seed ${seed}</footer>`,
  );
}
