package dev.ocellus.lucene.query;

import java.util.EnumSet;
import java.util.Set;

/** What of a photo a describing part is held against. */
public enum PartEvidence {
  /** The picture and its captions. */
  BOTH(EnumSet.allOf(CandidateSource.class)),
  /** The picture alone, as if the photo had no captions ({@code show:}). */
  PICTURE(EnumSet.of(CandidateSource.IMAGE)),
  /** The captions alone, as if there were no picture ({@code say:}). */
  CAPTIONS(EnumSet.of(CandidateSource.WORDS, CandidateSource.CAPTIONS));

  private final Set<CandidateSource> sources;

  PartEvidence(Set<CandidateSource> sources) {
    this.sources = sources;
  }

  /** Whether image features are known. */
  public boolean seesPicture() {
    return this != CAPTIONS;
  }

  /** Whether features of captions are known. */
  public boolean readsCaptions() {
    return this != PICTURE;
  }

  /** The sources that find photos by this evidence. */
  Set<CandidateSource> sources() {
    return sources;
  }
}
