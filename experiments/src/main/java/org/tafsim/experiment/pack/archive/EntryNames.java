package org.tafsim.experiment.pack.archive;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names of files in packages: relative, with forward slashes, of letters, digits, dots, dashes and underscores. Such a name
 * means the same file below the same folder on every system.
 */
public final class EntryNames {

    private static final int LONGEST = 240;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
    private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    private EntryNames() {}

    /** What is wrong with a name, empty where nothing is. */
    public static Optional<String> findFault(String name) {
        if (name.length() > LONGEST) {
            return Optional.of("its name is longer than %d characters".formatted(LONGEST));
        }
        if (name.indexOf('\\') >= 0) {
            return Optional.of("its name has a backslash");
        }
        if (name.startsWith("/")) {
            return Optional.of("its name is an absolute path");
        }
        if (DRIVE.matcher(name).matches()) {
            return Optional.of("its name starts with a drive letter");
        }
        for (String part : name.split("/", -1)) {
            Optional<String> fault = findFaultOfPart(part);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> findFaultOfPart(String part) {
        if (part.equals("..") || part.equals(".") || part.isEmpty()) {
            return Optional.of("its name leads out of its folder ('..', '.' or nothing between slashes)");
        }
        if (!PLAIN.matcher(part).matches()) {
            return Optional.of("its name has other characters than letters, digits, '.', '_' and '-'");
        }
        if (DEVICE.matcher(part.toLowerCase(Locale.ROOT)).matches()) {
            return Optional.of("its name is that of a device on Windows");
        }
        if (part.startsWith(".") || part.endsWith(".")) {
            return Optional.of("its name is hidden, or ends with a dot");
        }
        return Optional.empty();
    }

    /** A name made of a text: other characters become dashes. Empty where nothing is left. */
    public static Optional<String> plain(String text) {
        String name = text.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
        return Optional.of(name).filter(n -> findFault(n).isEmpty());
    }
}
