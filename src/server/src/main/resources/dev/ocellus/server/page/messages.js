// What the page says, in the person's language. Sentences of the server (notes, explanations) are English.
import en from './messages/en.js';
import ru from './messages/ru.js';

const TEXTS = {en, ru};

let language;
let plurals;

/** The language to speak: that of the address, else the one chosen before, else the browser's first that is known. */
export function choose(address, stored, browser) {
  const known = (code) => Object.keys(TEXTS).find((each) => code?.toLowerCase().split('-')[0] === each);
  return [address, stored, ...browser].map(known).find(Boolean) ?? 'en';
}

export function use(code) {
  language = code;
  plurals = new Intl.PluralRules(code);
  document.documentElement.lang = code;
}

export const current = () => language;

let captions = '';

/** Says in which language captions are, so that they are read aloud in it; '' where it is not known. */
export const useForCaptions = (code) => {
  captions = code === 'auto' ? '' : (code ?? '');
};

export const captionLanguage = () => captions;

/** The language to change to: its code and its own name. */
export function other() {
  const codes = Object.keys(TEXTS);
  const code = codes[(codes.indexOf(language) + 1) % codes.length];
  return {code, name: TEXTS[code].languageName};
}

/** A text. `{name}` stands for a value; a text with plural forms takes the form of the value `n`. */
export function t(key, values = {}) {
  const entry = TEXTS[language][key];
  const text = typeof entry === 'string' ? entry : (entry[plurals.select(values.n)] ?? entry.other);
  return text.replace(/\{(\w+)\}/g, (_, name) =>
    typeof values[name] === 'number' ? count(values[name]) : values[name]);
}

/** Whether there is such a text: fields of an index may have any name. */
export const has = (key) => Object.hasOwn(TEXTS[language], key);

export const count = (number) => new Intl.NumberFormat(language).format(number);

export const decimal = (number) =>
  new Intl.NumberFormat(language, {maximumFractionDigits: 2, signDisplay: 'negative'}).format(number);

/** A score as a percentage. Only what is certain reads 100 %, only what is impossible 0 %. */
export function percent(score) {
  const told = score > 0 && score < 1 ? Math.min(0.99, Math.max(0.01, score)) : score;
  return (score > 0 && score < 0.005 ? '<' : '') + new Intl.NumberFormat(language, {style: 'percent'}).format(told);
}

/** Times are the camera's and have no zone. */
export const day = (text) =>
  new Intl.DateTimeFormat(language, {dateStyle: 'long', timeZone: 'UTC'}).format(new Date(`${text.slice(0, 10)}T00:00Z`));

/** Puts the texts into what index.html has marked. */
export function translate(root) {
  const each = (name, put) =>
    root.querySelectorAll(`[data-${name}]`).forEach((node) => put(node, t(node.dataset[name])));
  each('text', (node, text) => { node.textContent = text; });
  each('placeholder', (node, text) => { node.placeholder = text; });
  each('label', (node, text) => {
    node.setAttribute('aria-label', text);
    node.title = node.tagName === 'BUTTON' ? text : '';
  });
}
