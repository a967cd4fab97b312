import type { ComponentChildren } from 'preact';
import { Sign, type SignName } from './sign';

export interface ButtonProps {
  readonly children: ComponentChildren;
  readonly onClick: () => void;
  /** `main` for the one thing that a place is for. Default `plain`. */
  readonly kind?: 'main' | 'plain';
  readonly sign?: SignName;
  readonly disabled?: boolean;
  /** For a switch: whether it is on. */
  readonly pressed?: boolean;
  /** What a screen reader says where the words alone are not enough. */
  readonly label?: string;
}

export function Button({ children, onClick, kind = 'plain', sign, disabled, pressed, label }: ButtonProps) {
  return (
    <button
      type="button"
      class={`button button-${kind}`}
      onClick={onClick}
      disabled={disabled}
      aria-pressed={pressed}
      aria-label={label}
    >
      {sign !== undefined && <Sign name={sign} />}
      <span>{children}</span>
    </button>
  );
}
