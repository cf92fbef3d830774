package org.tafsim.cli.trace;

import java.util.Map;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;

/** What is said of a recording. */
interface Description {

    /** For people. */
    void table(Terminal terminal);

    /** For programs. */
    Map<String, Object> facts();

    /** Prints it. */
    default void print(Terminal terminal, boolean isJson) {
        if (isJson) {
            Json.print(terminal.out(), facts());
        } else {
            table(terminal);
        }
    }
}
