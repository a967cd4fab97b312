import { Button } from '../../../parts/button';

/** Says that what is shown is like an icon, and leads back. */
export function LikeThis({ id, onEnd }: { readonly id: string; readonly onEnd: () => void }) {
  return (
    <div class="like-this">
      <p>
        Drawings like <code>{id.slice(0, 100)}</code>
      </p>
      <Button sign="close" onClick={onEnd}>
        Back to the search
      </Button>
    </div>
  );
}
