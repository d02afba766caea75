package dev.ocellus.indextools.cluster;

import dev.ocellus.lucene.IndexException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an index of a cluster is.
 *
 * @param server its address, without a closing slash
 * @param index the index's name, or an alias of it
 */
record ClusterAddress(URI server, String index) {

  /** OpenSearch's rules for the names of indices. */
  private static final Pattern INDEX =
      Pattern.compile("[^-_+A-Z\\s\\\\/*?\"<>|,#:][^A-Z\\s\\\\/*?\"<>|,#:]*");

  private static final int LONGEST_INDEX = 255;

  /**
   * Reads what the user gave.
   *
   * @throws IndexException if it is no such address
   */
  static ClusterAddress parse(String address) {
    try {
      URI uri = new URI(address.strip().replaceAll("/+$", ""));
      String problem = problem(uri);
      if (problem != null) {
        throw no(address, problem);
      }
      String path = uri.getPath();
      int slash = path.lastIndexOf('/');
      String index = path.substring(slash + 1);
      if (index.length() > LONGEST_INDEX || !INDEX.matcher(index).matches()) {
        throw no(address, "'" + index + "' is no name of an index");
      }
      URI server =
          new URI(
              uri.getScheme(),
              null,
              uri.getHost(),
              uri.getPort(),
              path.substring(0, slash),
              null,
              null);
      return new ClusterAddress(server, index);
    } catch (URISyntaxException e) {
      throw no(address, e.getReason());
    }
  }

  private static @Nullable String problem(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return "it begins with neither http:// nor https://";
    }
    if (uri.getUserInfo() != null) {
      return "a login goes into --user";
    }
    if (uri.getHost() == null) {
      return "it has no host";
    }
    if (uri.getQuery() != null || uri.getFragment() != null) {
      return "nothing follows the index";
    }
    return uri.getPath().lastIndexOf('/') < 0 ? "it names no index" : null;
  }

  private static IndexException no(String address, String problem) {
    return new IndexException(
        "%s is no index of a cluster, such as http://localhost:9200/ocellus-photos: %s"
            .formatted(address, problem));
  }

  @Override
  public String toString() {
    return server + "/" + index;
  }
}
