export interface SamplesProps {
  /** What the list is, for a screen reader. */
  readonly label: string;
  readonly samples: readonly { readonly title: string; readonly text: string }[];
  /** The text that stands in the field; the sample that it equals is marked. */
  readonly text: string;
  readonly onChoose: (text: string) => void;
}

/** Texts to begin with, each by its title. */
export function Samples({ label, samples, text, onChoose }: SamplesProps) {
  return (
    <ul class="samples" aria-label={label}>
      {samples.map((sample) => (
        <li key={sample.title}>
          <button
            type="button"
            class="chip"
            aria-pressed={sample.text === text}
            onClick={() => onChoose(sample.text)}
          >
            {sample.title}
          </button>
        </li>
      ))}
    </ul>
  );
}
