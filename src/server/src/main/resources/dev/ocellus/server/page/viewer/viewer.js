import {alternative, caption, dimensions, marks, scoreBar} from '../grid/card.js';
import {el, icon, iconButton} from '../dom.js';
import {photoUrl, search, thumbnailUrl} from '../api.js';
import {t} from '../messages.js';
import {detailsView} from './details.js';
import {explainRequest, isBrowsing} from '../state/request.js';
import {partsView} from './parts.js';
import {reason} from '../grid/reason.js';

/** The longer side of the largest thumbnail. */
const LARGE = 1280;
/** Originals up to this size are shown themselves; larger ones take long, and of some kinds browsers read none. */
const ORIGINAL = 2600;

function largeUrl(hit) {
  const {width, height} = dimensions(hit);
  const small = width > 0 && Math.max(width, height) <= ORIGINAL && /\.(jpe?g|png|webp)$/i.test(hit.id);
  return small ? photoUrl(hit.id) : thumbnailUrl(hit.id, LARGE);
}

/** One photo, large, with all that is known of it: a modal dialog, with arrows from photo to photo. */
export class Viewer {
  #dialog;
  #actions;
  #request = new AbortController();
  #hit = null;

  /** actions: `neighbour(hit, step)` is the hit before (-1) or after (1); `place(hit)` tells where it stands. */
  constructor(dialog, actions) {
    this.#dialog = dialog;
    this.#actions = actions;
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault(); // closing goes through the address bar, as opening did
      actions.close();
    });
    dialog.addEventListener('click', (event) => event.target === dialog && actions.close());
    dialog.addEventListener('keydown', (event) => this.#key(event));
  }

  get isOpen() {
    return this.#dialog.open;
  }

  get id() {
    return this.#hit?.id;
  }

  /** Shows a photo of the result, or one that a link names. */
  async show(id, hit, state) {
    this.#request.abort();
    this.#request = new AbortController();
    this.#hit = hit ?? {id, parts: {}, fields: {}, unknown: true};
    this.#render(state);
    if (!this.#dialog.open) {
      this.#dialog.showModal();
    }
    try {
      const answer = await search(explainRequest(state, id), this.#request.signal);
      const found = answer.hits[0];
      if (found) {
        this.#hit = found;
        this.#render(state, found.explanation);
      } else {
        this.#note(t('photoGone'));
        this.#dialog.querySelector('.do').remove();
      }
    } catch (error) {
      if (error.name !== 'AbortError') {
        this.#note(t(`${error.kind === 'refused' ? 'failed' : error.kind}Title`));
      }
    }
  }

  hide() {
    this.#request.abort();
    this.#hit = null;
    if (this.#dialog.open) {
      this.#dialog.close();
    }
  }

  #note(text) {
    this.#dialog.querySelector('.explanation').replaceChildren(el('p', {role: 'alert'}, text));
  }

  #render(state, explanation) {
    const hit = this.#hit;
    const focused = this.#dialog.contains(document.activeElement) ? document.activeElement.dataset.action : undefined;
    const scored = !isBrowsing(state) && hit.score !== undefined;
    const known = this.#dialog.querySelector('figure');
    const figure = known?.dataset.id === hit.id && known.dataset.width === String(dimensions(hit).width)
      ? known : this.#figure(hit);
    const [first, ...others] = hit.captions ?? [];
    const act = (name) =>
      el('button', {type: 'button', 'data-action': name, click: () => this.#actions[name](hit)}, icon(name), t(name));
    this.#dialog.replaceChildren(
      figure,
      el('div', {class: 'side'},
        el('div', {class: 'bar-top'},
          el('span', {class: 'place'}, this.#actions.place(hit)),
          this.#step(-1), this.#step(1),
          iconButton('close', t('close'), this.#actions.close, {class: 'quiet', 'data-action': 'close', autofocus: true})),
        el('h2', {id: 'viewer-title', class: first ? null : 'none'}, first ? caption(first) : hit.unknown ? hit.id : t('noCaption')),
        others.length > 0
          ? el('ul', {class: 'captions'}, ...others.map((each) => el('li', {}, caption(each)))) : null,
        marks(hit),
        scored ? this.#verdict(hit) : null,
        el('div', {class: 'do'}, act('more'), act('less')),
        el('h3', {}, t('details')),
        detailsView(hit),
        el('p', {}, el('a', {href: photoUrl(hit.id), target: '_blank', rel: 'noopener'}, t('original'))),
        el('div', {class: 'explanation'}, ...(explanation && scored
          ? [el('h3', {}, t('parts')), partsView(explanation)] : []))));
    // Drawing anew must not lose the place of who goes by keyboard.
    const again = this.#dialog.querySelector(`[data-action="${focused ?? 'close'}"]:not(:disabled)`);
    if (this.#dialog.open) {
      (again ?? this.#dialog.querySelector('[data-action=close]')).focus();
    }
  }

  #verdict(hit) {
    return el('div', {class: 'verdict'},
      scoreBar(hit.score),
      el('p', {}, el('b', {}, t(reason(hit.parts, hit.score))), '. ', t('about100', {n: Math.round(100 * hit.score)})));
  }

  #figure(hit) {
    const {width, height} = dimensions(hit);
    const image = el('img', {
      alt: alternative(hit), error: () => image.replaceWith(el('p', {}, t('missing'))),
    });
    // The small picture, which the grid has fetched already, stands until the large one is there.
    image.src = thumbnailUrl(hit.id, 480);
    const large = new Image();
    large.onload = () => { image.src = large.src; };
    large.src = largeUrl(hit);
    const next = this.#actions.neighbour(hit, 1);
    if (next) {
      new Image().src = largeUrl(next);
    }
    return el('figure', {'data-id': hit.id, 'data-width': String(width)}, image);
  }

  #step(step) {
    const to = this.#actions.neighbour(this.#hit, step);
    const name = step < 0 ? 'previous' : 'next';
    return iconButton(name, t(name), () => this.#go(step), {class: 'quiet', 'data-action': name, disabled: !to});
  }

  #go(step) {
    const to = this.#actions.neighbour(this.#hit, step);
    if (to) {
      this.#actions.go(to);
    }
  }

  #key(event) {
    const step = {ArrowLeft: -1, ArrowRight: 1}[event.key];
    if (step && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      this.#go(step);
    }
  }
}
