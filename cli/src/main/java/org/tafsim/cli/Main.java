package org.tafsim.cli;

import java.util.List;
import java.util.Locale;
import org.tafsim.cli.console.Terminal;

/** Where the process starts, and the only place where it ends. */
public final class Main {

    private Main() {}

    /** Runs one command. */
    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true"); // figures are drawn into files
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT); // the library of PDF figures writes its digits
        Terminal terminal = Terminal.ofProcess();
        int code = Commands.lineFor(terminal, List.of(args)).execute(args);
        System.exit(terminal.close(code));
    }
}
