import { Button } from '../../../parts/button';
import { DropFile } from '../../../parts/drop-file';
import { ErrorBox } from '../../../parts/error-box';
import { Progress } from '../../../parts/progress';
import { type RatingsState, startAgain, takeNorms } from '../ratings';
import type { NormsReport } from '../worker/words-worker';
import { WideTable } from './value-table';

/** People's ratings, which a person brings as a file: no licence lets us ship them. */
export function NormsPanel({
  state,
  byPeople,
  counted,
}: {
  readonly state: RatingsState;
  /** Of the text's rated words, those that people rated. */
  readonly byPeople: number;
  readonly counted: number;
}) {
  const { norms, reading, normsError } = state;
  return (
    <section class="norms" aria-labelledby="norms">
      <h2 id="norms">Ratings by people</h2>
      <p class="explain">
        Our ratings are estimates, since the ratings that people gave may not be shipped with a program. If
        you have a file of them, drop it here: they come first then, and you see how far the estimates are
        off.
      </p>
      {reading !== undefined && <Progress label={`Reading ${reading}`} done={0} onCancel={startAgain} />}
      {reading === undefined && norms === undefined && (
        <DropFile
          label="Choose a file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
          onFile={takeNorms}
        >
          CSV or TSV with a word and its rating in each row, such as the file of{' '}
          <a href="https://doi.org/10.3758/s13428-013-0403-5">Brysbaert, Warriner and Kuperman (2014)</a>. It
          stays in this page.
        </DropFile>
      )}
      {normsError !== undefined && (
        <ErrorBox
          title="This file can’t be used"
          error={normsError instanceof Error ? normsError.message : String(normsError)}
        />
      )}
      {norms !== undefined && <Report norms={norms} byPeople={byPeople} counted={counted} />}
    </section>
  );
}

function Report({
  norms,
  byPeople,
  counted,
}: {
  readonly norms: NormsReport;
  readonly byPeople: number;
  readonly counted: number;
}) {
  const { name, words, deviations, skipped, warnings, groups } = norms;
  const all = groups[0];
  return (
    <div class="norms-report">
      <p>
        <b>{words.toLocaleString('en')} words</b> of {name} are in use
        {deviations > 0 && `, ${deviations.toLocaleString('en')} with a standard deviation`}
        {skipped > 0 && `; ${skippedRows(skipped)} without a rating left out`}. Of this text’s {counted} rated
        words people rated {byPeople}.
      </p>
      {all !== undefined && <p>{agreementOf(all)}</p>}
      {warnings.map((warning) => (
        <p class="hint" key={warning}>
          {warning}
        </p>
      ))}
      <details class="values">
        <summary>Agreement by kind of word</summary>
        <WideTable
          label="Agreement by kind of word"
          columns={['Words', 'Number', 'With an estimate', 'Correlation', 'Mean difference']}
          rows={groups.map(({ group, words: number, coverage, r, meanAbsoluteError }) => [
            group,
            number.toLocaleString('en'),
            `${(100 * coverage).toFixed(1)} %`,
            r?.toFixed(3) ?? '–',
            meanAbsoluteError?.toFixed(2) ?? '–',
          ])}
        />
      </details>
      <Button onClick={() => void takeNorms(undefined)}>Go back to estimates alone</Button>
    </div>
  );
}

function skippedRows(count: number): string {
  return count === 1 ? '1 row' : `${count.toLocaleString('en')} rows`;
}

function agreementOf({ words, coverage, r, meanAbsoluteError }: NormsReport['groups'][number]): string {
  const covered = Math.round(coverage * words).toLocaleString('en');
  if (meanAbsoluteError === null) return 'No word of the file has an estimate.';
  const correlation = r === null ? '' : `the correlation is ${r.toFixed(3)}, and `;
  return `For the ${covered} of them that have an estimate, ${correlation}the two differ by ${meanAbsoluteError.toFixed(2)} on average.`;
}
