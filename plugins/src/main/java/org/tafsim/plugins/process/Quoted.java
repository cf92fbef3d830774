package org.tafsim.plugins.process;

/** What a program said, as messages quote it: one line, not too long. */
final class Quoted {

    private static final int MOST = 160;

    private Quoted() {}

    static String of(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= MOST ? "\"" + plain + "\"" : "\"" + plain.substring(0, MOST) + "…\"";
    }
}
