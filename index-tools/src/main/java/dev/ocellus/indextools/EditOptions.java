package dev.ocellus.indextools;

import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.edit.PhotoEdit;
import dev.ocellus.lucene.edit.PhotoEditor;
import dev.ocellus.lucene.fields.FieldKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code add} and {@code edit} give the photos that they name. */
final class EditOptions {

  @Option(
      names = "--caption",
      paramLabel = "TEXT",
      description = "A caption, in place of all that the photo has; repeat it for several.")
  private @Nullable List<String> captions;

  @Option(names = "--no-captions", description = "Take all captions away.")
  private boolean noCaptions;

  @Option(
      names = "--tag",
      paramLabel = "TAG",
      description = "A tag, in place of all that the photo has; repeat it for several.")
  private @Nullable List<String> tags;

  @Option(names = "--no-tags", description = "Take all tags away.")
  private boolean noTags;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description =
          "A value of a field, in place of all that the photo has of it; repeat it for several;"
              + " NAME= empties the field.")
  private List<String> values = new ArrayList<>();

  @Option(
      names = "--field",
      paramLabel = "NAME=KIND",
      description = "A new field of the index: text, keyword, long, double or date.")
  private Map<String, String> fields = new LinkedHashMap<>();

  /** Whether nothing is to be changed. */
  boolean isEmpty() {
    return captions == null && tags == null && !noCaptions && !noTags && values.isEmpty();
  }

  /** Gives the index the new fields. */
  void addFields(PhotoEditor editor) {
    fields.forEach((name, kind) -> editor.addField(name, FieldKind.named(kind)));
  }

  /**
   * The edit that is asked for.
   *
   * @throws IndexException if options contradict each other
   */
  PhotoEdit edit() {
    PhotoEdit edit = PhotoEdit.NONE;
    List<String> newCaptions = only("--caption", captions, "--no-captions", noCaptions);
    if (newCaptions != null) {
      edit = edit.withCaptions(newCaptions);
    }
    List<String> newTags = only("--tag", tags, "--no-tags", noTags);
    if (newTags != null) {
      edit = edit.withTags(newTags);
    }
    for (Map.Entry<String, List<String>> field : fieldValues().entrySet()) {
      edit = edit.withField(field.getKey(), field.getValue());
    }
    return edit;
  }

  private static @Nullable List<String> only(
      String option, @Nullable List<String> given, String noOption, boolean none) {
    if (none && given != null) {
      throw new IndexException(option + " and " + noOption + " contradict each other; give one");
    }
    return none ? List.of() : given;
  }

  private SequencedMap<String, List<String>> fieldValues() {
    SequencedMap<String, List<String>> byName = new LinkedHashMap<>();
    for (String assignment : values) {
      int equals = assignment.indexOf('=');
      if (equals < 1) {
        throw new IndexException("--set takes NAME=VALUE, not '" + assignment + "'");
      }
      List<String> ofField =
          byName.computeIfAbsent(assignment.substring(0, equals), name -> new ArrayList<>());
      if (equals < assignment.length() - 1) {
        ofField.add(assignment.substring(equals + 1));
      }
    }
    return byName;
  }
}
