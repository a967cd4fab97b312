import { useId } from 'preact/hooks';
import { Button } from './button';

export interface ProgressProps {
  /** What is going on: “Loading the model”. */
  readonly label: string;
  readonly done: number;
  /** Missing where the end is not known. */
  readonly total?: number | undefined;
  /** How far it is, in words; by default the percentage. */
  readonly text?: string;
  readonly onCancel?: () => void;
}

/** How far a longer work is, and a button that ends it. */
export function Progress({ label, done, total, text, onCancel }: ProgressProps) {
  const id = useId();
  const share = total === undefined || total === 0 ? undefined : Math.min(1, done / total);
  const said = text ?? (share === undefined ? '' : `${Math.floor(share * 100)} %`);
  return (
    <div class="progress">
      <div class="progress-words">
        <span id={id}>{label}</span>
        <span class="progress-said">{said}</span>
      </div>
      <progress aria-labelledby={id} max={1} {...(share !== undefined && { value: share })} />
      {onCancel !== undefined && (
        <Button sign="close" onClick={onCancel} label={`Cancel: ${label}`}>
          Cancel
        </Button>
      )}
    </div>
  );
}
