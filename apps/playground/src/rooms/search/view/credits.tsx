import { catalog } from '../use-search';

const sets = [...catalog.sets].sort((a, b) => a.title.localeCompare(b.title, 'en'));

/** Who drew the icons that are searched. */
export function Credits() {
  return (
    <section class="credits" aria-labelledby="credits">
      <h2 id="credits">Who drew these icons</h2>
      <ul>
        {sets.map(({ set, title, artist, licence, count, url }) => (
          <li key={set}>
            <a href={url} rel="noreferrer" target="_blank">
              {title}
            </a>
            <span>
              {artist} · {licence} · {count.toLocaleString('en')} icons
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
