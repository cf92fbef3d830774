package org.tafsim.cli;

import java.io.OutputStream;
import org.tafsim.cli.console.Terminal;

/** Commands that print results and messages into one stream, as a terminal shows them. */
public final class Commanded {

    private Commanded() {}

    /**
     * Runs a command in this process.
     *
     * @return the code it ends with
     */
    public static int by(String[] args, OutputStream printed) {
        Terminal terminal = Terminal.of(printed, printed);
        return terminal.close(Commands.line(terminal).execute(args));
    }
}
