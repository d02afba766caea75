// Writing the query language: docs/query-language.md has its grammar.

/** A text in quotes, as a field's value is written. */
export const quote = (text) => `"${text.replace(/[\\"]/g, '\\$&')}"`;

const LIKE = /(?:([-+!])\s*)?\blike:"((?:[^"\\]|\\.)*)"(?:\^[\d.]+)?/g;

/** The photos that a query names by `like:`. */
export function likes(query) {
  return [...query.matchAll(LIKE)].map((match) => ({
    id: match[2].replace(/\\(.)/g, '$1'),
    wanted: match[1] !== '-' && match[1] !== '!',
    text: match[0],
  }));
}

/** The query without what it says of a photo. */
export function withoutLike(query, id) {
  return likes(query)
    .filter((like) => like.id === id)
    .reduce((rest, like) => rest.replace(like.text, ' '), query)
    .replace(/\s+/g, ' ')
    .trim();
}

/** A new search by a photo alone: words of the old one would pull away from it. */
export const moreLike = (id) => `like:${quote(id)}`;

/** The same search, away from a photo. */
export const lessLike = (query, id) => `${withoutLike(query, id)} -like:${quote(id)}`.trim();

/** Conditions for chosen facet values: any value of a field will do, and every field has to be fulfilled. */
export function conditions(filters) {
  const fields = new Map();
  for (const {field, value} of filters) {
    fields.set(field, [...(fields.get(field) ?? []), /^\d+(\.\d+)?$/.test(value) ? value : quote(value)]);
  }
  return [...fields].map(([field, values]) =>
    values.length === 1 ? `${field}:${values[0]}` : `${field}:(${values.join(' OR ')})`);
}
