package dev.ocellus.lucene.page;

import dev.ocellus.lucene.QueryException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.lucene.search.FieldDoc;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended, for the next one to go on. Its length depends on the sort keys and the last
 * photo's name, not on how many pages came before.
 *
 * @param query what {@link #queryHash} makes of the query and all that decides its order
 * @param commit of the index
 * @param pointInTime that the pages are read at, or {@link PointsInTime#NONE}
 * @param minScore the least score that is shown
 * @param lastId the last hit's photo
 * @param position in the order of score; null where fields order
 * @param last the last hit with its values; null in the order of score
 */
public record PageToken(
    long query,
    long commit,
    long pointInTime,
    float minScore,
    String lastId,
    @Nullable Position position,
    @Nullable FieldDoc last) {

  /**
   * What a token knows its query by.
   *
   * @param parts all that decides which photos are listed in which order: text, filters, signal,
   *     sort keys, cut; not the page's size
   */
  public static long queryHash(String... parts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        sha.update(bytes);
      }
      return ByteBuffer.wrap(sha.digest()).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has SHA-256
    }
  }

  /**
   * Reads a token.
   *
   * @throws QueryException if it is none, or not whole
   */
  public static PageToken parse(String text) {
    return PageTokenCodec.decode(text);
  }

  /** The token as text: letters, digits, minus and underscore. */
  @Override
  public String toString() {
    return PageTokenCodec.encode(this);
  }

  /**
   * Refuses a token of another query.
   *
   * @param keys number of fields that order what is asked for
   * @param rankings of the listing
   */
  void check(long asked, int keys, int rankings) {
    boolean sameOrder = (last == null ? 0 : last.fields.length) == keys;
    boolean sameListing =
        position == null
            || position.band().isFirst()
            || position.band().rankings().size() == rankings;
    if (query != asked || !sameOrder || !sameListing) {
      throw new QueryException(
          "the page token is of another query; ask with the words, filters, order and minimum score of"
              + " the first page, or without the token");
    }
  }

  /**
   * The same for another commit, where the last photo has this document number, and the last hit
   * these values.
   */
  PageToken movedTo(int document, @Nullable FieldDoc moved) {
    Position there = position == null ? null : position.movedTo(document);
    return new PageToken(query, commit, pointInTime, minScore, lastId, there, moved);
  }
}
