package dev.ocellus.indextools.cluster;

import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.index.IndexProgress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --to} and what goes with it. */
public final class ClusterOptions {

  static final String USER_VARIABLE = "OCELLUS_CLUSTER_USER";
  static final String BEARER_VARIABLE = "OCELLUS_CLUSTER_BEARER";

  @Option(
      names = "--to",
      paramLabel = "URL",
      description =
          "Instead of --index: an index of an OpenSearch cluster that has Ocellus's plugin, such as"
              + " http://localhost:9200/ocellus-photos; made if it is not there.")
  private @Nullable String to;

  @Option(
      names = "--user",
      paramLabel = "NAME:PASSWORD",
      description = "With --to: the login (default: $" + USER_VARIABLE + ", else none).")
  private @Nullable String user;

  @Option(
      names = "--bearer",
      paramLabel = "TOKEN",
      description = "With --to: a token instead (default: $" + BEARER_VARIABLE + ", else none).")
  private @Nullable String bearer;

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description =
          "With --to https://...: the certificate of the cluster's authority, PEM (default: those"
              + " that Java trusts).")
  private @Nullable Path authority;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      defaultValue = "120",
      description =
          "With --to: how long to go on trying while the cluster is down or has too much to do"
              + " (default: ${DEFAULT-VALUE}).")
  private long patience;

  /** Whether photos go to a cluster. */
  public boolean given() {
    return to != null;
  }

  /**
   * Refuses what goes with {@code --to} alone.
   *
   * @throws IndexException where {@code --to} is not given, but another option of these
   */
  public void checkUnused() {
    String lone =
        user != null ? "--user" : bearer != null ? "--bearer" : authority != null ? "--ca" : null;
    if (to == null && lone != null) {
      throw new IndexException(lone + " goes with --to URL");
    }
  }

  /**
   * A client of the cluster.
   *
   * @throws IndexException if an option is malformed
   */
  ClusterClient client(IndexProgress progress) throws IOException {
    if (to == null) {
      throw new AssertionError("asked for without --to");
    }
    if (patience < 0) {
      throw new IndexException("--patience must be at least 0, got " + patience);
    }
    ClusterAddress address = ClusterAddress.parse(to);
    Transport transport =
        new Transport(
            address.server(),
            authorization(System.getenv()),
            authority == null ? null : TrustedAuthority.of(authority));
    return new ClusterClient(
        address, transport, Patience.of(Duration.ofSeconds(patience)), progress);
  }

  /** Options go before the environment; of the latter's two, a token before a login. */
  private @Nullable String authorization(Map<String, String> environment) {
    if (user != null && bearer != null) {
      throw new IndexException("--user and --bearer exclude each other");
    }
    String token = user == null ? given(bearer, environment.get(BEARER_VARIABLE)) : null;
    if (token != null) {
      return "Bearer " + token;
    }
    String login = given(user, environment.get(USER_VARIABLE));
    if (login == null) {
      return null;
    }
    if (login.indexOf(':') < 1) {
      throw new IndexException("a login is NAME:PASSWORD, with a colon between");
    }
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable String given(@Nullable String option, @Nullable String variable) {
    return option != null
        ? option
        : variable == null || variable.isBlank() ? null : variable.strip();
  }
}
