package org.tafsim.scenario.trace;

import java.util.Map;
import java.util.TreeMap;

/** Reads the text of a Python dict of whole numbers to numbers, as {@code {17: 0.25, 18: 5e-3}}. */
final class TokenDict {
    private static final int LONGEST_NUMBER = 40;

    private final String text;
    private int at;

    private TokenDict(String text) {
        this.text = text;
    }

    /**
     * The dict's entries by key.
     *
     * @throws BadLine with the place in the text, from 1
     */
    static Map<Integer, Double> read(String text) throws BadLine {
        return new TokenDict(text).read();
    }

    private Map<Integer, Double> read() throws BadLine {
        Map<Integer, Double> weights = new TreeMap<>();
        expect('{');
        while (peek() != '}') {
            int start = at;
            int tokens = tokens(number());
            expect(':');
            double weight = weight(number());
            if (weights.putIfAbsent(tokens, weight) != null) {
                throw new BadLine(start + 1, "%d tokens have two probabilities; expected one.".formatted(tokens));
            }
            if (peek() != '}') {
                expect(',');
            }
        }
        expect('}');
        if (peek() != END) {
            throw new BadLine(at + 1, "\"%s\" follows the dict; expected nothing.".formatted(shown()));
        }
        return weights;
    }

    private static final char END = '\0';

    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : END;
    }

    private void expect(char wanted) throws BadLine {
        if (peek() != wanted) {
            String found = at < text.length() ? "\"%s\"".formatted(shown()) : "its end";
            throw new BadLine(
                    at + 1,
                    "is not a dict of tokens to probabilities such as {17: 0.25}: %s where '%s' was expected."
                            .formatted(found, wanted));
        }
        at++;
    }

    private String shown() {
        return text.substring(at, Math.min(text.length(), at + 12));
    }

    private String number() throws BadLine {
        peek();
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (start == at || at - start > LONGEST_NUMBER) {
            at = start;
            throw new BadLine(start + 1, "\"%s\" is not a number.".formatted(shown()));
        }
        return text.substring(start, at);
    }

    private int tokens(String number) throws BadLine {
        try {
            int tokens = Integer.parseInt(number);
            if (tokens >= 0) {
                return tokens;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new BadLine(at - number.length() + 1, "\"%s\" is not a number of tokens.".formatted(number));
    }

    private double weight(String number) throws BadLine {
        try {
            double weight = Double.parseDouble(number);
            if (weight >= 0 && weight <= 1 + 1e-9) {
                return weight;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new BadLine(at - number.length() + 1, "\"%s\" is not a probability from 0 to 1.".formatted(number));
    }
}
