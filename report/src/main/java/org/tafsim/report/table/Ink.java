package org.tafsim.report.table;

/** How text stands out in a terminal. */
enum Ink {
    PLAIN("", "", ""),
    ANSI("\u001b[1m", "\u001b[2m", "\u001b[0m");

    private final String bold;
    private final String dim;
    private final String reset;

    Ink(String bold, String dim, String reset) {
        this.bold = bold;
        this.dim = dim;
        this.reset = reset;
    }

    String strong(String text) {
        return text.isBlank() ? text : bold + text + reset;
    }

    String faint(String text) {
        return text.isBlank() ? text : dim + text + reset;
    }
}
