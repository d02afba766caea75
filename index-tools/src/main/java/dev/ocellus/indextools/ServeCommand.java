package dev.ocellus.indextools;

import dev.ocellus.server.OcellusServer;
import dev.ocellus.server.ServerException;
import dev.ocellus.server.ServerLimits;
import dev.ocellus.server.ServerOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ocellus serve}: the web page and the HTTP API, until Ctrl-C. */
@Command(
    name = "serve",
    description = "Serves a web page to search by, and the JSON API, until Ctrl-C.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class ServeCommand implements Callable<Integer> {

  private static final String TOKEN_VARIABLE = "OCELLUS_TOKEN";

  @Option(names = "--index", required = true, paramLabel = "DIR", description = "The index.")
  private Path index;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "" + ServerOptions.DEFAULT_PORT,
      description = "Listen at this port; 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "Listen at this address, 0.0.0.0 for all of this machine (default: ${DEFAULT-VALUE},"
              + " for this machine alone).")
  private String host;

  @Option(
      names = "--allow-host",
      paramLabel = "NAME",
      description = "A name that requests may call this server by, beside the address.")
  private List<String> allowedHosts = List.of();

  @Option(
      names = "--cors",
      paramLabel = "ORIGIN",
      description = "An origin whose pages may read answers, such as https://photos.example.")
  private List<String> corsOrigins = List.of();

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "Ask every request for the token in this file (default: that of the environment's "
              + TOKEN_VARIABLE
              + ", else none).")
  private @Nullable Path tokenFile;

  @Mixin private FusionOption fusion;

  @Mixin private PolicyOption policy;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    ServerOptions options = options();
    CountDownLatch stop = new CountDownLatch(1);
    try (StopSignals signals = new StopSignals(stop::countDown)) {
      try (OcellusServer server = OcellusServer.start(options, () -> fusion.open(index))) {
        tell(out, err, options, server);
        stop.await();
        out.println("stopping");
      }
      return signals.exitStatus();
    }
  }

  private ServerOptions options() throws IOException {
    return new ServerOptions(
        host, port, allowedHosts, corsOrigins, token(), policy.policy(), ServerLimits.DEFAULT);
  }

  private @Nullable String token() throws IOException {
    if (tokenFile == null) {
      return System.getenv(TOKEN_VARIABLE);
    }
    try {
      return Files.readString(tokenFile).strip();
    } catch (NoSuchFileException e) {
      throw new ServerException(tokenFile + ": no such file; --token-file takes a file");
    }
  }

  private void tell(PrintWriter out, PrintWriter err, ServerOptions options, OcellusServer server)
      throws IOException {
    out.println("serving " + server.address());
    out.flush();
    if (!server.isLoopback() && options.token() == null) {
      err.println(
          "anybody who reaches %s can search and see all photos; --token-file asks for a token"
              .formatted(host));
    }
  }
}
