import { RoomHead } from '../../parts/explain';

export default function WordsRoom() {
  return (
    <>
      <RoomHead title="How concrete are these words?">
        A text is coloured by how concrete its words are, from 1 (an idea) to 5 (a thing that one can touch).
        Each word shows its rating and where it comes from.
      </RoomHead>
      <p class="waiting">This room is being built.</p>
    </>
  );
}
