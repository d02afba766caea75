import {byId, icon} from './dom.js';
import {other} from './messages.js';
import {parse} from './state/url.js';
import {readSetting, writeSetting} from './settings.js';

const hasModifier = (event) => event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;

/** Gives the fixed parts of the page their work. */
export function listen(session, actions) {
  const query = byId('query');
  const clear = byId('clear');
  byId('pick').append(icon('picture'));
  clear.append(icon('close'));
  document.querySelector('.go').append(icon('search'));

  document.querySelector('form.search').addEventListener('submit', (event) => {
    if (!session.state) {
      return; // too early: the browser does it
    }
    event.preventDefault();
    actions.search(query.value);
  });
  query.addEventListener('input', () => { clear.hidden = !query.value; });
  clear.addEventListener('click', () => {
    query.value = '';
    clear.hidden = true;
    query.focus();
  });

  // Links to other searches and to photos need not load the page again.
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="/"]');
    if (link?.pathname === '/' && !hasModifier(event)) {
      event.preventDefault();
      const state = parse(link.search);
      session.push({...state, picture: state.photo ? session.state.picture : undefined});
    }
  });

  byId('language').addEventListener('click', () => {
    const {code} = other();
    writeSetting('language', code);
    session.replace({lang: session.state.lang ? code : undefined});
  });

  const shortcut = byId('shortcut');
  shortcut.checked = readSetting('shortcut') !== 'off';
  shortcut.addEventListener('change', () => writeSetting('shortcut', shortcut.checked ? 'on' : 'off'));
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest?.('input:not([type=range], [type=checkbox])');
    if (event.key === '/' && !typing && !hasModifier(event) && shortcut.checked) {
      event.preventDefault();
      actions.toQuery();
    }
  });
}
