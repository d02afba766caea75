/** What went wrong with a request, in a form that the page can put into words. */
export class ApiError extends Error {
  /** `kind` is gone, refused, failed, or one of KINDS; `detail` are the server's own words (English). */
  constructor(kind, detail) {
    super(detail ?? kind);
    this.kind = kind;
    this.detail = detail;
  }
}

const KINDS = {401: 'token', 403: 'token', 408: 'slow', 413: 'large', 429: 'busy', 502: 'gone', 503: 'busy', 504: 'slow'};

async function ask(path, options = {}) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (error) {
    if (error.name === 'AbortError') {
      throw error;
    }
    throw new ApiError('gone'); // fetch fails by itself only where nobody answers
  }
  const body = await response.json().catch(() => null);
  if (response.ok && body !== null) {
    return body;
  }
  const kind = KINDS[response.status] ?? (response.status >= 400 && response.status < 500 ? 'refused' : 'failed');
  throw new ApiError(kind, body?.detail ?? body?.title);
}

/** Searches; `request` is the API's JSON. */
export function search(request, signal) {
  return ask('/api/search', {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(request),
    signal,
  });
}

export const suggest = (typed, signal) => ask(`/api/suggest?q=${encodeURIComponent(typed)}`, {signal});

export const info = () => ask('/api/info');

/** Whether the server is there (again). */
export const isAlive = () => fetch('/health').then((response) => response.ok, () => false);

/** A photo's own file. */
export const photoUrl = (id) => `/api/photos/${encodeURIComponent(id)}/image`;

/** A photo in a small size, `size` pixels along its longer side. */
export const thumbnailUrl = (id, size) => `/api/photos/${encodeURIComponent(id)}/thumbnail?size=${size}`;
