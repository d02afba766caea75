// Puts the page together: the address bar says what is shown, everything else follows.
import {answerNotices, errorNotice, staleNotice} from './notices.js';
import {byId, el, icon} from './dom.js';
import {Facets} from './controls/facets.js';
import {choose, current, other, percent, t, translate, use, useForCaptions} from './messages.js';
import {format, parse, sameResult} from './state/url.js';
import {info as readInfo, isAlive} from './api.js';
import {lessLike, moreLike, withoutLike} from './state/query.js';
import {readPicture, watchPictures} from './controls/picture.js';
import {readSetting, writeSetting} from './settings.js';
import {Cutoff} from './controls/cutoff.js';
import {Grid} from './grid/grid.js';
import {Results} from './results.js';
import {Session} from './state/session.js';
import {showIntro} from './welcome.js';
import {showReferences} from './controls/references.js';
import {Suggest} from './controls/suggest.js';
import {themeButton} from './controls/theme.js';
import {Viewer} from './viewer/viewer.js';

const query = byId('query');
let info = null;
let failure = null;

const session = new Session(onState);
const results = new Results({began, page, facets: showFacets, failed});
const grid = new Grid(byId('photos'), {
  link: (hit) => format({...session.state, photo: hit.id}),
  more, less,
});
const viewer = new Viewer(byId('viewer'), {
  neighbour: (hit, step) => grid.hits[grid.hits.findIndex((each) => each.id === hit.id) + step],
  go: (hit) => session.replace({photo: hit.id}),
  closed: () => session.close({photo: undefined}),
  total: () => results.first?.total ?? 0,
  more, less,
});
const facets = new Facets(byId('facets'), toggleFilter);
const cutoff = new Cutoff(byId('cutoff'), (min) => session.replace({min}));
const suggest = new Suggest(query, byId('completions'), searchFor);

/** Where the focus goes when the photo view closes. */
const toPhoto = (id) => grid.focus(id);
const toQuery = () => {
  query.focus();
  query.select();
};
let afterViewer = toPhoto;

// ---- what a person does

function searchFor(q) {
  query.value = q;
  suggest.close();
  if (q.trim() === session.state.q && !failure) {
    window.scrollTo({top: 0});
    return;
  }
  // Who asked for any score was looking for something else.
  const min = session.state.min === 0 ? undefined : session.state.min;
  session.push({q: q.trim(), photo: undefined, min});
}

function more(hit) {
  session.push({q: moreLike(hit.id), photo: undefined, picture: undefined, filters: [], min: undefined});
}

function less(hit) {
  session.push({q: lessLike(session.state.q, hit.id), photo: undefined});
}

function toggleFilter(field, value) {
  const {filters} = session.state;
  const others = filters.filter((each) => each.field !== field || each.value !== value);
  session.push({filters: others.length < filters.length ? others : [...filters, {field, value}]});
}

async function takePicture(file) {
  try {
    const picture = await readPicture(file);
    session.push({picture, q: '', filters: [], min: undefined, photo: undefined});
  } catch {
    byId('notices').replaceChildren(el('p', {class: 'notice error', role: 'alert'}, t('noPicture', {name: file.name})));
  }
}

const actions = {
  showAll: () => session.replace({min: 0}),
  dropFilters: () => session.push({filters: []}),
  retry: () => {
    window.scrollTo({top: 0});
    run(session.state);
  },
};

// ---- what follows

function onState(state, memory, travelled) {
  language(state.lang);
  query.value = state.q;
  byId('clear').hidden = !state.q;
  const shown = results.state;
  if (!shown || !sameResult(shown, state)) {
    if (travelled && memory.answers) {
      resume(state, memory);
    } else {
      run(state);
    }
    if (!travelled && shown && shown.q !== state.q) {
      window.scrollTo({top: 0});
    }
  } else {
    results.state = state;
  }
  showViewer(state);
}

function run(state) {
  failure = null;
  results.start(state, info?.facets ?? []);
}

function resume(state, memory) {
  failure = null;
  results.resume(state, memory);
  redraw();
  requestAnimationFrame(() => window.scrollTo({top: memory.scroll ?? 0}));
}

function began() {
  byId('photos').setAttribute('aria-busy', 'true');
  byId('notices').replaceChildren();
  byId('end').replaceChildren();
  showHead();
}

function page(answer, isFirst) {
  byId('photos').removeAttribute('aria-busy');
  if (isFirst) {
    grid.clear();
    byId('notices').replaceChildren(...answerNotices({answer, state: results.state, min: results.min}, actions));
  }
  grid.append(answer.hits, results.isScored);
  remember();
  showStatus();
  showHead();
  showEnd();
}

function failed(error, wasMore) {
  byId('photos').removeAttribute('aria-busy');
  const stale = wasMore && error.kind === 'refused';
  if (!wasMore) {
    grid.clear();
    byId('status').textContent = '';
  }
  failure = error;
  const notice = stale ? staleNotice(actions) : errorNotice(error, wasMore ? {...actions, retry: retryMore} : actions);
  notice.setAttribute('role', 'alert');
  byId(wasMore ? 'end' : 'notices').replaceChildren(notice);
  if (error.kind === 'gone') {
    waitForServer(error, wasMore);
  }
}

function retryMore() {
  failure = null;
  byId('end').replaceChildren();
  results.more();
}

/** Goes on by itself as soon as the server answers. */
async function waitForServer(error, wasMore) {
  while (failure === error) {
    await new Promise((resolve) => { setTimeout(resolve, 3000); });
    if (failure === error && !document.hidden && await isAlive() && failure === error) {
      await loadInfo();
      (wasMore ? retryMore : actions.retry)();
    }
  }
}

/** Keeps the pages with the history's entry, for Back. */
function remember() {
  Object.assign(session.memory, {answers: results.answers, facets: results.facets});
}

function redraw() {
  const [first, ...others] = results.answers;
  if (first) {
    page(first, true);
    grid.append(others.flatMap((answer) => answer.hits), results.isScored);
    showStatus();
    showEnd();
  }
  showFacets();
}

// ---- what is shown

function showHead() {
  showIntro(session.state, info);
  showReferences(byId('references'), session.state, {
    dropPicture: () => session.push({picture: undefined}),
    dropLike: (id) => session.push({q: withoutLike(session.state.q, id)}),
  });
  showFacets();
}

function showFacets() {
  const {state, first} = results;
  if (!state) {
    return;
  }
  facets.show(results.facets, state.filters);
  byId('cutoff').hidden = !results.isScored;
  if (results.isScored && first) {
    cutoff.show(results.min, first.min_score);
  }
  byId('refine').hidden = first?.policy?.action === 'block' || (!results.isScored && !byId('facets').firstChild);
  remember();
}

function showStatus() {
  const {first, min} = results;
  const n = first.total;
  const shown = grid.hits.length;
  const isBlocked = first.policy?.action === 'block';
  const text = isBlocked || n === 0 ? '' : !results.isScored ? t('allPhotos', {n})
    : min === 'auto' ? t('foundFit', {n}) : min > 0 ? t('foundLeast', {n, least: percent(min)}) : t('found', {n});
  byId('status').textContent = text && shown < n ? `${text}, ${t('shown', {shown})}` : text
    || [...byId('notices').querySelectorAll('h2')].map((each) => each.textContent).join(' ');
  byId('status').classList.toggle('hidden', !text);
}

const scrolled = new IntersectionObserver((entries) => {
  if (entries.some((entry) => entry.isIntersecting) && !failure) {
    results.more();
  }
}, {rootMargin: '900px'}); // before the end comes into view

function showEnd() {
  scrolled.disconnect();
  const end = byId('end');
  end.replaceChildren();
  if (results.next) {
    // For those whose browser or way of reading does not scroll.
    const button = el('button', {type: 'button', click: () => results.more()}, t('loadMore'));
    end.append(button);
    scrolled.observe(button);
  } else if (results.isScored && results.min !== 0 && grid.hits.length > 0) {
    end.append(el('button', {type: 'button', click: actions.showAll}, t('showWeaker')));
  }
}

function showViewer(state) {
  if (state.photo) {
    const hit = grid.hits.find((each) => each.id === state.photo);
    viewer.show(state.photo, hit, state);
    if (hit && grid.hits.indexOf(hit) > grid.hits.length - 4) {
      results.more(); // so that the arrow goes on
    }
  } else if (viewer.isOpen) {
    const {id} = viewer;
    viewer.hide();
    afterViewer(id);
    afterViewer = toPhoto;
  }
}

/** Speaks the language of the address, of the setting, or of the browser. */
function language(address) {
  const code = choose(address, readSetting('language'), navigator.languages ?? [navigator.language]);
  if (code === current() && document.documentElement.dataset.ready) {
    return;
  }
  use(code);
  document.documentElement.dataset.ready = 'true';
  translate(document);
  const next = other();
  byId('language').replaceChildren(el('span', {lang: next.code}, next.name));
  themeButton(byId('theme'));
  cutoff.reset();
  if (results.state) {
    redraw();
  }
}

async function loadInfo() {
  try {
    info = await readInfo();
    useForCaptions(info.language);
  } catch {
    return; // the search says what is wrong
  }
  if (session.state) {
    showHead();
  }
}

// ---- listening

byId('pick').append(icon('picture'));
byId('clear').append(icon('close'));
document.querySelector('.go').append(icon('search'));
document.querySelector('form.search').addEventListener('submit', (event) => {
  if (!session.state) {
    return; // too early: the browser does it
  }
  event.preventDefault();
  searchFor(query.value);
  if (matchMedia('(hover: none)').matches) {
    query.blur(); // a phone's keyboard would hide the photos
  }
});
query.addEventListener('input', () => { byId('clear').hidden = !query.value; });
byId('clear').addEventListener('click', () => {
  query.value = '';
  byId('clear').hidden = true;
  query.focus();
});
// Links to other searches and to photos need not load the page again.
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="/"]');
  if (link?.pathname === '/' && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
    event.preventDefault();
    const state = parse(link.search);
    session.push({...state, picture: state.photo ? session.state.picture : undefined});
  }
});
byId('language').addEventListener('click', () => {
  const {code} = other();
  writeSetting('language', code);
  session.replace({lang: session.state.lang ? code : undefined});
});
byId('shortcut').checked = readSetting('shortcut') !== 'off';
byId('shortcut').addEventListener('change', (event) => writeSetting('shortcut', event.target.checked ? 'on' : 'off'));
document.addEventListener('keydown', (event) => {
  const typing = event.target.closest?.('input:not([type=range], [type=checkbox]), textarea, select');
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && byId('shortcut').checked) {
    event.preventDefault();
    if (viewer.isOpen) {
      afterViewer = toQuery;
      session.close({photo: undefined});
    } else {
      toQuery();
    }
  }
});
watchPictures(takePicture);

language(parse(location.search).lang);
await loadInfo();
const typed = query.value;
session.start();
query.value ||= typed;
