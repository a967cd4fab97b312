import { useEffect, useRef } from 'preact/hooks';
import { rooms } from '../rooms';
import { Faults } from './faults';
import { Header } from './header';
import { Lost } from './lost';
import { RoomGuard } from './room-guard';
import { RoomView } from './room-view';
import { site } from './site';
import { useAddress } from './use-address';

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
          <RoomGuard key={id} startAnew={room.startAnew}>
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
