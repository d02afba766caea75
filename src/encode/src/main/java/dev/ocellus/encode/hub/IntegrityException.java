package dev.ocellus.encode.hub;

/** What a hub sent is not what its listing announced; nothing of it was kept. */
public final class IntegrityException extends HubException {

  public IntegrityException(String message) {
    super(message);
  }
}
