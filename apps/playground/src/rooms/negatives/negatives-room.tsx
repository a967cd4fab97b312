import { RoomHead } from '../../parts/explain';

export default function NegativesRoom() {
  return (
    <>
      <RoomHead title="Captions that are wrong by one word">
        From each caption the most concrete word is exchanged for another one, so that the sentence is wrong
        of the picture. Such captions teach a model to look at every word.
      </RoomHead>
      <p class="waiting">This room is being built.</p>
    </>
  );
}
