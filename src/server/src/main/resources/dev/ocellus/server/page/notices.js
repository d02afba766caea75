import {el} from './dom.js';
import {fieldName} from './controls/facets.js';
import {percent, t} from './messages.js';
import {format} from './state/url.js';

/** A box with a heading, words, and what can be done. */
function notice(kind, title, texts, buttons = []) {
  return el('section', {class: `notice ${kind}`},
    el('h2', {}, title),
    ...texts.filter(Boolean).map((text) => (typeof text === 'string' ? el('p', {}, text) : text)),
    buttons.length > 0 ? el('p', {class: 'do'}, ...buttons) : null);
}

const button = (label, click) => el('button', {type: 'button', click}, label);

/** Words of the server, which are English whatever the page speaks. */
const quoted = (text) => (text ? el('p', {lang: 'en'}, text) : null);

/** What is to be said of an answer. */
export function answerNotices({answer, state, min}, actions) {
  const {policy} = answer;
  if (policy?.action === 'block') {
    return [notice('blocked', t('blocked'), [
      quoted(policy.disclaimer),
      t('blockedWhy', {category: policy.category, matched: policy.matched}),
    ])];
  }
  const said = [];
  if (policy?.action === 'warn') {
    said.push(notice('warned', t('warned'), [quoted(policy.disclaimer)]));
  }
  if (answer.did_you_mean) {
    const q = answer.did_you_mean;
    said.push(el('p', {class: 'spelling'}, `${t('didYouMean')} `, el('a', {href: format({...state, q})}, q), '?'));
  }
  if (answer.hits.length === 0) {
    said.push(nothing(state, min, actions));
  }
  if (answer.notes.length > 0) {
    said.push(el('details', {class: 'notes'},
      el('summary', {}, t('notes')), el('ul', {lang: 'en'}, ...answer.notes.map((note) => el('li', {}, note)))));
  }
  return said;
}

function nothing(state, min, actions) {
  const filtered = state.filters.length > 0;
  const drop = filtered ? [button(t('dropFilters'), actions.dropFilters)] : [];
  if (min === 0) {
    return notice('none', t('noneAtAll'), [], drop);
  }
  const closest = button(t('showClosest'), actions.showAll);
  return min === 'auto'
    ? notice('none', t('noneFit'), [t('noneFitWhy')], [closest, ...drop])
    : notice('none', t('noneAbove', {least: percent(min)}), [], [closest, ...drop]);
}

/** What is to be said of a failure. */
export function errorNotice(error, actions) {
  if (error.kind === 'token') {
    return notice('error', t('tokenTitle'), [el('p', {}, el('a', {href: '/login'}, t('enter')))]);
  }
  if (error.kind === 'gone') {
    return notice('error', t('goneTitle'), [t('goneWhy')], [button(t('retry'), actions.retry)]);
  }
  const again = ['busy', 'slow', 'failed'].includes(error.kind) ? [button(t('retry'), actions.retry)] : [];
  return notice('error', t(`${error.kind}Title`), [quoted(error.detail)], again);
}

/** The page behind the shown ones cannot be had any more. */
export const staleNotice = (actions) =>
  notice('error', t('staleTitle'), [t('staleWhy')], [button(t('fromTop'), actions.retry)]);

/** A heading for what is shown. */
export function headingOf(state) {
  if (state.picture) {
    return t('headingPicture') + (state.q ? `: ${state.q}` : '');
  }
  const filters = state.filters.map(({field, value}) => `${fieldName(field)} ${value}`).join(', ');
  return state.q || filters ? t('heading', {q: state.q || filters}) : t('welcome');
}
