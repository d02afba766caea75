package dev.ocellus.server.http;

/** Answers one kind of request. */
@FunctionalInterface
public interface Endpoint {

  /**
   * Answers, now or later from another thread, by one of the exchange's methods.
   *
   * @throws Problem if it cannot be answered
   */
  void answer(Exchange exchange) throws Exception;
}
