import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Sign, type SignName } from './sign';

export interface ChoiceProps<Value extends string> {
  /** What is chosen, for a screen reader. */
  readonly label: string;
  readonly value: Value;
  readonly options: readonly {
    readonly value: Value;
    readonly text: ComponentChildren;
    readonly sign?: SignName;
  }[];
  readonly onChange: (value: Value) => void;
}

/** One of a few, side by side: radio buttons, which arrow keys move through. */
export function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend class="unseen">{label}</legend>
      {options.map((option) => (
        <label key={option.value} class="choice-option">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.sign !== undefined && <Sign name={option.sign} />}
            {option.text}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
