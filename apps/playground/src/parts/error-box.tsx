import type { ComponentChildren } from 'preact';
import { Button } from './button';
import { Sign } from './sign';

export interface ErrorBoxProps {
  /** What did not work: “The model did not load”. */
  readonly title: string;
  /** The error, or the sentence that says why. */
  readonly error: unknown;
  /** What a person can do about it. */
  readonly children?: ComponentChildren;
  readonly onRetry?: () => void;
}

/** What went wrong and what helps; the technical part is folded. */
export function ErrorBox({ title, error, children, onRetry }: ErrorBoxProps) {
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  return (
    <div class="error-box" role="alert">
      <Sign name="warning" />
      <div>
        <p class="error-title">{title}</p>
        <p class="error-message">{message}</p>
        {children !== undefined && <p>{children}</p>}
        {onRetry !== undefined && (
          <Button kind="main" onClick={onRetry}>
            Try again
          </Button>
        )}
        {stack !== undefined && (
          <details>
            <summary>For a report</summary>
            <pre>{stack.slice(0, 4000)}</pre>
          </details>
        )}
      </div>
    </div>
  );
}
