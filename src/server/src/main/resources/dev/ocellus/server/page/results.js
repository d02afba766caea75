import {minScore, searchRequest, isBrowsing, countRequest} from './state/request.js';
import {search} from './api.js';

/**
 * The result of the current search, page after page. Draws nothing, but tells its listener that a search began, that a
 * page came (with the answer and whether it is the first), that facets were counted, or that something failed (with
 * the error and whether it was a further page).
 */
export class Results {
  #listener;
  #request = new AbortController();
  #loading = false;
  state = null;
  answers = [];
  facets = [];

  constructor(listener) {
    this.#listener = listener;
  }

  get first() {
    return this.answers[0];
  }

  get next() {
    return this.answers.at(-1)?.next ?? null;
  }

  /** The least score that this result was asked for. */
  get min() {
    return minScore(this.state);
  }

  /** Whether scores say anything. */
  get isScored() {
    return !isBrowsing(this.state);
  }

  /** Searches, in place of whatever is being searched. */
  async start(state, fields) {
    this.state = state;
    this.answers = [];
    this.#listener.began();
    await this.#ask(searchRequest(state, fields), true);
    await this.#count();
  }

  /** Takes up a result that was there before. */
  resume(state, {answers, facets}) {
    this.#request.abort();
    this.#loading = false;
    this.state = state;
    this.answers = answers;
    this.facets = facets;
  }

  /** The next page, unless it is on its way. */
  async more() {
    if (!this.#loading && this.next) {
      await this.#ask(searchRequest(this.state, [], this.next), false);
    }
  }

  async #ask(request, isFirst) {
    this.#request.abort();
    this.#request = new AbortController();
    const {signal} = this.#request;
    this.#loading = true;
    try {
      const answer = await search(request, signal);
      this.#loading = false;
      this.answers = [...this.answers, answer];
      if (isFirst) {
        this.facets = answer.facets ?? [];
      }
      this.#listener.page(answer, isFirst);
    } catch (error) {
      if (signal.aborted) {
        return; // another search took its place
      }
      this.#loading = false;
      this.#listener.failed(error, !isFirst);
    }
  }

  /** Counts chosen fields as if nothing of them were chosen. */
  async #count() {
    const {state, first} = this;
    const fields = [...new Set(state.filters.map(({field}) => field))];
    if (!first?.facets || fields.length === 0) {
      return;
    }
    try {
      const counted = await Promise.all(fields.map((field) => search(countRequest(state, field))));
      if (this.state === state) {
        const counts = new Map(counted.map((answer) => [answer.facets?.[0]?.field, answer.facets?.[0]]));
        this.facets = this.facets.map((facet) => counts.get(facet.field) ?? facet);
        this.#listener.facets();
      }
    } catch {
      // the counts under the chosen values stand
    }
  }
}
