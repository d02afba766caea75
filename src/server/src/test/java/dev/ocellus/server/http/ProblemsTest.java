package dev.ocellus.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ocellus.lucene.QueryException;
import dev.ocellus.lucene.TooManyPointsException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What a failure means to a client. */
class ProblemsTest {

  @Test
  void whatNobodyForesawTellsNothingOfTheInside() {
    Problem problem = Problems.of(new IllegalStateException("secret /home/somebody"));
    assertEquals(500, problem.status());
    assertEquals("the server failed; its log says more", problem.body().get("detail"));
    assertEquals("urn:ocellus:problem:internal", problem.body().get("type"));
    assertEquals("Server Error", problem.body().get("title"));
  }

  @Test
  void tooManyPointsInTimeIsToBeTriedAgain() {
    Problem problem =
        Problems.of(new TooManyPointsException("100 are open", Duration.ofMillis(29_500)));
    assertEquals(503, problem.status());
    assertEquals("30", problem.headers().get("Retry-After"));
    assertEquals("urn:ocellus:problem:too-many-points-in-time", problem.body().get("type"));
    assertEquals("100 are open", problem.body().get("detail"));
  }

  @Test
  void aQuerysColumnIsAMember() {
    Problem problem =
        Problems.of(new CompletionException(new QueryException("column 12: no such field")));
    assertEquals(400, problem.status());
    assertEquals(12, problem.body().get("column"));
    assertEquals("column 12: no such field", problem.body().get("detail"));
  }
}
