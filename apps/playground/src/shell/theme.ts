export type Theme = 'system' | 'light' | 'dark';

const key = 'slipform-theme';
const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** What was chosen last; the system's where nothing was, or where the page may keep nothing. */
export function keptTheme(): Theme {
  try {
    return themes.find((theme) => theme === localStorage.getItem(key)) ?? 'system';
  } catch {
    return 'system';
  }
}

/** Shows a theme, and keeps it. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(key, theme);
  } catch {
    // A page that may keep nothing shows the system's theme the next time.
  }
}

export function nextTheme(theme: Theme): Theme {
  return themes[(themes.indexOf(theme) + 1) % themes.length]!;
}
