import {format, parse} from './url.js';

/**
 * The history of searches. The address bar holds each one; what an address cannot hold (a dropped picture, the pages
 * that were scrolled through, how far) stays in memory, so that Back shows what was there before, at once.
 */
export class Session {
  /** Entries kept in memory; older ones are searched for anew. */
  static #MOST = 30;

  #entries = new Map();
  #onChange;
  #key;
  state;

  /** @param onChange called with the state, the entry's memory, and whether the person went back or forth */
  constructor(onChange) {
    this.#onChange = onChange;
    history.scrollRestoration = 'manual'; // ours knows of the pages that have to be there first
    addEventListener('popstate', (event) => {
      this.#leave();
      this.#enter(event.state?.key ?? this.#newKey(), true);
    });
  }

  start() {
    const key = history.state?.key ?? this.#newKey();
    history.replaceState({key}, '');
    this.#enter(key, false);
  }

  /** What is remembered of this entry. */
  get memory() {
    return this.#entries.get(this.#key);
  }

  /** Goes to another state: Back returns to this one. */
  push(changes) {
    this.#leave();
    const key = this.#newKey();
    this.#remember(key, {picture: this.state.picture, ...changes});
    history.pushState({key, inside: true}, '', format({...this.state, ...changes}));
    this.#enter(key, false);
  }

  /** Changes this entry. */
  replace(changes) {
    this.#remember(this.#key, {...this.memory, ...changes});
    history.replaceState(history.state, '', format({...this.state, ...changes}));
    this.#enter(this.#key, false);
  }

  /** Leaves what was opened: by Back if it was opened here, else (a shared link) by dropping it from the address. */
  close(changes) {
    if (history.state?.inside) {
      history.back();
    } else {
      this.replace(changes);
    }
  }

  #newKey() {
    return `${Date.now()}-${Math.random()}`; // other than those from before the page was loaded again
  }

  #leave() {
    if (this.memory) {
      this.memory.scroll = scrollY;
    }
  }

  #enter(key, travelled) {
    this.#key = key;
    if (!this.#entries.has(key)) {
      this.#remember(key, {});
    }
    this.state = {...parse(location.search), picture: this.memory.picture};
    this.#onChange(this.state, this.memory, travelled);
  }

  #remember(key, {picture}) {
    const entry = this.#entries.get(key) ?? {};
    this.#entries.delete(key); // the newest come last
    this.#entries.set(key, {...entry, picture});
    if (this.#entries.size > Session.#MOST) {
      this.#entries.delete(this.#entries.keys().next().value);
    }
  }
}
