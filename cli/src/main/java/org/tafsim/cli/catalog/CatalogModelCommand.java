package org.tafsim.cli.catalog;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What can be done about models. */
@Command(
        name = "model",
        description = "Describe a model that the catalog lacks.",
        footer = "  tafsim catalog model add config.json --id my-model --provider FR")
public final class CatalogModelCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "'catalog model' needs to know what to do: add. For the list: catalog models.");
    }
}
