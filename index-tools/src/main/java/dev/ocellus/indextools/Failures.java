package dev.ocellus.indextools;

import dev.ocellus.encode.ModelException;
import dev.ocellus.encode.PhotoException;
import dev.ocellus.encode.hub.HubException;
import dev.ocellus.fusion.DataException;
import dev.ocellus.indextools.cluster.ClusterException;
import dev.ocellus.lucene.IndexException;
import dev.ocellus.lucene.QueryException;
import dev.ocellus.server.ServerException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Says what went wrong: one line on standard error, and an exit status.
 *
 * <p>{@link #USER_ERROR} where other arguments or files would help, {@link #BACKEND_ERROR} where
 * the disk or the program failed. A command stopped by a signal ends with 128 plus its number.
 */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

  /** Exit status: the disk, the memory or the program failed. */
  static final int BACKEND_ERROR = 1;

  /** Exit status: what was asked for cannot be done. */
  static final int USER_ERROR = 2;

  private final PrintWriter err;
  private final BooleanSupplier verbose;

  Failures(PrintWriter err, BooleanSupplier verbose) {
    this.err = err;
    this.verbose = verbose;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    var command = e.getCommandLine();
    if (e instanceof MissingParameterException && command.getParseResult() != null) {
      // A misspelt option is reported as a missing one; say which it was.
      for (String argument : command.getParseResult().unmatched()) {
        if (argument.startsWith("-")) {
          return report(e, USER_ERROR, "Unknown option: '" + argument + "'" + help(command));
        }
      }
    }
    // Where there is a cause, a value is to blame, and the synopsis cannot help.
    return report(e, USER_ERROR, message(e) + (e.getCause() == null ? help(command) : ""));
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
    return report(e);
  }

  /** Prints the failure and returns the exit status. */
  int report(Throwable e) {
    if (e instanceof UncheckedIOException wrapped && wrapped.getCause() != null) {
      return report(wrapped.getCause());
    }
    return switch (e) {
      case PhotoException user -> report(e, USER_ERROR, message(user));
      case ModelException user -> report(e, USER_ERROR, message(user));
      case DataException user -> report(e, USER_ERROR, message(user));
      case IndexException user -> report(e, USER_ERROR, message(user));
      case QueryException user -> report(e, USER_ERROR, message(user));
      case ServerException user -> report(e, USER_ERROR, message(user));
      case NoSuchFileException missing ->
          report(e, USER_ERROR, "no such file or folder: " + missing.getFile());
      case AccessDeniedException denied ->
          report(e, BACKEND_ERROR, "access denied: " + denied.getFile());
      case FileSystemException disk ->
          report(e, BACKEND_ERROR, "the disk failed: " + message(disk));
      case ClusterException cluster -> report(e, BACKEND_ERROR, message(cluster));
      case HubException hub -> report(e, BACKEND_ERROR, message(hub));
      case IOException disk ->
          report(e, BACKEND_ERROR, "reading or writing failed: " + message(disk));
      case OutOfMemoryError memory ->
          report(e, BACKEND_ERROR, "out of memory; set OCELLUS_JAVA_OPTS=-Xmx2g for 2 GB");
      default ->
          report(
              e,
              BACKEND_ERROR,
              "the program failed: "
                  + e
                  + (verbose.getAsBoolean() ? "" : "; --verbose says where"));
    };
  }

  private int report(Throwable e, int status, String line) {
    err.println("ocellus: " + Printable.line(line));
    if (verbose.getAsBoolean()) {
      e.printStackTrace(err);
    }
    err.flush();
    return status;
  }

  private static String help(CommandLine command) {
    return "; see " + command.getCommandSpec().qualifiedName() + " --help";
  }

  private static String message(Throwable e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
