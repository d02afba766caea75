import {count, day, t} from '../messages.js';
import {dimensions} from '../grid/card.js';
import {el} from '../dom.js';
import {fieldName} from '../controls/facets.js';

/** Fields that are told in other words or of no use to a person. */
const APART = new Set(['width', 'height', 'id', 'content_sha256', 'model_id', 'year', 'policy_action', 'policy_category']);

/** What is known of a photo: file, size, and its own fields. */
export function detailsView(hit) {
  const {width, height} = dimensions(hit);
  const rows = [[t('file'), hit.id]];
  if (width && height) {
    rows.push([t('size'), `${count(width)} × ${count(height)}`]);
  }
  for (const [field, values] of Object.entries(hit.fields ?? {})) {
    if (!APART.has(field) && values.length > 0) {
      rows.push([fieldName(field), values.map(shown).join(', ')]);
    }
  }
  return el('dl', {}, ...rows.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))));
}

function shown(value) {
  if (typeof value === 'number') {
    return String(value);
  }
  return /^\d{4}-\d{2}-\d{2}(T|$)/.test(value) ? day(value) + time(value) : value;
}

const time = (value) => {
  const found = /T(\d{2}:\d{2})/.exec(value)?.[1];
  return found && found !== '00:00' ? `, ${found}` : '';
};
