package dev.ocellus.indextools;

import dev.ocellus.indextools.models.ModelsCommand;
import dev.ocellus.indextools.policy.PolicyCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program: its commands, and how it is started. */
@Command(
    name = "ocellus",
    description = "Finds the photos that show what you describe.",
    subcommands = {
      IndexCommand.class,
      AddCommand.class,
      EditCommand.class,
      DeleteCommand.class,
      SearchCommand.class,
      ServeCommand.class,
      InfoCommand.class,
      SuggestCommand.class,
      CheckCommand.class,
      ExportCommand.class,
      ImportCommand.class,
      EvaluateCommand.class,
      ScoreCommand.class,
      TuneCommand.class,
      TrainCommand.class,
      JudgmentsCommand.class,
      ReproduceCommand.class,
      ModelsCommand.class,
      PolicyCommand.class,
      DemoCommand.class,
    },
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = ProjectVersion.class,
    synopsisSubcommandLabel = "COMMAND")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class Ocellus implements Runnable {

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "After an error, show where in the program it arose.")
  private boolean verbose;

  @Spec private CommandSpec spec;

  // Lucene logs which vector code it chose; that is no news to somebody who searches. The level
  // holds only as long as somebody holds the logger.
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  static {
    LUCENE.setLevel(Level.SEVERE);
  }

  /** Starts the program and ends the process with the command's exit status. */
  public static void main(String[] args) {
    // Not the platform's default: JSON is UTF-8 everywhere.
    var out = new PrintWriter(utf8(FileDescriptor.out), true);
    var err = new PrintWriter(utf8(FileDescriptor.err), true);
    int status = run(out, err, args);
    out.flush();
    err.flush();
    System.exit(status);
  }

  /** Runs one command and returns its exit status, as {@link Failures} lists them. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    var ocellus = new Ocellus();
    var line = new CommandLine(ocellus);
    var failures = new Failures(err, () -> ocellus.verbose);
    try {
      return line.setOut(out)
          .setErr(err)
          // A query may begin with @.
          .setExpandAtFiles(false)
          .setParameterExceptionHandler(failures)
          .setExecutionExceptionHandler(failures)
          .execute(args);
    } catch (Error e) { // picocli lets them through
      return failures.report(e);
    }
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "no command given; choose one of " + String.join(", ", spec.subcommands().keySet()));
  }

  private static OutputStreamWriter utf8(FileDescriptor descriptor) {
    return new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8);
  }
}
