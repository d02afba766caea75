import {decimal, has, t} from '../messages.js';
import {el} from '../dom.js';

/** Log-odds below this round to nothing. */
const LEAST = 0.005;

/**
 * What a score is made of: each part of the query with its evidence, the weightiest first. Sentences are the server's
 * own, in English.
 */
export function partsView(explanation) {
  const weighed = explanation.parts.some((part) => part.features);
  return el('div', {class: 'parts'}, weighed ? el('p', {class: 'note'}, t('partsLead')) : null,
    ...explanation.parts.map((part) => partView(part)));
}

function partView(part) {
  const features = part.features ?? [];
  const weight = (feature) => Math.abs(feature.log_odds ?? 0);
  const told = features.filter((each) => weight(each) >= LEAST || (each.log_odds === null && each.value !== null))
    .sort((one, other) => weight(other) - weight(one));
  const rest = features.filter((each) => !told.includes(each));
  const most = Math.max(1, ...told.map(weight));
  return el('section', {class: part.wanted ? 'part' : 'part unwanted'},
    el('p', {}, part.wanted ? null : el('b', {class: 'tag'}, t('unwanted')), ' ',
      el('span', {lang: 'en'}, part.sentence)),
    told.length > 0 ? el('ul', {}, ...told.map((feature) => row(feature, most))) : null,
    rest.length > 0 ? el('details', {}, el('summary', {}, t('unknown')),
      el('ul', {}, ...rest.map((feature) => row(feature, most)))) : null);
}

function row(feature, most) {
  const logOdds = feature.log_odds ?? 0;
  const bar = el('span', {class: logOdds < 0 ? 'pull down' : 'pull up', 'aria-hidden': 'true'}, el('span'));
  bar.firstChild.style.inlineSize = `${(50 * Math.abs(logOdds)) / most}%`;
  const effect = Math.abs(logOdds) < LEAST ? null
    : el('span', {class: 'hidden'}, t(logOdds < 0 ? 'lowers' : 'raises', {x: decimal(Math.abs(logOdds))}));
  const name = has(`part.${feature.feature}`) ? t(`part.${feature.feature}`) : feature.feature;
  return el('li', {},
    el('b', {}, name),
    el('span', {class: 'value'}, feature.value === null ? '–' : decimal(feature.value)),
    bar, effect,
    el('span', {class: 'sentence', lang: 'en'}, feature.sentence));
}
