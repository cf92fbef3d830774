package org.tafsim.cli.run;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Takes a value behind {@code =} alone, else the option's fallback: in {@code --requests hello.yaml} a scenario follows. */
final class OnlyAttached implements IParameterPreprocessor {

    @Override
    public boolean preprocess(Stack<String> rest, CommandSpec command, ArgSpec option, Map<String, Object> parsing) {
        if (" ".equals(parsing.get("separator"))) {
            rest.push(((OptionSpec) option).fallbackValue());
        }
        return false;
    }
}
