import {suggest} from '../api.js';
import {el} from '../dom.js';
import {t} from '../messages.js';

/** Typing stops for so long before completions are asked for. */
const PAUSE = 90;

/** Completion of the query: the combobox with a list of the ARIA Authoring Practices, focus staying in the box. */
export class Suggest {
  #input;
  #list;
  #choose;
  #timer = 0;
  #request = new AbortController();
  #active = -1;
  #typed = '';

  /** @param choose called with a chosen query */
  constructor(input, list, choose) {
    this.#input = input;
    this.#list = list;
    this.#choose = choose;
    input.addEventListener('input', () => this.#later());
    // The server reads captions when it is first asked: this way before the first letter is typed.
    input.addEventListener('focus', () => suggest('').catch(() => {}), {once: true});
    input.addEventListener('keydown', (event) => this.#key(event));
    input.addEventListener('blur', () => this.close());
    // Pressing a completion must not take the focus from the box, which would close the list before the click.
    list.addEventListener('mousedown', (event) => event.preventDefault());
  }

  close() {
    clearTimeout(this.#timer);
    this.#request.abort();
    this.#list.hidden = true;
    this.#active = -1;
    this.#input.setAttribute('aria-expanded', 'false');
    this.#input.removeAttribute('aria-activedescendant');
  }

  #later() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), PAUSE);
  }

  async #ask() {
    this.#request.abort();
    this.#request = new AbortController();
    const typed = this.#input.value;
    if (!typed.trim()) {
      this.close();
      return;
    }
    try {
      const answer = await suggest(typed, this.#request.signal);
      this.#show(typed, answer.completions ?? []);
    } catch {
      this.close(); // no completion is no reason to disturb who types
    }
  }

  #show(typed, completions) {
    if (completions.length === 0 || document.activeElement !== this.#input) {
      this.close();
      return;
    }
    this.#typed = typed;
    this.#active = -1;
    this.#input.removeAttribute('aria-activedescendant');
    this.#list.replaceChildren(...completions.slice(0, 8).map((completion, index) => option(completion, typed, index, (text) => {
      this.close();
      this.#choose(text);
    })));
    this.#list.hidden = false;
    this.#input.setAttribute('aria-expanded', 'true');
  }

  #key(event) {
    const options = [...this.#list.children];
    if (event.key === 'Escape' && !this.#list.hidden) {
      event.preventDefault();
      this.#input.value = this.#typed;
      this.close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && this.#list.hidden) {
      event.preventDefault();
      this.#ask();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // One place more than options: that of what was typed.
      this.#activate(((this.#active + 1 + step + options.length + 1) % (options.length + 1)) - 1, options);
    } else if (event.key === 'Enter') {
      this.close(); // the form submits what the box shows
    }
  }

  #activate(index, options) {
    clearTimeout(this.#timer);
    this.#request.abort(); // what comes late would take the choice away
    this.#active = index;
    options.forEach((each, at) => each.setAttribute('aria-selected', String(at === index)));
    const active = options[index];
    this.#input.value = active ? active.dataset.text : this.#typed;
    if (active) {
      this.#input.setAttribute('aria-activedescendant', active.id);
      active.scrollIntoView({block: 'nearest'});
    } else {
      this.#input.removeAttribute('aria-activedescendant');
    }
  }
}

/** What was typed is pale, what is new stands out. */
function option({text, photos, start, corrected}, typed, index, choose) {
  const kept = corrected ? start : typed.length;
  return el('li', {
    role: 'option', id: `completion-${index}`, 'aria-selected': 'false', 'data-text': text, click: () => choose(text),
  }, el('span', {}, el('span', {class: 'typed'}, text.slice(0, kept)), el('b', {}, text.slice(kept))),
  el('span', {class: 'count'}, t('found', {n: photos})));
}
