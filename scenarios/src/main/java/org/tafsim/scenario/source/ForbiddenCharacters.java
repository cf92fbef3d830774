package org.tafsim.scenario.source;

import java.util.Optional;

/** Finds tabs in the indentation and characters that no text has, before the YAML parser stumbles over them. */
final class ForbiddenCharacters {

    private ForbiddenCharacters() {}

    static Optional<Problem> find(Place file, String text) {
        int line = 1;
        int lineStart = 0;
        boolean isIndentation = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            Place at = file.moved(line, i - lineStart + 1);
            if (c == '\t' && isIndentation) {
                return Optional.of(
                        Problem.at(at, "a tab in the indentation; YAML is indented by spaces.", Optional.empty()));
            }
            if (isControl(c)) {
                return Optional.of(Problem.at(
                        at, "the control character U+%04X is no text.".formatted((int) c), Optional.empty()));
            }
            isIndentation = c == '\n' || (isIndentation && c == ' ');
            if (c == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return Optional.empty();
    }

    private static boolean isControl(char c) {
        return (c < ' ' && c != '\n' && c != '\r' && c != '\t') || c == 0x7f;
    }
}
