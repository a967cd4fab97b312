import { useState } from 'preact/hooks';
import { Sign } from '../parts/sign';
import { rooms } from '../rooms';
import { site } from './site';
import { applyTheme, keptTheme, nextTheme } from './theme';

const themeSigns = { system: 'contrast', light: 'sun', dark: 'moon' } as const;
const themeNames = { system: 'as your system is', light: 'light', dark: 'dark' };

/** The rooms, and the switch of light and dark. */
export function Header({ room }: { readonly room: string }) {
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
