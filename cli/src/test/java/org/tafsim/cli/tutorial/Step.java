package org.tafsim.cli.tutorial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command of a page, and what the page says it prints.
 *
 * @param command as typed, maybe over several lines
 * @param code it ends with: {@code # ends with 3} at the end of the command, else 0
 * @param output printed; in it a line {@code ...} stands for any lines, and {@code …} for any part of a line
 * @param start of the output in the page's text
 * @param end of it
 */
record Step(String command, int code, String output, int start, int end) {

    private static final Pattern BLOCKS =
            Pattern.compile("```sh\\n(.*?)```\\n(?:\\n```text\\n(.*?)```\\n)?", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("\\s+# ends with (\\d+)\\s*$");

    /** All of a page, in their order. */
    static List<Step> listAll(String page) {
        return BLOCKS.matcher(page)
                .results()
                .map(found -> {
                    String command = found.group(1).strip();
                    Matcher code = CODE.matcher(command);
                    Optional<String> output = Optional.ofNullable(found.group(2));
                    return new Step(
                            code.replaceFirst(""),
                            code.reset().find() ? Integer.parseInt(code.group(1)) : 0,
                            output.orElse(""),
                            output.isEmpty() ? found.end() : found.start(2),
                            output.isEmpty() ? found.end() : found.end(2));
                })
                .toList();
    }

    /** Whether the page tells the truth of it. */
    boolean tells(String printed) {
        StringBuilder regex = new StringBuilder();
        for (String line : output.lines().toList()) {
            regex.append(
                    line.equals("...")
                            ? "(?:.*\\n)*?"
                            : Pattern.quote(line.stripTrailing()).replace("…", "\\E.*\\Q") + "\\n");
        }
        return Pattern.matches(regex.toString(), trimmed(printed));
    }

    /**
     * What the page is to say instead: what was printed, without as many lines in the middle as one {@code ...} of it now leaves out, and
     * with everything where it leaves out more.
     */
    String retold(String printed) {
        List<String> old = output.lines().toList();
        List<String> lines = trimmed(printed).lines().toList();
        boolean leavesOneOut = old.stream().filter("..."::equals).count() == 1 && old.size() < lines.size();
        if (!leavesOneOut) {
            return trimmed(printed);
        }
        int cut = old.indexOf("...");
        List<String> told = new ArrayList<>(lines.subList(0, cut));
        told.add("...");
        told.addAll(lines.subList(lines.size() - (old.size() - cut - 1), lines.size()));
        return String.join("\n", told) + "\n";
    }

    /** Without the space at the end of lines, which no reader sees. */
    static String trimmed(String printed) {
        return printed.replaceAll("[ \\t]+(?=\\n)", "");
    }
}
