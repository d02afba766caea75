// Puts the page together: the address bar says what is shown, everything else follows.
import {answerNotices, errorNotice, staleNotice} from './notices.js';
import {byId, el} from './dom.js';
import {choose, current, other, t, translate, use, useForCaptions} from './messages.js';
import {End, showStatus} from './status.js';
import {format, parse, sameResult} from './state/url.js';
import {info as readInfo, isAlive} from './api.js';
import {readPicture, watchPictures} from './controls/picture.js';
import {actionsOn} from './actions.js';
import {Cutoff} from './controls/cutoff.js';
import {Facets} from './controls/facets.js';
import {Grid} from './grid/grid.js';
import {listen} from './listen.js';
import {readSetting} from './settings.js';
import {Results} from './results.js';
import {Session} from './state/session.js';
import {showIntro} from './welcome.js';
import {showReferences} from './controls/references.js';
import {Suggest} from './controls/suggest.js';
import {themeButton} from './controls/theme.js';
import {Viewer} from './viewer/viewer.js';

const query = byId('query');
const list = byId('photos');
let info = null;
let failure = null;

const session = new Session(onState);
const actions = actionsOn(session);
const results = new Results({began, page, facets: showFacets, failed});
const grid = new Grid(list, {...actions, link: (hit) => format({...session.state, photo: hit.id})});
const indexOf = (hit) => grid.hits.findIndex((each) => each.id === hit.id);
const viewer = new Viewer(byId('viewer'), {
  ...actions,
  neighbour: (hit, step) => grid.hits[indexOf(hit) + step],
  place: (hit) => (indexOf(hit) < 0 ? '' : t('place', {rank: indexOf(hit) + 1, n: results.first.total})),
});
const facets = new Facets(byId('facets'), actions.toggleFilter);
const cutoff = new Cutoff(byId('cutoff'), actions.cut);
const suggest = new Suggest(query, byId('completions'), search);
const end = new End({...actions, more: () => failure || results.more()});

/** Where the focus goes when the photo view closes. */
const toPhoto = (id) => grid.focus(id);
const toQuery = () => {
  query.focus();
  query.select();
};
let afterViewer = toPhoto;

function search(text) {
  const q = text.trim();
  query.value = text;
  suggest.close();
  if (matchMedia('(hover: none)').matches) {
    query.blur(); // a phone's keyboard would hide the photos
  }
  if (q !== session.state.q || failure) {
    actions.search(q);
  }
  window.scrollTo({top: 0});
}

async function takePicture(file) {
  try {
    actions.bring(await readPicture(file));
  } catch {
    byId('notices').replaceChildren(el('p', {class: 'notice error', role: 'alert'}, t('noPicture', {name: file.name})));
  }
}

function onState(state, memory, travelled) {
  language(state.lang);
  query.value = state.q;
  byId('clear').hidden = !state.q;
  const shown = results.state;
  if (shown && sameResult(shown, state)) {
    results.state = state;
  } else if (travelled && memory.answers?.length) {
    failure = null;
    results.resume(state, memory);
    redraw();
    requestAnimationFrame(() => window.scrollTo({top: memory.scroll ?? 0}));
  } else {
    run();
    if (shown && shown.q !== state.q) {
      window.scrollTo({top: 0});
    }
  }
  showViewer(state);
}

function run() {
  failure = null;
  results.start(session.state, info?.facets ?? []);
}

function began() {
  // What was pressed goes away; who goes by keyboard goes on in the list.
  if (document.activeElement?.closest('#end, #notices')) {
    list.focus({preventScroll: true});
  }
  list.setAttribute('aria-busy', 'true');
  byId('notices').replaceChildren();
  end.show();
  showHead();
}

function page(answer, isFirst) {
  list.removeAttribute('aria-busy');
  if (isFirst) {
    grid.clear();
    byId('notices').replaceChildren(...answerNotices({answer, state: results.state, min: results.min}, actions));
  }
  const wanted = !isFirst && byId('end').contains(document.activeElement);
  grid.append(answer.hits, results.isScored);
  if (wanted) {
    grid.focus(answer.hits[0]?.id);
  }
  showStatus(results, grid.hits.length);
  showHead();
  end.showFor(results);
}

function redraw() {
  results.answers.forEach((answer, index) => page(answer, index === 0));
  showFacets();
}

function failed(error, wasMore) {
  list.removeAttribute('aria-busy');
  failure = error;
  const retry = wasMore ? more : fromTop;
  const notice = wasMore && error.kind === 'refused' ? staleNotice({retry: fromTop}) : errorNotice(error, {retry});
  notice.setAttribute('role', 'alert');
  if (wasMore) {
    end.show(notice);
  } else {
    grid.clear();
    byId('status').textContent = '';
    byId('notices').replaceChildren(notice);
  }
  if (error.kind === 'gone') {
    goOnWhenAlive(error, retry);
  }
}

function fromTop() {
  window.scrollTo({top: 0});
  run();
}

function more() {
  failure = null;
  end.show();
  results.more();
}

async function goOnWhenAlive(error, retry) {
  while (failure === error) {
    await new Promise((resolve) => { setTimeout(resolve, 3000); });
    if (!document.hidden && await isAlive() && failure === error) {
      await loadInfo();
      retry();
    }
  }
}

function showHead() {
  showIntro(session.state, info);
  showReferences(byId('references'), session.state, actions);
  showFacets();
}

function showFacets() {
  const {state, first, isScored} = results;
  facets.show(results.facets, state.filters);
  byId('cutoff').hidden = !isScored;
  if (isScored && first) {
    cutoff.show(results.min, first.min_score);
  }
  byId('refine').hidden = first?.policy?.action === 'block' || (!isScored && !byId('facets').firstChild);
  // For Back.
  Object.assign(session.memory, {answers: results.answers, facets: results.facets});
}

function showViewer(state) {
  if (state.photo) {
    const hit = grid.hits.find((each) => each.id === state.photo);
    viewer.show(state.photo, hit, state);
    if (hit && indexOf(hit) > grid.hits.length - 4) {
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
  const code = choose(address, readSetting('language'), navigator.languages);
  if (code === current()) {
    return;
  }
  use(code);
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
  } catch {
    return; // the search says what is wrong
  }
  useForCaptions(info.language);
  if (results.state) {
    showHead();
  }
}

listen(session, {
  search,
  toQuery() {
    if (viewer.isOpen) {
      afterViewer = toQuery;
      actions.close();
    } else {
      toQuery();
    }
  },
});
watchPictures(takePicture);

language(parse(location.search).lang);
await loadInfo();
const typed = query.value;
session.start();
query.value ||= typed;
