import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ErrorBox } from '../parts/error-box';
import type { Room, RoomProps } from '../rooms';

type Loaded = { readonly Content: ComponentType<RoomProps> } | { readonly error: unknown } | undefined;

/** A room, whose code is loaded when it is opened first. */
export function RoomView({ room, ...props }: RoomProps & { readonly room: Room }) {
  const [loaded, setLoaded] = useState<Loaded>();
  useEffect(() => {
    room.load().then(
      ({ default: Content }) => setLoaded({ Content }),
      (error: unknown) => setLoaded({ error }),
    );
  }, [room]);
  if (loaded === undefined) return <p class="waiting">Opening…</p>;
  if ('error' in loaded) {
    return (
      <ErrorBox title="This room did not load" error={loaded.error} onRetry={() => location.reload()}>
        The network may be away, or the playground was updated since you opened it. Loading the page again
        helps with both.
      </ErrorBox>
    );
  }
  return <loaded.Content {...props} />;
}
