import {byId, el} from './dom.js';
import {t} from './messages.js';
import {format} from './state/url.js';
import {headingOf} from './notices.js';
import {isBrowsing} from './state/request.js';

/** The page's heading; before a search also an introduction and examples from the index's own captions. */
export function showIntro(state, info) {
  const empty = isBrowsing(state) && state.filters.length === 0;
  document.body.classList.toggle('empty', empty);
  const heading = headingOf(state);
  byId('heading').textContent = heading;
  // A result's heading is for those who do not see the query in the box.
  byId('heading').classList.toggle('hidden', !empty);
  document.title = empty ? 'Ocellus' : `${heading} · Ocellus`;
  byId('lead').textContent = empty && info ? t(info.photos > 0 ? 'welcomeLead' : 'welcomeNone') : '';
  const examples = empty ? (info?.examples ?? []) : [];
  byId('examples').hidden = examples.length === 0;
  byId('examples').setAttribute('aria-label', t('examples'));
  byId('examples').replaceChildren(...examples.map((example) => el('li', {}, el('a', {class: 'chip', href: format({...state, q: example})}, example))));
  byId('about').textContent = info ? t('about', {n: info.photos, model: info.model}) : '';
}
