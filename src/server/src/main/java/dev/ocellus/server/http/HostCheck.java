package dev.ocellus.server.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses requests that call this server by a name that is not its own: a page of another site,
 * whose name was made to point here (DNS rebinding), is not to read a photographer's photos.
 */
public final class HostCheck extends Handler.Wrapper {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private final Set<String> names;

  private HostCheck(Handler next, Set<String> names) {
    super(next);
    this.names = names;
  }

  /**
   * Checks before {@code next}. An address that is not loopback may be called by any name, unless
   * some are given.
   *
   * @param host that the server listens at
   * @param further names
   */
  public static Handler before(Handler next, String host, List<String> further)
      throws UnknownHostException {
    boolean loopback = InetAddress.getByName(host).isLoopbackAddress();
    if (!loopback && further.isEmpty()) {
      return next;
    }
    Set<String> names = new HashSet<>(LOOPBACK);
    names.add(host.toLowerCase(Locale.ROOT));
    further.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    return new HostCheck(next, names);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String name = Request.getServerName(request);
    if (name == null || !names.contains(name.toLowerCase(Locale.ROOT))) {
      Problems.write(
          request,
          response,
          callback,
          new Problem(
              HttpStatus.MISDIRECTED_REQUEST_421,
              "wrong-host",
              "this server does not go by that name; --allow-host adds one"));
      return true;
    }
    return super.handle(request, response, callback);
  }
}
