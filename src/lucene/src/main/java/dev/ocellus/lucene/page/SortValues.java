package dev.ocellus.lucene.page;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The values that Lucene's sort fields give a hit, as bytes: a letter of the type, the value. */
final class SortValues {

  private SortValues() {}

  static void write(DataOutputStream out, @Nullable Object[] values) throws IOException {
    out.writeByte(values.length);
    for (Object value : values) {
      switch (value) {
        case null -> out.writeByte('0');
        case Long number -> {
          out.writeByte('l');
          out.writeLong(number);
        }
        case Double number -> {
          out.writeByte('d');
          out.writeDouble(number);
        }
        case Float number -> {
          out.writeByte('f');
          out.writeFloat(number);
        }
        case BytesRef bytes -> {
          out.writeByte('b');
          out.writeInt(bytes.length);
          out.write(bytes.bytes, bytes.offset, bytes.length);
        }
        default -> throw new IllegalStateException("no sort field gives " + value.getClass());
      }
    }
  }

  static @Nullable Object[] read(DataInputStream in) throws IOException {
    @Nullable Object[] values = new Object[in.readUnsignedByte()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (in.readByte()) {
            case '0' -> null;
            case 'l' -> in.readLong();
            case 'd' -> in.readDouble();
            case 'f' -> in.readFloat();
            case 'b' -> bytes(in);
            default -> throw new IOException("no such type");
          };
    }
    return values;
  }

  private static BytesRef bytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IOException("longer than what is there");
    }
    return new BytesRef(in.readNBytes(length));
  }
}
