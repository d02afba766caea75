import {el, icon} from '../dom.js';
import {likes} from '../state/query.js';
import {t} from '../messages.js';
import {thumbnailUrl} from '../api.js';

/**
 * The pictures that a search goes by, as small pictures that can be taken away: the dropped one, and the photos that
 * the query names by `like:`.
 */
export function showReferences(root, state, actions) {
  const items = [];
  if (state.picture) {
    items.push(reference(state.picture.url, t('like'), t('yourPicture'), actions.dropPicture));
    items.push(el('p', {class: 'note'}, t('notShared')));
  }
  for (const {id, wanted} of likes(state.q)) {
    items.push(reference(thumbnailUrl(id, 160), t(wanted ? 'like' : 'unlike'), id, () => actions.dropLike(id), wanted));
  }
  root.replaceChildren(...items);
  root.hidden = items.length === 0;
}

function reference(url, word, name, remove, wanted = true) {
  return el('figure', {class: wanted ? 'reference' : 'reference unwanted'},
    el('img', {src: url, alt: ''}),
    el('figcaption', {}, el('span', {}, word), el('b', {}, name)),
    el('button', {
      type: 'button', class: 'quiet', 'aria-label': t('remove', {what: name}), title: t('remove', {what: name}), click: remove,
    }, icon('close')));
}
