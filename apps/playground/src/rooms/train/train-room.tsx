import { RoomHead } from '../../parts/explain';

export default function TrainRoom() {
  return (
    <>
      <RoomHead title="Train a small model in this page">
        A small encoder learns here which name fits which icon, with three losses side by side. You see how
        each divides its push among the pairs, and what it has learned.
      </RoomHead>
      <p class="waiting">This room is being built.</p>
    </>
  );
}
