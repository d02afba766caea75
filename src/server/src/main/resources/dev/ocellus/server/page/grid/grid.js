import {card, cardShape} from './card.js';
import {justify} from './layout.js';

const GAP = 16;

/** The photos of a result, in justified rows that follow the window's width. */
export class Grid {
  #list;
  #actions;
  #shapes = [];
  #hits = [];
  #width = 0;

  constructor(list, actions) {
    this.#list = list;
    this.#actions = actions;
    new ResizeObserver(() => {
      if (this.#room() !== this.#width) {
        this.#arrange(0);
      }
    }).observe(list);
    list.addEventListener('keydown', (event) => this.#walk(event));
  }

  get hits() {
    return this.#hits;
  }

  clear() {
    if (this.#list.contains(document.activeElement)) {
      this.#list.focus({preventScroll: true}); // who goes by keyboard stays here, with what comes
    }
    this.#hits = [];
    this.#shapes = [];
    this.#list.replaceChildren();
  }

  /** Adds photos at the end; those that are there already are passed over. */
  append(hits, scored) {
    const known = new Set(this.#hits.map((hit) => hit.id));
    const fresh = hits.filter((hit) => !known.has(hit.id));
    const from = this.#hits.length;
    this.#hits.push(...fresh);
    this.#shapes.push(...fresh.map(cardShape));
    this.#list.append(...fresh.map((hit) => card(hit, scored, this.#actions)));
    this.#arrange(from);
  }

  /** Moves the focus to a photo, as after it was looked at. */
  focus(id) {
    const index = this.#hits.findIndex((hit) => hit.id === id);
    const link = this.#list.children[index]?.querySelector('a');
    link?.scrollIntoView({block: 'nearest'});
    link?.focus({preventScroll: true});
    return Boolean(link);
  }

  /** Whole pixels: clientWidth would round up, and a row that is a hair too wide wraps. */
  #room() {
    return Math.floor(this.#list.getBoundingClientRect().width);
  }

  /** Lays out the rows from the one on that the photo at this index may change. */
  #arrange(index) {
    this.#width = this.#room();
    const height = Math.min(270, Math.max(225, this.#width / 4.6));
    const start = index === 0 ? 0 : this.#rowStart(index);
    const rows = justify(this.#shapes.slice(start), this.#width, {height, gap: GAP});
    for (const row of rows) {
      for (let at = start + row.start; at < start + row.end; at++) {
        this.#place(this.#list.children[at], Math.floor(this.#shapes[at] * row.height * 100) / 100, row);
      }
    }
  }

  #place(item, width, row) {
    item.style.inlineSize = `${width}px`;
    item.style.setProperty('--height', `${row.height}px`);
    item.querySelector('img').sizes = `${Math.ceil(width)}px`;
  }

  /** The last row before new photos may have been open: it is laid out again with them. */
  #rowStart(index) {
    const top = this.#list.children[index - 1].offsetTop;
    let start = index - 1;
    while (start > 0 && this.#list.children[start - 1].offsetTop === top) {
      start--;
    }
    return start;
  }

  /** Arrows go from photo to photo: the tabulator would stop at every button between them. */
  #walk(event) {
    const cards = [...this.#list.children];
    const at = cards.findIndex((each) => each.contains(event.target));
    const to = at >= 0 && cards[{
      ArrowLeft: at - 1, ArrowRight: at + 1, ArrowUp: nearest(cards, at, -1), ArrowDown: nearest(cards, at, 1), Home: 0,
    }[event.key]];
    if (to && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      to.querySelector('a').focus();
    }
  }
}

/** Where in the row above (-1) or below (1) a photo begins nearest to where this one does. */
function nearest(cards, at, step) {
  const {offsetTop, offsetLeft} = cards[at];
  let next = at;
  while (cards[next]?.offsetTop === offsetTop) {
    next += step;
  }
  const away = (index) => Math.abs((cards[index]?.offsetLeft ?? Infinity) - offsetLeft);
  while (cards[next + step]?.offsetTop === cards[next]?.offsetTop && away(next + step) < away(next)) {
    next += step;
  }
  return next;
}
