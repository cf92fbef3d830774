package org.tafsim.cli.validate;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Holds the models beside measurements. */
@Command(
        name = "validate",
        description = "Hold a model beside measurements of real systems.",
        footer = {
            "  tafsim validate serving --data ../shared/validation",
            "  tafsim validate network --data ../shared/data"
        })
public final class ValidateCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "'validate' needs to know what to hold beside measurements: serving or network.");
    }
}
