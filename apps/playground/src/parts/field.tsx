import type { ComponentChildren, RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { Sign, type SignName } from './sign';

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: ComponentChildren;
  readonly placeholder?: string;
  /** Longer input is not taken. Default 1,000 characters for a field, 20,000 for an area. */
  readonly maxLength?: number;
}

export interface FieldProps extends TextProps {
  readonly sign?: SignName;
  /** `search` has a cross that empties it. Default `text`. */
  readonly type?: 'text' | 'search';
  readonly inputRef?: RefObject<HTMLInputElement | null>;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

export interface AreaProps extends TextProps {
  /** Default 6. */
  readonly lines?: number;
}

/** One line of text that is typed, with its label above and a hint below. */
export function Field(props: FieldProps) {
  const { label, hint, sign, type = 'text', inputRef, onKeyDown } = props;
  const id = useId();
  const shared = {
    ...sharedBy(props, id, 1000),
    enterKeyHint: 'search' as const,
    spellcheck: false,
    ...(inputRef && { ref: inputRef }),
    ...(onKeyDown && { onKeyDown }),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="field-box">
        {sign !== undefined && <Sign name={sign} />}
        {type === 'search' ? <input type="search" {...shared} /> : <input type="text" {...shared} />}
      </div>
      <Hint id={id}>{hint}</Hint>
    </div>
  );
}

/** Several lines of text. */
export function Area({ lines = 6, ...props }: AreaProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <textarea {...sharedBy(props, id, 20_000)} rows={lines} />
      <Hint id={id}>{props.hint}</Hint>
    </div>
  );
}

function sharedBy({ value, onInput, placeholder, maxLength, hint }: TextProps, id: string, most: number) {
  return {
    id,
    value,
    maxLength: maxLength ?? most,
    autoComplete: 'off' as const,
    onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
      onInput(event.currentTarget.value),
    ...(placeholder !== undefined && { placeholder }),
    ...(hint !== undefined && { 'aria-describedby': `${id}-hint` }),
  };
}

function Hint({ id, children }: { readonly id: string; readonly children: ComponentChildren }) {
  if (children === undefined) return null;
  return (
    <p class="hint" id={`${id}-hint`}>
      {children}
    </p>
  );
}
