package dev.ocellus.lucene;

import dev.ocellus.lucene.policy.ContentPolicy;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The content policy that an index marks its photos by. It is recorded whole, so that later runs
 * mark new photos by it though its file may have gone.
 *
 * @param id the policy's name and hash
 * @param json the policy
 * @param complete whether every photo has the mark that this policy gives it; not so after a run
 *     that changed the policy and was stopped
 */
public record RecordedPolicy(String id, String json, boolean complete) {

  private static final String ID = "policy_id";
  private static final String JSON = "policy";
  private static final String COMPLETE = "policy_complete";

  public static RecordedPolicy of(ContentPolicy policy, boolean complete) {
    return new RecordedPolicy(policy.id(), policy.json(), complete);
  }

  /** The policy itself. */
  public ContentPolicy policy() {
    return ContentPolicy.parse(json, "policy " + id);
  }

  void put(Map<String, String> data) {
    data.put(ID, id);
    data.put(JSON, json);
    data.put(COMPLETE, Boolean.toString(complete));
  }

  static @Nullable RecordedPolicy from(Map<String, String> data) {
    String id = data.get(ID);
    String json = data.get(JSON);
    return id == null || json == null
        ? null
        : new RecordedPolicy(id, json, Boolean.parseBoolean(data.get(COMPLETE)));
  }
}
