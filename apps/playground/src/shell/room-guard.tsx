import { Component, type ComponentChildren } from 'preact';
import { ErrorBox } from '../parts/error-box';

interface Props {
  readonly children: ComponentChildren;
}

/** Shows an error of a room in its place, so that the header and the other rooms stay. */
export class RoomGuard extends Component<Props, { readonly error?: unknown }> {
  override componentDidCatch(error: unknown) {
    this.setState({ error });
  }

  override render({ children }: Props, { error }: { readonly error?: unknown }) {
    if (error === undefined) return <>{children}</>;
    return (
      <ErrorBox title="This room has stopped" error={error} onRetry={() => location.reload()}>
        The other rooms still work. Nothing that you typed has left this page.
      </ErrorBox>
    );
  }
}
