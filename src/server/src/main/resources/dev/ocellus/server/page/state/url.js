// What the address bar holds: everything of a search but a dropped picture, which no link could carry.

/**
 * @typedef {Object} State
 * @property {string} q the query
 * @property {number|'auto'|undefined} min least score from 0 to 1; undefined for the usual one
 * @property {{field: string, value: string}[]} filters chosen facet values
 * @property {string|undefined} photo id of the photo that is open
 * @property {string|undefined} lang
 */

/** Reads an address such as `?q=red+car&min=0.4&f=year:2020`; what it does not understand it passes over. */
export function parse(search) {
  const params = new URLSearchParams(search);
  const filters = [];
  for (const text of params.getAll('f')) {
    const colon = text.indexOf(':');
    if (colon > 0 && colon < text.length - 1) {
      filters.push({field: text.slice(0, colon), value: text.slice(colon + 1)});
    }
  }
  return {
    q: (params.get('q') ?? '').trim(),
    min: score(params.get('min')),
    filters,
    photo: params.get('photo') || undefined,
    lang: params.get('lang') || undefined,
  };
}

function score(text) {
  if (text === null || text === '' || text === 'auto') {
    return text === 'auto' ? 'auto' : undefined;
  }
  const number = Number(text);
  return number >= 0 && number <= 1 ? number : undefined;
}

/** The address of a state: `/` or `/?…`, the same for the same state. */
export function format(state) {
  const params = new URLSearchParams();
  if (state.q) {
    params.set('q', state.q);
  }
  if (state.min !== undefined) {
    params.set('min', String(state.min));
  }
  for (const {field, value} of state.filters) {
    params.append('f', `${field}:${value}`);
  }
  if (state.photo) {
    params.set('photo', state.photo);
  }
  if (state.lang) {
    params.set('lang', state.lang);
  }
  const text = params.toString();
  return text ? `/?${text}` : '/';
}

/** Whether two states show the same photos, whichever of them is open. */
export function sameResult(one, other) {
  const bare = (state) => format({...state, photo: undefined, lang: undefined});
  return bare(one) === bare(other) && one.picture === other.picture;
}
