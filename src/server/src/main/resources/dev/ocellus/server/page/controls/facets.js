import {count, has, t} from '../messages.js';
import {el} from '../dom.js';

/** A field of which every photo has a value of its own is no field to choose by, unless there are so few. */
const FEW = 8;
/** A field with more values than these is told apart by searching, not by chips. */
const MOST = 200;

/** The name of a field in words, if there are any for it. */
export const fieldName = (field) => (has(`field.${field}`) ? t(`field.${field}`) : field.replaceAll('_', ' '));

/** Chips with the values of fields; a pressed one narrows the result. */
export class Facets {
  #root;
  #toggle;

  /** @param toggle called with a field and a value */
  constructor(root, toggle) {
    this.#root = root;
    this.#toggle = toggle;
  }

  show(facets, chosen) {
    const focused = document.activeElement?.closest?.('#facets button')?.dataset.key;
    const rows = facets
      .map((facet) => this.#row(facet, chosen.filter((each) => each.field === facet.field).map((each) => each.value)))
      .filter(Boolean);
    this.#root.replaceChildren(...rows);
    if (focused) {
      [...this.#root.querySelectorAll('button')].find((button) => button.dataset.key === focused)?.focus();
    }
  }

  #row(facet, pressed) {
    const values = facet.counts.map(({value, count: photos}) => ({value: String(value), photos}));
    for (const value of pressed) {
      if (!values.some((each) => each.value === value)) {
        values.unshift({value, photos: 0});
      }
    }
    // Where every photo has its own value, or all have the same one, there is nothing to choose.
    const idle = values.length < 2 || facet.values > MOST || (facet.values === facet.photos && facet.values > FEW);
    if (pressed.length === 0 && idle) {
      return null;
    }
    if (facet.field === 'year') {
      values.sort((one, other) => Number(other.value) - Number(one.value));
    }
    const label = `facet-${facet.field}`;
    return el('div', {class: 'facet', role: 'group', 'aria-labelledby': label},
      el('span', {id: label, class: 'name'}, fieldName(facet.field)),
      el('div', {class: 'chips'},
        ...values.map((each) => this.#chip(facet.field, each, pressed.includes(each.value)))));
  }

  #chip(field, {value, photos}, pressed) {
    return el('button', {
      type: 'button', class: 'chip', 'aria-pressed': String(pressed), 'data-key': `${field}:${value}`,
      click: () => this.#toggle(field, value),
    }, value, ' ', el('span', {class: 'count'}, count(photos)));
  }
}
