package dev.ocellus.indextools;

import dev.ocellus.fusion.FusionCard;
import dev.ocellus.indextools.json.InfoAnswer;
import dev.ocellus.indextools.json.Json;
import dev.ocellus.lucene.IndexInfo;
import dev.ocellus.lucene.IndexPart;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.PolicyMarks;
import dev.ocellus.lucene.TunedFusion;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ocellus info}: what an index holds. */
@Command(name = "info", description = "Says what an index holds.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class InfoCommand implements Callable<Integer> {

  @Option(names = "--index", required = true, paramLabel = "DIR", description = "The index.")
  private Path index;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (var photos = PhotoIndex.open(index)) {
      var info = photos.info();
      var fusion = new TunedFusion(index);
      boolean tuned = fusion.own(info.modelId()) != null;
      var card = fusion.of(info.modelId()).card();
      if (json) {
        out.println(Json.write(InfoAnswer.of(info, tuned, card)));
      } else {
        print(out, info);
        print(out, tuned ? String.valueOf(fusion.file().getFileName()) : "bundled", card);
      }
    }
    return 0;
  }

  private static void print(PrintWriter out, IndexInfo info) {
    out.printf(
        Locale.ROOT,
        """
        photos        %,d (%,d without captions)
        captions      %,d
        encoder       %s (%d dimensions)
        analyzer      %s (%s)
        photo folder  %s
        fields        %s
        size          %,.1f MB: %s
        deleted       %.1f %% of the documents
        written by    Lucene %s
        """,
        info.photos(),
        info.captionless(),
        info.captions(),
        info.modelId(),
        info.dimension(),
        info.analyzer(),
        info.language(),
        Printable.text(info.photoFolder().toString()),
        fields(info),
        info.bytes() / 1e6,
        sizes(info),
        100 * info.deletedShare(),
        info.luceneVersion());
    PolicyMarks policy = info.policy();
    if (policy != null) {
      out.println("policy        " + PolicyText.marks(policy));
    }
  }

  private static String fields(IndexInfo info) {
    return info.fields().kinds().entrySet().stream()
        .map(field -> field.getKey() + " (" + field.getValue().key() + ")")
        .collect(Collectors.joining(", "));
  }

  /** The parts, the largest first, without those that round to nothing. */
  private static String sizes(IndexInfo info) {
    return info.bytesByPart().entrySet().stream()
        .filter(part -> part.getValue() * 1000 >= info.bytes())
        .sorted(Map.Entry.<IndexPart, Long>comparingByValue().reversed())
        .map(
            part ->
                String.format(
                    Locale.ROOT,
                    "%s %.1f %%",
                    part.getKey().key().replace('_', ' '),
                    100.0 * part.getValue() / info.bytes()))
        .collect(Collectors.joining(", "));
  }

  private static void print(PrintWriter out, String source, FusionCard card) {
    out.printf(
        Locale.ROOT,
        """
        fusion        %s of %s by %s, fitted to encoder %s
        trained on    %s (%,d pairs; %s)
        """,
        source,
        card.date(),
        card.madeBy(),
        card.encoder(),
        card.trainedOn(),
        card.pairs(),
        card.sampling());
    Double error = card.calibrationError().get(FusionCard.OVERALL);
    if (error != null) {
      out.printf(Locale.ROOT, "calibration   off by %.3f on pairs not trained on%n", error);
    }
  }
}
