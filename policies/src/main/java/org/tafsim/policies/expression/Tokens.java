package org.tafsim.policies.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tafsim.policies.expression.Token.Kind;

/** Cuts the text of an expression into tokens and hands them out in turn. */
final class Tokens {

    /** Longer ones are refused: nobody reads them, and parsing recurses. */
    private static final int MAX_LENGTH = 1_000;

    private static final Pattern TOKEN = Pattern.compile("(?<number>\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)"
            + "|(?<name>[A-Za-z_][A-Za-z0-9_]*)"
            + "|\"(?<quoted>[^\"]*)\""
            + "|(?<symbol>&&|\\|\\||==|!=|<=|>=|[-+*/()<>=!&|,])");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    Tokens(String text) {
        this.text = text;
        if (text.length() > MAX_LENGTH) {
            throw refusal(MAX_LENGTH + 1, "an expression may have %d characters.".formatted(MAX_LENGTH));
        }
        cut();
    }

    private void cut() {
        Matcher matcher = TOKEN.matcher(text);
        int at = afterBlanks(0);
        while (at < text.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw refusal(at + 1, unreadable(text.charAt(at)));
            }
            tokens.add(token(matcher, at + 1));
            at = afterBlanks(matcher.end());
        }
        tokens.add(new Token(Kind.END, "", text.length() + 1));
    }

    private int afterBlanks(int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static Token token(Matcher matcher, int position) {
        if (matcher.group("number") != null) {
            return new Token(Kind.NUMBER, matcher.group("number"), position);
        }
        if (matcher.group("name") != null) {
            return new Token(Kind.NAME, matcher.group("name"), position);
        }
        return matcher.group("quoted") != null
                ? new Token(Kind.QUOTED, matcher.group("quoted"), position)
                : new Token(Kind.SYMBOL, matcher.group("symbol"), position);
    }

    private static String unreadable(char character) {
        return character == '"' ? "the quote is never closed." : "'%c' means nothing here.".formatted(character);
    }

    Token peek() {
        return tokens.get(next);
    }

    Token take() {
        Token token = tokens.get(next);
        next = Math.min(next + 1, tokens.size() - 1); // stays at the end
        return token;
    }

    /** Takes the next token if it is one of these symbols. */
    boolean takeIf(String... symbols) {
        for (String symbol : symbols) {
            if (peek().is(symbol)) {
                take();
                return true;
            }
        }
        return false;
    }

    void expect(String symbol) {
        if (!takeIf(symbol)) {
            throw refusal(peek(), "expected %s, found %s.".formatted(symbol, peek().shown()));
        }
    }

    IllegalArgumentException refusal(Token token, String message) {
        return refusal(token.position(), message);
    }

    private IllegalArgumentException refusal(int position, String message) {
        String shown = text.length() > MAX_LENGTH ? text.substring(0, 20) + "…" : text;
        return new IllegalArgumentException("character %d of \"%s\": %s".formatted(position, shown, message));
    }
}
