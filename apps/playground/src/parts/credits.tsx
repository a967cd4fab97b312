export interface CreditsProps {
  readonly title: string;
  readonly sets: readonly {
    readonly title: string;
    readonly artist: string;
    readonly licence: string;
    readonly url: string;
    /** What else is said of it: how many icons it has, what they are for. */
    readonly beside: string;
  }[];
}

/** Who drew what a room shows. */
export function Credits({ title: heading, sets }: CreditsProps) {
  return (
    <section class="credits" aria-labelledby="credits">
      <h2 id="credits">{heading}</h2>
      <ul>
        {sets.map(({ title, artist, licence, url, beside }) => (
          <li key={title}>
            <a href={url} rel="noreferrer" target="_blank">
              {title}
            </a>
            <span>{`${artist} · ${licence} · ${beside}`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
