package dev.ocellus.opensearch.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.opensearch.common.CheckedFunction;
import org.opensearch.common.xcontent.json.JsonXContent;
import org.opensearch.core.xcontent.DeprecationHandler;
import org.opensearch.core.xcontent.NamedXContentRegistry;
import org.opensearch.core.xcontent.XContentParser;

/** A template as JSON, as an operator would put it. */
final class TemplateFile {

  private TemplateFile() {}

  /**
   * @param name of a file beside this class
   */
  static <T> T read(String name, CheckedFunction<XContentParser, T, IOException> parse) {
    try (InputStream file =
            Objects.requireNonNull(TemplateFile.class.getResourceAsStream(name), name);
        XContentParser parser =
            JsonXContent.jsonXContent.createParser(
                NamedXContentRegistry.EMPTY,
                DeprecationHandler.THROW_UNSUPPORTED_OPERATION,
                file)) {
      return parse.apply(parser);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
