package dev.ocellus.lucene.text;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text as the features see it. The arrays are not copied.
 *
 * @param imageVector unit vector in the space that texts share with photos
 * @param captionVector unit vector among texts; of an encoder that has none of its own, {@code
 *     imageVector}
 * @param tokens vectors of its tokens, or null of an encoder that shows none
 * @param subjects whom or what it is about
 * @param persons the tokens that name people, as indexes into {@code tokens}
 * @param animals the tokens that name animals
 */
public record EncodedText(
    float[] imageVector,
    float[] captionVector,
    @Nullable TokenVectors tokens,
    Set<Subject> subjects,
    List<Integer> persons,
    List<Integer> animals) {

  public EncodedText {
    subjects = Set.copyOf(subjects);
    persons = List.copyOf(persons);
    animals = List.copyOf(animals);
  }

  /** A text of which an encoder gave one vector, for photos and for texts. */
  public static EncodedText of(float[] vector) {
    return new EncodedText(vector, vector, null, Set.of(), List.of(), List.of());
  }

  /** What an index keeps of it as a caption. */
  public EncodedCaption asCaption() {
    return new EncodedCaption(captionVector, tokens, subjects);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EncodedText that
        && Arrays.equals(imageVector, that.imageVector)
        && Arrays.equals(captionVector, that.captionVector)
        && Objects.equals(tokens, that.tokens)
        && subjects.equals(that.subjects)
        && persons.equals(that.persons)
        && animals.equals(that.animals);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(imageVector) + Arrays.hashCode(captionVector);
  }
}
