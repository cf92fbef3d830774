package org.tafsim.policies.external;

import java.util.ArrayList;
import java.util.List;

/** A command line taken apart: words between spaces; what stands in single or double quotes is one word. No shell, no variables. */
final class CommandWords {

    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean isInWord;

    private CommandWords() {}

    /** @throws IllegalArgumentException where there is no word, or a quote stays open */
    static List<String> of(String text) {
        CommandWords command = new CommandWords();
        command.read(text);
        if (command.words.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no program. Expected one and its arguments, e.g. python3 my_policy.py.");
        }
        return List.copyOf(command.words);
    }

    private void read(String text) {
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
                isInWord = true;
            } else if (Character.isWhitespace(c)) {
                end();
            } else {
                word.append(c);
                isInWord = true;
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException("\"%s\" has a quote that is not closed.".formatted(text));
        }
        end();
    }

    private void end() {
        if (isInWord) {
            words.add(word.toString());
            word.setLength(0);
            isInWord = false;
        }
    }
}
