import {byId, el} from './dom.js';
import {percent, t} from './messages.js';

/** How many photos there are, in words; '' where a notice says more. */
function found({first, min, isScored}) {
  const n = first.total;
  if (n === 0 || first.policy?.action === 'block') {
    return '';
  }
  if (!isScored || min === 0) {
    return t(isScored ? 'found' : 'allPhotos', {n});
  }
  return min === 'auto' ? t('foundFit', {n}) : t('foundLeast', {n, least: percent(min)});
}

/** Tells, and reads out, how many photos were found. Where nothing was, the notices are read out. */
export function showStatus(results, shown) {
  const text = found(results);
  const status = byId('status');
  status.textContent = text && shown < results.first.total ? `${text}, ${t('shown', {shown})}`
    : text || [...document.querySelectorAll('#notices h2')].map((each) => each.textContent).join(' ');
  status.classList.toggle('hidden', !text);
}

/** What stands below the photos: a button for more of them, which is pressed by scrolling there, or for weaker ones. */
export class End {
  #root = byId('end');
  #actions;
  #scrolled = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) {
      this.#actions.more();
    }
  }, {rootMargin: '900px'}); // before it comes into view

  /** @param {{more: Function, showAll: Function}} actions */
  constructor(actions) {
    this.#actions = actions;
  }

  show(...nodes) {
    this.#scrolled.disconnect();
    this.#root.replaceChildren(...nodes);
  }

  showFor({next, isScored, min, first}) {
    const {more, showAll} = this.#actions;
    const button = (key, click) => el('button', {type: 'button', click}, t(key));
    if (next) {
      // A button, too, for those whose browser or way of reading does not scroll.
      this.show(button('loadMore', more));
      this.#scrolled.observe(this.#root.firstChild);
    } else {
      this.show(...(isScored && min !== 0 && first.total > 0 ? [button('showWeaker', showAll)] : []));
    }
  }
}
