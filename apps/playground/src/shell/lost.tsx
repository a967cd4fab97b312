import { RoomHead } from '../parts/explain';
import { rooms } from '../rooms';

/** The page for an address that leads nowhere. */
export function Lost({ room }: { readonly room: string }) {
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
