package org.tafsim.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.run.ScenarioEngine;

/**
 * What a command left behind.
 *
 * @param code it ended with
 * @param out its results
 * @param err its messages
 */
public record Said(int code, String out, String err) {

    /** Runs a command in this process. */
    static Said by(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = Terminal.of(out, err);
        int code = terminal.close(Commands.line(terminal).execute(args));
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Runs a command in this process, with another engine. */
    static Said by(ScenarioEngine engine, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = Terminal.of(out, err);
        int code = terminal.close(Commands.line(terminal, engine).execute(args));
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    List<String> outLines() {
        return out.lines().toList();
    }
}
