package dev.ocellus.lucene.page;

import dev.ocellus.lucene.QueryException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.lucene.search.FieldDoc;
import org.jspecify.annotations.Nullable;

/**
 * Page tokens as text: base64url of a version byte, the fields and their CRC-32. The checksum tells
 * a garbled token, not a forged one: whoever forges one gets another page of what is theirs to see.
 */
final class PageTokenCodec {

  private static final byte VERSION = 1;

  private PageTokenCodec() {}

  static String encode(PageToken token) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeByte(VERSION);
      out.writeLong(token.query());
      out.writeLong(token.commit());
      out.writeLong(token.pointInTime());
      out.writeFloat(token.minScore());
      out.writeUTF(token.lastId());
      write(out, token.position());
      FieldDoc last = token.last();
      out.writeBoolean(last != null);
      if (last != null) {
        out.writeInt(last.doc);
        SortValues.write(out, last.fields);
      }
      out.writeInt(checksum(bytes.toByteArray()));
      return text(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static void write(DataOutputStream out, @Nullable Position position) throws IOException {
    out.writeBoolean(position != null);
    if (position != null) {
      write(out, position.after());
      out.writeByte(position.band().rankings().size());
      for (Place place : position.band().rankings()) {
        write(out, place);
      }
    }
  }

  private static void write(DataOutputStream out, Place place) throws IOException {
    out.writeFloat(place.score());
    out.writeInt(place.document());
  }

  static PageToken decode(String given) {
    String text = given.strip();
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw garbled();
    }
    int end = bytes.length - Integer.BYTES;
    // One text a token: base64 has several for most.
    if (!text(bytes).equals(text)
        || end < 1
        || ByteBuffer.wrap(bytes).getInt(end) != checksum(Arrays.copyOf(bytes, end))) {
      throw garbled();
    }
    if (bytes[0] != VERSION) {
      throw new QueryException(
          "the page token has version %d, this Ocellus reads version %d; search again from the"
                  .formatted(bytes[0], VERSION)
              + " first page");
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 1, end - 1))) {
      PageToken token =
          new PageToken(
              in.readLong(),
              in.readLong(),
              in.readLong(),
              in.readFloat(),
              in.readUTF(),
              in.readBoolean() ? position(in) : null,
              in.readBoolean() ? last(in) : null);
      if (in.available() > 0) {
        throw garbled();
      }
      return token;
    } catch (IOException e) {
      throw garbled();
    }
  }

  private static Position position(DataInputStream in) throws IOException {
    Place after = place(in);
    List<Place> rankings = new ArrayList<>();
    for (int left = in.readUnsignedByte(); left > 0; left--) {
      rankings.add(place(in));
    }
    return new Position(new BandStart(rankings), after);
  }

  private static Place place(DataInputStream in) throws IOException {
    return new Place(in.readFloat(), in.readInt());
  }

  private static FieldDoc last(DataInputStream in) throws IOException {
    int document = in.readInt();
    return new FieldDoc(document, Float.NaN, SortValues.read(in));
  }

  private static int checksum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  private static QueryException garbled() {
    return new QueryException(
        "the page token is not whole; pass it as the page before gave it, or search without it");
  }
}
