import {icon} from '../dom.js';
import {t} from '../messages.js';
import {writeSetting} from '../settings.js';

const root = document.documentElement;

const isDark = () =>
  root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;

/** Makes a button change between light and dark; it says what it would change to. */
export function themeButton(button) {
  const tell = () => {
    const label = t(isDark() ? 'light' : 'dark');
    button.setAttribute('aria-label', label);
    button.title = label;
  };
  button.replaceChildren(icon('theme'));
  button.onclick = () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    writeSetting('theme', root.dataset.theme);
    tell();
  };
  matchMedia('(prefers-color-scheme: dark)').onchange = tell;
  tell();
}
