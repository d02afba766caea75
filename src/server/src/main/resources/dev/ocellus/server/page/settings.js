// What a person chose for this browser. Storage may be forbidden or full: then a choice holds until the page is left.
const chosen = new Map();

export function readSetting(name) {
  try {
    return chosen.get(name) ?? localStorage.getItem(name) ?? undefined;
  } catch {
    return chosen.get(name);
  }
}

export function writeSetting(name, value) {
  chosen.set(name, value);
  try {
    localStorage.setItem(name, value);
  } catch {
    // see above
  }
}
