import { Component, type ComponentChildren } from 'preact';
import { Button } from '../parts/button';
import { ErrorBox } from '../parts/error-box';

interface Props {
  readonly children: ComponentChildren;
  readonly startAnew: (() => Promise<string | undefined>) | undefined;
}

/** Shows an error of a room in its place, so that the header and the other rooms stay. */
export class RoomGuard extends Component<Props, { readonly error?: unknown }> {
  override componentDidCatch(error: unknown) {
    this.setState({ error });
  }

  override render({ children, startAnew }: Props, { error }: { readonly error?: unknown }) {
    if (error === undefined) return <>{children}</>;
    return (
      <ErrorBox title="This room has stopped" error={error} onRetry={() => location.reload()}>
        The other rooms still work. Nothing that you typed has left this page.{' '}
        {startAnew &&
          'If trying again does not help, start anew: what this browser has kept of the room is gone then. '}
        {startAnew && (
          <Button
            sign="undo"
            onClick={() =>
              startAnew().then((why) =>
                why === undefined ? location.reload() : this.setState({ error: why }),
              )
            }
          >
            Start anew
          </Button>
        )}
      </ErrorBox>
    );
  }
}
