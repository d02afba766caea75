import {conditions, likes, quote} from './query.js';

/** Photos of a page: some screens full, so that scrolling seldom waits. */
const PAGE = 40;

/** Whether nothing is searched for, and the photos are just looked through. */
export const isBrowsing = (state) => !state.q && !state.picture;

/**
 * The least score that a state asks for. By default words show what fits and nothing else. Pictures have no such edge:
 * there is always something that is nearest.
 */
export function minScore(state) {
  if (state.min !== undefined) {
    return state.min;
  }
  return isBrowsing(state) || state.picture || likes(state.q).length > 0 ? 0 : 'auto';
}

/** A request in the API's JSON. */
export function searchRequest(state, facets, after) {
  const filter = conditions(state.filters);
  const request = {size: PAGE, highlight: true, fields: true, ...subject(state)};
  if (isBrowsing(state)) {
    filter.push('width:*'); // every photo has one
    request.sort = 'taken_at:desc';
  }
  if (filter.length > 0) {
    request.filter = filter;
  }
  if (after) {
    return {...request, after};
  }
  return {...request, suggest: true, ...(facets.length > 0 ? {facets} : {})};
}

/** Asks what the score of one photo is made of. */
export function explainRequest(state, id) {
  const request = {...subject(state), min_score: 0, size: 1, highlight: true, fields: true};
  return {...request, filter: [`id:${quote(id)}`], explain: !isBrowsing(state)};
}

/** Counts one field as if none of its values were chosen, so that others can be chosen beside them. */
export function countRequest(state, field) {
  const others = {...state, filters: state.filters.filter((filter) => filter.field !== field)};
  const {query, image, min_score, filter} = searchRequest(others, []);
  return {query, image, min_score, filter, size: 1, facets: [field]};
}

function subject(state) {
  const request = {min_score: minScore(state)};
  if (state.q) {
    request.query = state.q;
  }
  if (state.picture) {
    request.image = {base64: state.picture.base64};
  }
  return request;
}
