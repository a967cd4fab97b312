import { useState } from 'preact/hooks';
import { Button } from '../../../parts/button';
import { ErrorBox } from '../../../parts/error-box';
import { saveBlob } from '../../../parts/take-away';
import { type ArmName, armNames } from '../run/losses';
import type { TrainingRun } from '../training-run';
import { arms } from './arms';

const fileNames: Readonly<Record<ArmName, string>> = {
  infoNce: 'icons-infonce',
  hard: 'icons-hard-negatives',
  cement: 'icons-cement',
};

/** What each of the three has learned, as the folder of a model. */
export function Downloads({ run }: { readonly run: TrainingRun }) {
  const [busy, setBusy] = useState<ArmName>();
  const [error, setError] = useState<unknown>();
  const download = async (arm: ArmName) => {
    setBusy(arm);
    setError(undefined);
    try {
      saveBlob(`${fileNames[arm]}.zip`, new Blob([await run.archive(arm)], { type: 'application/zip' }));
    } catch (thrown) {
      setError(thrown);
    }
    setBusy(undefined);
  };
  return (
    <section class="downloads">
      <h2>Take the weights away</h2>
      <p class="explain">
        Each is a model folder as a zip archive: weights, tokenizer and preprocessing. Unpack it, and{' '}
        <code>loadEncoder</code> of @slipform/clip reads it.
      </p>
      {error !== undefined && <ErrorBox title="The model could not be packed" error={error} />}
      <p class="download-buttons">
        {armNames.map((arm) => (
          <Button
            key={arm}
            sign="down"
            disabled={busy !== undefined}
            onClick={() => void download(arm)}
            label={`Download ${arms[arm].title}`}
          >
            {arms[arm].title}
          </Button>
        ))}
      </p>
    </section>
  );
}
