package dev.ocellus.study.grid;

import dev.ocellus.fusion.data.CaptionRow;
import dev.ocellus.fusion.data.CaptionTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Judgments of the photos of testdata, invented: captions of a photo fit it, others do not. */
final class SmallJudgments {

  private static final Path TESTDATA = Path.of("../../testdata");
  private static final int PHOTOS = 12;

  private SmallJudgments() {}

  /** Writes a folder as published. */
  static Path write(Path folder, long seed) throws IOException {
    List<CaptionRow> rows = CaptionTable.read(TESTDATA.resolve("captions.csv")).rows();
    List<String> images = rows.stream().map(CaptionRow::image).distinct().limit(PHOTOS).toList();
    List<CaptionRow> judged = rows.stream().filter(r -> images.contains(r.image())).toList();
    Files.createDirectories(folder.resolve("images"));
    for (String image : images) {
      Files.copy(
          TESTDATA.resolve("photos").resolve(image), folder.resolve("images").resolve(image));
    }
    Random random = new Random(seed);
    List<String> texts = new ArrayList<>(List.of("image,query_id,query_text"));
    List<String> captions = new ArrayList<>(List.of("image,query_id,query_text"));
    List<String> experts = new ArrayList<>();
    List<String> crowd = new ArrayList<>();
    for (CaptionRow row : judged) {
      String quoted = '"' + row.text() + '"';
      captions.add(row.image() + "," + row.id() + "," + quoted);
      // The same words from somebody else.
      String other = "other-" + row.id();
      texts.add(row.image() + "," + other + "," + quoted);
      experts.add("%s\t%s\t4\t%d\t4".formatted(row.image(), other, 3 + random.nextInt(2)));
      crowd.add("%s\t%s\t1\t3\t0".formatted(row.image(), other));
      for (int i = 0; i < 3; i++) {
        String image = images.get(random.nextInt(images.size()));
        texts.add(image + "," + row.id() + "," + quoted);
        if (!image.equals(row.image())) {
          experts.add("%s\t%s\t1\t%d\t1".formatted(image, row.id(), 1 + random.nextInt(2)));
          crowd.add("%s\t%s\t0\t0\t3".formatted(image, row.id()));
        }
      }
    }
    Files.write(folder.resolve("train_dataset.csv"), texts);
    Files.write(folder.resolve("captions_judged.csv"), captions);
    Files.write(folder.resolve("ExpertAnnotations.tsv"), experts.stream().distinct().toList());
    Files.write(folder.resolve("CrowdAnnotations.tsv"), crowd.stream().distinct().toList());
    return folder;
  }
}
