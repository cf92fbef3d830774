package org.tafsim.policies.score;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Parses a list of names with arguments and weights.
 *
 * <pre>
 * list = [ term { "," term } ]
 * term = name [ "(" argument ")" ] [ ":" weight ]
 * </pre>
 *
 * <p>An argument ends at the parenthesis that closes it; those within quotes do not count. A weight that is not given is 1.
 */
final class TermList {

    private static final int MAX_LENGTH = 1_000;

    private final String text;
    private final boolean isWeighted;
    private int at;

    private TermList(String text, boolean isWeighted) {
        this.text = text;
        this.isWeighted = isWeighted;
    }

    /**
     * Reads them all.
     *
     * @param read makes something of a term; where it refuses one, the message gets the place
     * @throws IllegalArgumentException where the text is no such list; the message gives the character, from 1
     */
    static <T> List<T> parse(String text, boolean isWeighted, Function<Term, T> read) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a list may have %d characters.".formatted(MAX_LENGTH));
        }
        return new TermList(text, isWeighted).all(read);
    }

    private <T> List<T> all(Function<Term, T> read) {
        List<T> all = new ArrayList<>();
        skipBlanks();
        while (at < text.length()) {
            all.add(read(read));
            if (at < text.length()) {
                expect(',');
                skipBlanks();
                if (at == text.length()) {
                    throw refusal(at, "expected a name, found the end.");
                }
            }
        }
        return all;
    }

    private <T> T read(Function<Term, T> read) {
        Term term = term();
        try {
            return read.apply(term);
        } catch (ArgumentException refusal) {
            throw refusal(term.argumentPosition() - 1, String.valueOf(refusal.getMessage()));
        } catch (IllegalArgumentException refusal) {
            throw refusal(term.position() - 1, String.valueOf(refusal.getMessage()));
        }
    }

    private Term term() {
        int start = at;
        String name = name();
        skipBlanks();
        int argumentStart = at;
        String argument = "";
        if (isNext('(')) {
            argumentStart = at + 1;
            argument = argument();
            skipBlanks();
        }
        double weight = 1;
        if (isWeighted && isNext(':')) {
            at++;
            weight = weight();
        }
        return new Term(name, argument, weight, start + 1, argumentStart + 1);
    }

    private String name() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-')) {
            at++;
        }
        if (start == at) {
            throw refusal(at, "expected a name, found %s.".formatted(found()));
        }
        return text.substring(start, at);
    }

    private String argument() {
        int open = at;
        int depth = 0;
        boolean isQuoted = false;
        for (; at < text.length(); at++) {
            char character = text.charAt(at);
            isQuoted ^= character == '"';
            depth += isQuoted ? 0 : character == '(' ? 1 : character == ')' ? -1 : 0;
            if (depth == 0) {
                at++;
                return text.substring(open + 1, at - 1).strip();
            }
        }
        throw refusal(open, "the parenthesis is never closed.");
    }

    private double weight() {
        skipBlanks();
        int start = at;
        while (at < text.length() && text.charAt(at) != ',') {
            at++;
        }
        String written = text.substring(start, at).strip();
        try {
            double weight = Double.parseDouble(written);
            if (Math.abs(weight) <= 1e6) {
                return weight;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw refusal(start, "\"%s\" is not a weight; expected a number from -1000000 to 1000000.".formatted(written));
    }

    private void expect(char character) {
        if (!isNext(character)) {
            throw refusal(at, "expected %c, found %s.".formatted(character, found()));
        }
        at++;
    }

    private boolean isNext(char character) {
        return at < text.length() && text.charAt(at) == character;
    }

    private String found() {
        return at < text.length() ? String.valueOf(text.charAt(at)) : "the end";
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException refusal(int index, String message) {
        return new IllegalArgumentException("character %d of \"%s\": %s".formatted(index + 1, text, message));
    }
}
