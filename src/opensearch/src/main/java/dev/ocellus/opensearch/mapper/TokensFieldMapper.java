package dev.ocellus.opensearch.mapper;

import java.io.IOException;
import java.util.Base64;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.core.xcontent.XContentParser.Token;

/**
 * Field type {@value #TYPE}: the vectors of a caption's tokens as base64 of what {@link
 * dev.ocellus.lucene.text.TokenVectors#toBytes} gives, a count n, n weights and n vectors of bytes,
 * into binary doc values.
 */
public final class TokensFieldMapper extends SingleValueMapper {

  /** Its name in mappings. */
  public static final String TYPE = "ocellus_tokens";

  private final TokensFieldType type;

  TokensFieldMapper(String simpleName, TokensFieldType type) {
    super(simpleName, type);
    this.type = type;
  }

  @Override
  public TokensFieldType fieldType() {
    return type;
  }

  @Override
  IndexableField read(XContentParser parser) throws IOException {
    return new BinaryDocValuesField(name(), new BytesRef(bytes(parser)));
  }

  private byte[] bytes(XContentParser parser) throws IOException {
    if (parser.currentToken() != Token.VALUE_STRING) {
      throw new IllegalArgumentException(
          "tokens' vectors are the base64 of their bytes, not " + parser.currentToken());
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(parser.text());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "tokens' vectors are the base64 of their bytes: " + e.getMessage(), e);
    }
    int tokens = bytes.length == 0 ? 0 : Byte.toUnsignedInt(bytes[0]);
    int length = 1 + tokens * (1 + type.dimension());
    if (bytes.length != length) {
      throw new IllegalArgumentException(
          "%d tokens of dimension %d take %d bytes, these are %d"
              .formatted(tokens, type.dimension(), length, bytes.length));
    }
    return bytes;
  }

  @Override
  public Builder getMergeBuilder() {
    return new TokensFieldBuilder(simpleName()).init(this);
  }
}
