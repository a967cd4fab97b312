import { RoomHead } from '../../parts/explain';

export default function SearchRoom() {
  return (
    <>
      <RoomHead title="Search icons by what they show">
        A small model looks at the drawings themselves, so that it also finds what their names don’t say.
        Beside it stands what a match of names finds.
      </RoomHead>
      <p class="waiting">This room is being built.</p>
    </>
  );
}
