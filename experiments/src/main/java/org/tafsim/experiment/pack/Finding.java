package org.tafsim.experiment.pack;

/**
 * One thing that is wrong with a package or with results.
 *
 * @param file where; empty where the package as a whole is meant
 * @param what is wrong
 */
public record Finding(String file, String what) {

    private static final int LONGEST = 400;

    /** Makes it printable: what strangers wrote may be anything. */
    public Finding {
        file = printable(file);
        what = printable(what);
    }

    private static String printable(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    @Override
    public String toString() {
        return file.isEmpty() ? what : file + ": " + what;
    }
}
