import type { ComponentChildren } from 'preact';

/** What a thing is, in two sentences. */
export function Explain({ children }: { readonly children: ComponentChildren }) {
  return <p class="explain">{children}</p>;
}

/** The head of a room: its name, and what it is in two sentences. */
export function RoomHead({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="room-head">
      <h1 tabIndex={-1}>{title}</h1>
      <Explain>{children}</Explain>
    </div>
  );
}
