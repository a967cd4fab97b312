import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  /** What the value means: shown beside the label, and said by a screen reader. */
  readonly text: string;
  /** The words at its two ends. */
  readonly ends?: readonly [low: ComponentChildren, high: ComponentChildren];
  readonly onChange: (value: number) => void;
}

/** One of an ordered row of values. */
export function Slider({ label, value, min, max, step = 1, text, ends, onChange }: SliderProps) {
  const id = useId();
  return (
    <div class="slider">
      <div class="slider-words">
        <label for={id}>{label}</label>
        <output for={id}>{text}</output>
      </div>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={text}
        onInput={(event) => onChange(Number(event.currentTarget.value))}
      />
      {ends !== undefined && (
        <div class="slider-ends" aria-hidden="true">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </div>
      )}
    </div>
  );
}
