package dev.ocellus.encode.hub;

import dev.ocellus.encode.ModelException;
import dev.ocellus.encode.ModelId;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model hub's address, and the access token for it.
 *
 * @param base its address, without a closing slash
 * @param token sent with requests to this address and to no other; null for none
 */
public record HubEndpoint(URI base, @Nullable String token) {

  /** Environment variable, by convention: the address of a mirror. */
  public static final String ENDPOINT_VARIABLE = "HF_ENDPOINT";

  /** Environment variable, by convention: the access token. */
  public static final String TOKEN_VARIABLE = "HF_TOKEN";

  private static final String PUBLIC_HUB = "https://huggingface.co";
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * Chooses the hub.
   *
   * @param asked its address as the user gave it; null for that of the environment, else the public
   *     hub
   * @param environment the environment variables
   * @throws ModelException if the address is none
   */
  public static HubEndpoint of(@Nullable String asked, Map<String, String> environment) {
    String address = asked;
    if (address == null) {
      address = environment.getOrDefault(ENDPOINT_VARIABLE, "");
      address = address.isBlank() ? PUBLIC_HUB : address;
    }
    String token = environment.getOrDefault(TOKEN_VARIABLE, "").strip();
    return new HubEndpoint(parse(address.strip()), token.isEmpty() ? null : token);
  }

  private static URI parse(String address) {
    try {
      URI uri = new URI(address.replaceAll("/+$", ""));
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if ((scheme.equals("https") || scheme.equals("http"))
          && uri.getHost() != null
          && uri.getQuery() == null
          && uri.getFragment() == null
          && uri.getUserInfo() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // The same complaint.
    }
    throw new ModelException("\"" + address + "\" is no hub's address; one is like " + PUBLIC_HUB);
  }

  /** The token to send to an address; null for none. */
  @Nullable String tokenFor(URI address) {
    boolean unreadable =
        "https".equalsIgnoreCase(address.getScheme()) || THIS_MACHINE.contains(address.getHost());
    return unreadable && isHere(address) ? token : null;
  }

  /** Whether an address is on this hub's server. */
  boolean isHere(URI address) {
    return base.getScheme().equalsIgnoreCase(address.getScheme())
        && base.getHost().equalsIgnoreCase(address.getHost())
        && base.getPort() == address.getPort();
  }

  /** The address of a file. */
  URI file(ModelId repository, String revision, String path) {
    return URI.create(
        base + "/" + repository + "/resolve/" + escape(revision, "") + "/" + escape(path, "/"));
  }

  /** The address of the list of all files. */
  URI listing(ModelId repository, String revision) {
    return URI.create(
        base + "/api/models/" + repository + "/tree/" + escape(revision, "") + "?recursive=true");
  }

  /** Percent-encodes all but what RFC 3986 calls unreserved, and the characters to keep. */
  private static String escape(String text, String kept) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : text.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
      if (plain || kept.indexOf(c) >= 0) {
        escaped.append(c);
      } else {
        escaped.append("%%%02X".formatted((int) c));
      }
    }
    return escaped.toString();
  }

  @Override
  public String toString() {
    return base.toString();
  }
}
