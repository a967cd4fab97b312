import { armNames } from '../run/losses';
import type { TrainingData } from '../worker/messages';
import { arms } from './arms';
import { GreyPicture } from './grey-picture';

const shown = 4;

/** What the three learn from, and what each makes of it: before there is anything to draw. */
export function Examples({ data }: { readonly data: TrainingData }) {
  const { icons, partners } = data.table;
  const far = Math.floor(partners.length / (shown + 1));
  const rows = Array.from({ length: shown }, (_, at) => (at + 1) * far);
  return (
    <section class="examples">
      <h2>What they learn from</h2>
      <p class="explain">
        {partners.length.toLocaleString('en')} icons with the names that their artists gave them. Beside each
        stands a wrong name that differs by one word: that of another icon by the same artist.
      </p>
      <ul class="example-cards">
        {rows.map((row) => (
          <li key={row}>
            <GreyPicture data={data} icon={row} />
            <span class="example-names">
              <strong>{icons[row]![2]}</strong>
              <span>
                <span class="unseen">, wrong: </span>
                <s>{icons[partners[row]![0]![0]]![2]}</s>
              </span>
            </span>
          </li>
        ))}
      </ul>
      <h2>The three</h2>
      <p class="explain">
        They start from the same random weights and see the same batches. Only the loss differs.
      </p>
      <dl class="arms">
        {armNames.map((arm) => (
          <div key={arm}>
            <dt>{arms[arm].title}</dt>
            <dd>{arms[arm].text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
