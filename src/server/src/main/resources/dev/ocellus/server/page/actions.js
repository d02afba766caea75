import {lessLike, moreLike, withoutLike} from './state/query.js';
import {minScore} from './state/request.js';

const FRESH = {photo: undefined, picture: undefined, filters: [], min: undefined};

/** What a person can do to the search of a session: each is a step in the history, but for moving the cutoff. */
export const actionsOn = (session) => ({
  search(q) {
    // Who asked for any score was looking for something else.
    const min = session.state.min === 0 ? undefined : session.state.min;
    session.push({q, photo: undefined, min});
  },
  bring: (picture) => session.push({...FRESH, q: '', picture}),
  more: (hit) => session.push({...FRESH, q: moreLike(hit.id)}),
  less: (hit) => session.push({q: lessLike(session.state.q, hit.id), photo: undefined}),
  dropPicture: () => session.push({picture: undefined}),
  dropLike: (id) => session.push({q: withoutLike(session.state.q, id)}),
  dropFilters: () => session.push({filters: []}),
  toggleFilter(field, value) {
    const {filters} = session.state;
    const others = filters.filter((each) => each.field !== field || each.value !== value);
    session.push({filters: others.length < filters.length ? others : [...filters, {field, value}]});
  },
  cut(min) {
    const usual = minScore({...session.state, min: undefined});
    session.replace({min: min === usual ? undefined : min});
  },
  showAll: () => session.replace({min: 0}),
  go: (hit) => session.replace({photo: hit.id}),
  close: () => session.close({photo: undefined}),
});
