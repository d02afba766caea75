package dev.ocellus.server;

import dev.ocellus.lucene.policy.ContentPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the server is to be reached, and by whom.
 *
 * @param host address to listen at: a name or number of this machine, {@code 0.0.0.0} for all
 * @param port to listen at; 0 for any free one
 * @param allowedHosts further names that requests may call this server by; where it listens at a
 *     loopback address, requests by other names than that are refused (DNS rebinding)
 * @param corsOrigins origins, such as {@code https://photos.example}, whose pages may read answers
 * @param token what every request must carry, or null for none
 * @param policy what may be asked for and shown, or null for everything
 * @param limits how much is taken on
 */
public record ServerOptions(
    String host,
    int port,
    List<String> allowedHosts,
    List<String> corsOrigins,
    @Nullable String token,
    @Nullable ContentPolicy policy,
    ServerLimits limits) {

  /** Where {@code ocellus serve} listens if not told otherwise. */
  public static final int DEFAULT_PORT = 8080;

  /** Shortest token, in characters. */
  public static final int MIN_TOKEN = 16;

  /** This machine alone, without a token. */
  public static final ServerOptions DEFAULT =
      new ServerOptions(
          "127.0.0.1", DEFAULT_PORT, List.of(), List.of(), null, null, ServerLimits.DEFAULT);

  /**
   * @throws ServerException if the port is out of range or the token is too short
   */
  public ServerOptions {
    allowedHosts = List.copyOf(allowedHosts);
    corsOrigins = List.copyOf(corsOrigins);
    if (port < 0 || port > 65_535) {
      throw new ServerException("port must be in [0, 65535], got " + port);
    }
    if (token != null && token.length() < MIN_TOKEN) {
      throw new ServerException(
          "the token must have at least %d characters, got %d"
              .formatted(MIN_TOKEN, token.length()));
    }
    if (token != null && !token.matches("[\\x21-\\x7e]+")) {
      throw new ServerException(
          "the token must be made of ASCII letters, digits and signs, without spaces");
    }
  }

  public ServerOptions withPort(int newPort) {
    return new ServerOptions(host, newPort, allowedHosts, corsOrigins, token, policy, limits);
  }

  public ServerOptions withToken(@Nullable String newToken) {
    return new ServerOptions(host, port, allowedHosts, corsOrigins, newToken, policy, limits);
  }

  public ServerOptions withPolicy(@Nullable ContentPolicy newPolicy) {
    return new ServerOptions(host, port, allowedHosts, corsOrigins, token, newPolicy, limits);
  }

  public ServerOptions withLimits(ServerLimits newLimits) {
    return new ServerOptions(host, port, allowedHosts, corsOrigins, token, policy, newLimits);
  }

  public ServerOptions withCorsOrigins(List<String> origins) {
    return new ServerOptions(host, port, allowedHosts, origins, token, policy, limits);
  }
}
