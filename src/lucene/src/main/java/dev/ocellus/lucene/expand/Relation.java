package dev.ocellus.lucene.expand;

/** What another word is to a query's word; the nearer first. */
public enum Relation {
  /** A user's file says that it stands for it. */
  GIVEN,
  /** It means the same: "sofa" for "couch". */
  SYNONYM,
  /** It is a kind of it: "dog" for "animal". */
  HYPONYM,
  /** It is a kind of this: "animal" for "dog". */
  HYPERNYM
}
