package org.tafsim.cli.run;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Takes a number behind {@code =} alone: in {@code --decisions hello.yaml} a scenario follows. */
final class OneOfMany implements IParameterPreprocessor {

    /** One of so many where nothing else is said. */
    private static final String USUAL = "1000";

    @Override
    public boolean preprocess(Stack<String> rest, CommandSpec command, ArgSpec option, Map<String, Object> parsing) {
        if (" ".equals(parsing.get("separator"))) {
            rest.push(USUAL);
        }
        return false;
    }
}
