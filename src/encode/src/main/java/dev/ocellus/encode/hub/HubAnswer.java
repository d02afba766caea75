package dev.ocellus.encode.hub;

import dev.ocellus.encode.ModelException;
import dev.ocellus.encode.ModelId;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** What a hub's answer means where it is no success. */
final class HubAnswer {

  private final HubEndpoint endpoint;
  private final ModelId repository;
  private final String revision;

  HubAnswer(HubEndpoint endpoint, ModelId repository, String revision) {
    this.endpoint = endpoint;
    this.repository = repository;
    this.revision = revision;
  }

  /**
   * Passes a success on.
   *
   * @param file what was asked for, for messages
   * @throws TransientException if another attempt may help
   * @throws ModelException if another request may help: another name, a token
   * @throws HubException if nothing helps
   */
  void check(HttpResponse<?> response, String file) throws IOException {
    int status = response.statusCode();
    HttpHeaders headers = response.headers();
    if (status / 100 == 2) {
      return;
    }
    if (status / 100 == 5 || status == 429 || status == 408) {
      throw new TransientException("answered " + status, retryAfter(headers));
    }
    switch (headers.firstValue("X-Error-Code").orElse("")) {
      case "RevisionNotFound" ->
          throw new ModelException(
              "%s has no revision \"%s\" at %s".formatted(repository, revision, endpoint));
      case "EntryNotFound" ->
          throw new ModelException("%s has no %s at %s".formatted(repository, file, endpoint));
      case "GatedRepo" ->
          throw new ModelException(
              "%s is gated: accept its terms at %s/%s and set %s to that account's access token"
                  .formatted(repository, endpoint, repository, HubEndpoint.TOKEN_VARIABLE));
      default -> {
        // Mirrors send no code, and the status says enough.
      }
    }
    switch (status) {
      case 401, 403 ->
          throw new ModelException(
              endpoint.token() == null
                  ? "%s has no public model %s; check the name, or set %s if it is private"
                      .formatted(endpoint, repository, HubEndpoint.TOKEN_VARIABLE)
                  : "%s does not show %s to the account of the token in %s (answer %d)"
                      .formatted(endpoint, repository, HubEndpoint.TOKEN_VARIABLE, status));
      case 404 ->
          throw new ModelException(
              "%s has no model %s with %s at revision %s; check the name"
                  .formatted(endpoint, repository, file, revision));
      default ->
          throw new HubException(
              "%s answered %d for %s of %s".formatted(endpoint, status, file, repository));
    }
  }

  private static @Nullable Duration retryAfter(HttpHeaders headers) {
    String value = headers.firstValue("Retry-After").orElse("").strip();
    try {
      if (value.matches("[0-9]{1,6}")) {
        return Duration.ofSeconds(Long.parseLong(value));
      }
      if (!value.isEmpty()) {
        ZonedDateTime time = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
        Duration wait = Duration.between(ZonedDateTime.now(time.getZone()), time);
        return wait.isNegative() ? Duration.ZERO : wait;
      }
    } catch (DateTimeException e) {
      // Neither seconds nor a date: as if it had not been sent.
    }
    return null;
  }
}
