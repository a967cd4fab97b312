import { Component, type ComponentChildren, type ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ErrorBox } from '../parts/error-box';
import { RoomHead } from '../parts/explain';
import { Sign } from '../parts/sign';
import { type Room, type RoomProps, rooms } from '../rooms';
import { applyTheme, keptTheme, nextTheme } from './theme';
import { useAddress } from './use-address';

interface Props {
  readonly children: ComponentChildren;
}

/** Shows an error of a room in its place, so that the header and the other rooms stay. */
class RoomGuard extends Component<Props, { readonly error?: unknown }> {
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

/** The page: header, the room that the address names, and what a screen reader is to say. */
export function App() {
  const [{ room: named, params }, setParams] = useAddress();
  const id = named === '' ? rooms[0]!.id : named;
  const room = rooms.find((one) => one.id === id);
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    document.title = `${room?.heading ?? 'No such room'} · Slipform playground`;
    // After a change of rooms the focus goes to the new one, as after a new page.
    if (!isFirst.current) main.current?.focus();
    isFirst.current = false;
    scrollTo(0, 0);
  }, [room]);
  return (
    <>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        Skip to the room
      </button>
      <Header room={id} />
      <main id="main" class="main" tabIndex={-1} ref={main}>
        <Faults />
        {room === undefined ? (
          <Lost room={id} />
        ) : (
          <RoomGuard key={id}>
            <RoomView key={id} room={room} params={params} setParams={setParams} />
          </RoomGuard>
        )}
      </main>
      <footer class="footer">
        <p>
          Everything is computed in this page; nothing that you type, draw or drop leaves it. Slipform is open
          source, Apache-2.0. {site !== undefined && <a href={site}>Start, guides and findings</a>}
        </p>
      </footer>
      <div id="said" class="unseen" role="status" aria-live="polite" />
    </>
  );
}

/** Errors that no room has caught: said once, so that nothing fails in silence. */
function Faults() {
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    const onError = (event: ErrorEvent) => setError(event.error ?? event.message);
    const onRejection = (event: PromiseRejectionEvent) => setError(event.reason);
    addEventListener('error', onError);
    addEventListener('unhandledrejection', onRejection);
    return () => {
      removeEventListener('error', onError);
      removeEventListener('unhandledrejection', onRejection);
    };
  }, []);
  if (error === undefined) return null;
  return (
    <ErrorBox title="Something went wrong" error={error} onRetry={() => location.reload()}>
      What you see may be incomplete. Loading the page again often helps.
    </ErrorBox>
  );
}

/** The page for an address that leads nowhere. */
function Lost({ room }: { readonly room: string }) {
  return (
    <>
      <RoomHead title="There is no such room">
        The address names “{room.slice(0, 60)}”, which the playground does not have. It may be misspelled, or
        from another version.
      </RoomHead>
      <ul class="rooms">
        {rooms.map(({ id, title, heading }) => (
          <li key={id}>
            <a href={`#/${id}`}>
              <b>{title}</b>
              <span>{heading}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

type Loaded = { readonly Content: ComponentType<RoomProps> } | { readonly error: unknown } | undefined;

/** A room, whose code is loaded when it is opened first. */
function RoomView({ room, ...props }: RoomProps & { readonly room: Room }) {
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

const themeSigns = { system: 'contrast', light: 'sun', dark: 'moon' } as const;
const themeNames = { system: 'as your system is', light: 'light', dark: 'dark' };

/** The rooms, and the switch of light and dark. */
function Header({ room }: { readonly room: string }) {
  const [theme, setTheme] = useState(keptTheme);
  const switchTheme = () => {
    const next = nextTheme(theme);
    applyTheme(next);
    setTheme(next);
  };
  return (
    <header class="header">
      <a class="brand" href="#/">
        <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="7" />
          <path d="M8 8h16v4.5H12.5V14H24v10H8v-4.5h11.5V18H8z" />
        </svg>
        <span>Slipform</span>
        <span class="brand-place">playground</span>
      </a>
      <nav class="nav" aria-label="Rooms">
        {rooms.map(({ id, title }) => (
          <a key={id} href={`#/${id}`} aria-current={id === room ? 'page' : undefined}>
            {title}
          </a>
        ))}
      </nav>
      {site !== undefined && (
        <a class="site-link" href={site}>
          Guides and findings
        </a>
      )}
      <button
        type="button"
        class="icon-button theme-switch"
        onClick={switchTheme}
        aria-label={`Colours: ${themeNames[theme]}. Change`}
        title={`Colours: ${themeNames[theme]}`}
      >
        <Sign name={themeSigns[theme]} />
      </button>
    </header>
  );
}

/** Where the site's start is, if this page is a part of it: `npm run site` writes it into the page. */
const site = document.querySelector<HTMLMetaElement>('meta[name=slipform-site]')?.content;
