package dev.ocellus.encode.hub;

import dev.ocellus.encode.FileDigest;
import dev.ocellus.encode.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of one pull on their way into a folder. */
final class Transfer {

  private final HubClient client;
  private final HubRepository repository;
  private final List<HubFile> files;
  private final Path folder;
  private final Patience patience;
  private final PullListener listener;
  private final HubAnswer answer;
  private long complete;

  Transfer(
      HubClient client,
      HubRepository repository,
      List<HubFile> files,
      Path folder,
      Patience patience,
      PullListener listener) {
    this.client = client;
    this.repository = repository;
    this.files = files;
    this.folder = folder;
    this.patience = patience;
    this.listener = listener;
    this.answer = new HubAnswer(client.endpoint(), repository.id(), repository.commit());
    listener.started(bytes());
  }

  /** Brings one of the files here, and says what it is. */
  FileDigest download(HubFile file) throws IOException {
    Download download =
        new Download(
            client,
            answer,
            file,
            client.endpoint().file(repository.id(), repository.commit(), file.path()),
            folder.resolve(file.path()),
            position -> listener.advanced(complete + position));
    FileDigest digest = download.run(patience, listener);
    complete += file.size();
    return digest;
  }

  /** Better no beginning than a disk full after an hour. */
  void requireSpace() throws IOException {
    long here = 0;
    try (Stream<Path> staged = Files.walk(folder)) {
      for (Path file : staged.filter(Files::isRegularFile).toList()) {
        here += Files.size(file);
      }
    }
    long needed = bytes() - here;
    long free = Files.getFileStore(folder).getUsableSpace();
    if (needed > free) {
      throw new ModelException(
          "%s needs %,d MB more on the disk of %s, which has %,d MB free"
              .formatted(repository.id(), needed / 1_000_000, folder, free / 1_000_000));
    }
  }

  private long bytes() {
    return files.stream().mapToLong(HubFile::size).sum();
  }
}
