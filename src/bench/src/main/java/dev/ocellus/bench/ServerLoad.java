package dev.ocellus.bench;

import dev.ocellus.lucene.PhotoIndex;
import dev.ocellus.lucene.SearchRequest;
import dev.ocellus.lucene.index.PhotoCodec;
import dev.ocellus.server.OcellusServer;
import dev.ocellus.server.ServerOptions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What HTTP costs: the same queries from the same number of clients, in turn asked of the server
 * over loopback and of the embedded searcher, on {@link PerturbedPhotos}. Clients and server share
 * the processors.
 */
public final class ServerLoad {

  private static final int PHOTOS = 100_000;
  private static final int CLIENTS = 8;
  private static final int SECONDS = 30;
  private static final int ROUNDS = 3;
  private static final int WARM_UP_SECONDS = 10;

  private ServerLoad() {}

  /**
   * @param args an index of real photos with captions, a folder for the large index, a file with a
   *     query a line, and the number of photos (100,000 if left out)
   */
  public static void main(String[] args) throws Exception {
    if (args.length < 3) {
      System.err.println("usage: ServerLoad REAL_INDEX WORK QUERIES [PHOTOS]");
      System.exit(2);
    }
    int photos = args.length > 3 ? Integer.parseInt(args[3]) : PHOTOS;
    Path large = Path.of(args[1], "photos-" + photos);
    if (!Files.exists(large)) {
      LargeIndex.make(large, RealPhotos.read(Path.of(args[0])), photos, new PhotoCodec());
    }
    List<String> queries = Files.readAllLines(Path.of(args[2]));
    try (PhotoIndex embedded = PhotoIndex.open(large);
        OcellusServer server =
            OcellusServer.start(ServerOptions.DEFAULT.withPort(0), () -> PhotoIndex.open(large))) {
      compare(
          new Load(queries, CLIENTS, () -> query -> embedded.search(SearchRequest.of(query))),
          overHttp(queries, server.address()));
    }
  }

  private static Load overHttp(List<String> queries, URI server) {
    return new Load(queries, CLIENTS, () -> new KeptConnection(server));
  }

  private static void compare(Load embedded, Load server) throws Exception {
    embedded.run(WARM_UP_SECONDS);
    server.run(WARM_UP_SECONDS);
    List<Double> ratios = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      Load.Result direct = embedded.run(SECONDS);
      Load.Result http = server.run(SECONDS);
      double ratio = http.perSecond() / direct.perSecond();
      ratios.add(ratio);
      System.out.printf(
          Locale.ROOT,
          "round %d: embedded %s; server %s; ratio %.3f, of processor time %.3f%n",
          round,
          direct,
          http,
          ratio,
          direct.cpu() / http.cpu());
    }
    ratios.sort(null);
    System.out.printf(
        Locale.ROOT, "server / embedded: median %.3f%n", ratios.get(ratios.size() / 2));
  }
}
