package dev.ocellus.lucene.query;

import java.io.IOException;

/** The photos that a hybrid query scores, when they are first asked for. */
@FunctionalInterface
interface Candidates {

  /** Document numbers of the whole reader, ascending; the same at every call, on any thread. */
  int[] documents() throws IOException;
}
