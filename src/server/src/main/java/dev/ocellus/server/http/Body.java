package dev.ocellus.server.http;

import java.util.Locale;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;

/** Reads what a request sends, up to a length, without a thread that waits for it. */
public final class Body {

  private final int longest;

  /**
   * @param longest body, in bytes
   */
  public Body(int longest) {
    this.longest = longest;
  }

  /** The media type that a request says it sends, in lower case without parameters; "" for none. */
  public static String mediaType(Request request) {
    String type = MimeTypes.getContentTypeWithoutCharset(request.getHeaders().get("Content-Type"));
    if (type == null) {
      return "";
    }
    int parameters = type.indexOf(';');
    return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads the body, then goes on with it; if it cannot be read, the exchange is answered so.
   *
   * @throws Problem with 413 if the request says that it is too long
   */
  public void read(Exchange exchange, Consumer<byte[]> goOn) {
    if (exchange.request().getLength() > longest) {
      throw tooLong();
    }
    exchange.reading(true);
    Content.Source.asByteArrayAsync(
        exchange.request(),
        longest,
        Promise.Invocable.from(
            InvocationType.NON_BLOCKING,
            bytes -> {
              exchange.reading(false);
              try {
                goOn.accept(bytes);
              } catch (RuntimeException e) {
                exchange.fail(e);
              }
            },
            failure ->
                exchange.fail(failure instanceof IllegalStateException ? tooLong() : failure)));
  }

  private Problem tooLong() {
    return new Problem(
        HttpStatus.PAYLOAD_TOO_LARGE_413,
        "too-large",
        "the request's body is longer than %,d bytes".formatted(longest));
  }
}
