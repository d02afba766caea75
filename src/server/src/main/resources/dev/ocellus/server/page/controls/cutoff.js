import {el} from '../dom.js';
import {percent, t} from '../messages.js';

/** A slider that is being moved searches when it has rested for so long. */
const PAUSE = 180;

/** The least match score: by itself where the scores say that the rest does not fit, or where the slider stands. */
export class Cutoff {
  #root;
  #change;
  #timer = 0;

  /** @param change called with 'auto' or a score from 0 to 1 */
  constructor(root, change) {
    this.#root = root;
    this.#change = change;
  }

  /** `min` was asked for, at `found` the answer ends: null where nothing reached a score. */
  show(min, found) {
    if (!this.#root.firstChild) {
      this.#build();
    }
    const [auto, slider] = this.#root.querySelectorAll('input');
    const automatic = min === 'auto';
    auto.checked = automatic;
    if (document.activeElement !== slider || automatic) {
      slider.value = String(Math.round(100 * (automatic ? (found ?? 0) : min)));
    }
    this.#root.classList.toggle('auto', automatic);
    this.#tell(automatic && found === null ? null : slider.valueAsNumber / 100);
  }

  /** Forgets its words, as when the language changes. */
  reset() {
    this.#root.replaceChildren();
  }

  #build() {
    const slider = el('input', {
      type: 'range', min: 0, max: 100, step: 1, 'aria-label': t('cutoffLeast'),
      input: () => {
        this.#root.querySelector('input').checked = false;
        this.#root.classList.remove('auto');
        this.#tell(slider.valueAsNumber / 100);
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#change(slider.valueAsNumber / 100), PAUSE);
      },
    });
    const auto = el('input', {type: 'checkbox', change: () => {
      clearTimeout(this.#timer);
      this.#change(auto.checked ? 'auto' : slider.valueAsNumber / 100);
    }});
    this.#root.replaceChildren(
      el('span', {class: 'name', 'aria-hidden': 'true'}, t('cutoff')),
      el('label', {class: 'check'}, auto, ' ', t('cutoffAuto')),
      slider,
      el('output', {'aria-hidden': 'true'}));
  }

  #tell(score) {
    const text = score === null ? '' : score === 0 ? t('anyScore') : t('atLeast', {least: percent(score)});
    this.#root.querySelector('output').textContent = text;
    this.#root.querySelector('input[type=range]').setAttribute('aria-valuetext', text);
  }
}
