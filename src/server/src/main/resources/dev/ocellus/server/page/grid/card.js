import {thumbnailUrl} from '../api.js';
import {el, iconButton} from '../dom.js';
import {captionLanguage, percent, t} from '../messages.js';
import {reason, segments} from './reason.js';
import {shape} from './layout.js';

/** Sizes that thumbnails are asked for in, along the longer side. */
const SIZES = [320, 480, 640, 960];

/** A photo's width and height, where the answer tells them. */
export function dimensions(hit) {
  return {width: hit.fields?.width?.[0] ?? 0, height: hit.fields?.height?.[0] ?? 0};
}

/** What a person who does not see the photo is told. */
export const alternative = (hit) => hit.captions?.[0]?.text ?? t('uncaptioned', {id: hit.id});

/** A caption with its matches marked. */
export function caption({text, spans}) {
  return el('span', {lang: captionLanguage()}, ...segments(text, spans).map((segment) =>
    segment.matched ? el('mark', {}, segment.text) : segment.text));
}

/** The score as a bar and a number. */
export function scoreBar(score) {
  const bar = el('span', {class: 'bar', 'aria-hidden': 'true'}, el('span'));
  bar.firstChild.style.inlineSize = `${100 * score}%`;
  return el('p', {class: 'score'}, bar, el('span', {class: 'hidden'}, `${t('score')} `), el('b', {}, percent(score)));
}

/** Policy categories in words. */
export const marks = (hit) =>
  hit.policy_categories?.length > 0
    ? el('p', {class: 'marked'}, t('marked', {categories: hit.policy_categories.join(', ')}))
    : null;

/** One photo of the result. */
export function card(hit, scored, actions) {
  const first = hit.captions[0];
  return el('li', {class: 'card'},
    el('div', {class: 'frame'}, el('a', {class: 'photo', href: actions.link(hit)}, picture(hit))),
    el('div', {class: 'acts'},
      iconButton('more', t('more'), () => actions.more(hit)),
      iconButton('less', t('less'), () => actions.less(hit))),
    scored ? scoreBar(hit.score) : null,
    scored ? el('p', {class: 'reason'}, t(reason(hit.parts, hit.score))) : null,
    marks(hit),
    first ? el('p', {class: 'caption'}, caption(first)) : null);
}

function picture(hit) {
  const {width, height} = dimensions(hit);
  const long = Math.max(width, height);
  const wide = (size) => Math.ceil((Math.min(size, long) * width) / long);
  const image = el('img', {
    alt: alternative(hit), loading: 'lazy', decoding: 'async', width, height,
    // The address comes last: set before srcset, it would be fetched as well.
    srcset: long ? SIZES.map((size) => `${thumbnailUrl(hit.id, size)} ${wide(size)}w`).join(', ') : null,
    src: thumbnailUrl(hit.id, 480),
    error: () => {
      const frame = image.closest('.frame');
      frame?.classList.add('missing');
      frame?.append(el('p', {}, t('missing')));
    },
    load: () => image.classList.add('loaded'),
  });
  return image;
}

/** The shape of a hit's photo in rows. */
export const cardShape = (hit) => {
  const {width, height} = dimensions(hit);
  return shape(width, height);
};
