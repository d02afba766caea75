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

  /**
   * @param {HTMLElement} list an `ol`
   * @param actions of a card
   */
  constructor(list, actions) {
    this.#list = list;
    this.#actions = actions;
    new ResizeObserver(() => {
      if (Math.abs(list.clientWidth - this.#width) >= 1) {
        this.#arrange(0);
      }
    }).observe(list);
    list.addEventListener('keydown', (event) => this.#walk(event));
  }

  get hits() {
    return this.#hits;
  }

  clear() {
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

  /** Lays out the rows from the one on that the photo at this index may change. */
  #arrange(index) {
    this.#width = this.#list.clientWidth;
    const height = Math.min(260, Math.max(170, this.#width / 4.2));
    const start = index === 0 ? 0 : this.#rowStart(index);
    const rows = justify(this.#shapes.slice(start), this.#width, {height, gap: GAP});
    for (const row of rows) {
      for (let at = start + row.start; at < start + row.end; at++) {
        // Rounded down: a row that is a hair too wide would wrap.
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

  /** Arrows go from photo to photo, as eyes do. */
  #walk(event) {
    const cards = [...this.#list.children];
    const at = cards.findIndex((each) => each.contains(event.target));
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const to = {
      ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: cards.length - 1,
      ArrowDown: nearest(cards, at, 1), ArrowUp: nearest(cards, at, -1),
    }[event.key];
    if (to !== undefined && cards[to]) {
      event.preventDefault();
      cards[to].querySelector('a').focus();
    }
  }
}

/** The card of the row below (1) or above (-1) whose middle is the nearest. */
function nearest(cards, at, direction) {
  const middle = (item) => item.offsetLeft + item.offsetWidth / 2;
  let best;
  let row;
  for (let index = at + direction; cards[index]; index += direction) {
    const top = cards[index].offsetTop;
    if (top === cards[at].offsetTop) {
      continue;
    }
    row ??= top;
    if (top !== row) {
      break;
    }
    const distance = (each) => Math.abs(middle(cards[each]) - middle(cards[at]));
    if (best === undefined || distance(index) < distance(best)) {
      best = index;
    }
  }
  return best;
}
