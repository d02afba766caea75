package dev.ocellus.indextools;

import dev.ocellus.indextools.json.InfoAnswer;
import dev.ocellus.indextools.json.Json;
import dev.ocellus.lucene.IndexInfo;
import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.PolicyMarks;
import dev.ocellus.lucene.TunedFusion;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
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
        out.printf(
            "fusion        %s of %s, fitted to encoder %s%n",
            tuned ? fusion.file().getFileName() : "bundled", card.date(), card.encoder());
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
        size          %,.1f MB
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
        info.bytes() / 1e6,
        100 * info.deletedShare(),
        info.luceneVersion());
    PolicyMarks policy = info.policy();
    if (policy != null) {
      out.println("policy        " + PolicyText.marks(policy));
    }
  }
}
