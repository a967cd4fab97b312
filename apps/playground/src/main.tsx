import { render } from 'preact';
import { App } from './shell/app';
import { applyTheme, keptTheme } from './shell/theme';
import './style/tokens.css';
import './style/base.css';
import './style/shell.css';
import './style/parts.css';

applyTheme(keptTheme());
render(<App />, document.querySelector('#app')!);
