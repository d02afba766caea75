package dev.ocellus.indextools.models;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ocellus models}: lists, downloads, checks and removes encoders. */
@Command(
    name = "models",
    description = "Lists, downloads, checks and removes encoders.",
    subcommands = {
      ListModels.class,
      ShowModel.class,
      PullModel.class,
      VerifyModel.class,
      RemoveModel.class,
      AddModel.class,
    },
    synopsisSubcommandLabel = "COMMAND")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class ModelsCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "no command given; choose one of " + String.join(", ", spec.subcommands().keySet()));
  }
}
