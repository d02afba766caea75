package dev.ocellus.opensearch.encode;

import dev.ocellus.encode.ModelException;
import dev.ocellus.encode.PhotoException;
import dev.ocellus.lucene.text.EncodedText;
import java.util.List;
import org.opensearch.core.action.ActionListener;

/**
 * The node's encoders. Everything is computed on a thread pool of its own ({@link
 * EncodeSettings#THREAD_POOL}), so that no method blocks; listeners are called on one of its
 * threads, or at once on the caller's where nothing has to be computed, in the caller's thread
 * context.
 *
 * <p>A model is called by its id: a bundled one, or one that is installed in the node's model
 * folder; also by what {@code model_id} of a photo says. Whoever asks for another gets a {@link
 * ModelException} that names those that there are. All wrong input comes as an {@link
 * IllegalArgumentException}, which is answered with status 400. More than the node can do comes as
 * an {@code OpenSearchRejectedExecutionException} (the pool's queue is full) or a {@code
 * CircuitBreakingException} (too much memory is in use), both of status 429.
 */
public interface EncodingService {

  /**
   * Encodes texts, those that wait at the same time together; what was encoded lately comes from a
   * cache.
   *
   * @param listener gets one a text, in the order given
   */
  void encodeTexts(
      String model, List<TextToEncode> texts, ActionListener<List<EncodedText>> listener);

  /**
   * Encodes pictures to search by.
   *
   * @param files whole photo files
   * @param listener gets one unit vector a picture, in the order given; or an {@link
   *     IllegalArgumentException} that tells by its number, from 0, which of them cannot be decoded
   *     or is above the node's limits
   */
  void encodePhotos(String model, List<byte[]> files, ActionListener<List<float[]>> listener);

  /**
   * Encodes a picture to search by.
   *
   * @param file the whole photo file
   * @param listener gets the unit vector, or a {@link PhotoException} if the file cannot be decoded
   *     or is above the node's limits
   */
  void encodePhoto(String model, byte[] file, ActionListener<float[]> listener);

  /**
   * The mean of the vectors of texts at large, as {@code LikeVector} needs it.
   *
   * @param listener gets as many floats as the encoder has dimensions, not of unit length
   */
  void meanOfTexts(String model, ActionListener<float[]> listener);

  /**
   * Encodes documents that are to be indexed, together.
   *
   * @param language of the captions, as {@code CaptionAnalyzer.of} takes it
   * @param listener gets one a document, in the order given, or a failure if the model or the
   *     language is unknown
   */
  void encodeDocuments(
      String model,
      String language,
      List<DocumentToEncode> documents,
      ActionListener<List<EncodedDocument.Outcome>> listener);
}
