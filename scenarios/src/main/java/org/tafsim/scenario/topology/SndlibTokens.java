package org.tafsim.scenario.topology;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tafsim.scenario.source.Place;

/** Words and parentheses of SNDlib's native text, one after the other, with their places. */
final class SndlibTokens {

    /** A comment, the line that names the format, or a token. */
    private static final Pattern PIECE = Pattern.compile("#[^\\n]*|\\?[^\\n]*|[()]|[^\\s()#]+");

    private static final String END = "";

    private final Place file;
    private final String text;
    private final Matcher pieces;
    private String token = END;
    private int start;
    private int line = 1;
    private int lineStart;
    private int counted;

    SndlibTokens(Place file, String text) {
        this.file = file;
        this.text = text;
        pieces = PIECE.matcher(text);
        advance();
    }

    /** A token that cannot stand where it does. */
    static final class Unexpected extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Place at;

        private Unexpected(Place at, String message) {
            super(message, null, false, false);
            this.at = at;
        }

        Place at() {
            return at;
        }
    }

    /** Whether there is another token. */
    boolean hasNext() {
        return !token.equals(END);
    }

    /** Where the next token stands. */
    Place at() {
        for (; counted < start; counted++) {
            if (text.charAt(counted) == '\n') {
                line++;
                lineStart = counted + 1;
            }
        }
        return new Place(file.file(), line, start - lineStart + 1, "");
    }

    /** Takes a word. */
    String word(String noun) throws Unexpected {
        if (!hasNext() || token.equals("(") || token.equals(")")) {
            throw unexpected(noun);
        }
        return take();
    }

    /** Takes a number. */
    double number(String noun) throws Unexpected {
        if (Decimal.find(token).isEmpty()) {
            throw unexpected(noun + " (a number)");
        }
        return Double.parseDouble(take());
    }

    /** Takes an opening parenthesis. */
    void open() throws Unexpected {
        if (!opens()) {
            throw unexpected("'('");
        }
    }

    /** Takes a closing parenthesis. */
    void close() throws Unexpected {
        if (!closes()) {
            throw unexpected("')'");
        }
    }

    /** Takes an opening parenthesis if one comes next. */
    boolean opens() {
        return takes("(");
    }

    /** Takes a closing parenthesis if one comes next. */
    boolean closes() {
        return takes(")");
    }

    /** Goes behind the parenthesis that closes the one taken last. */
    void skipToEnd() throws Unexpected {
        for (int depth = 1; depth > 0; ) {
            if (opens()) {
                depth++;
            } else if (closes()) {
                depth--;
            } else {
                word("')'");
            }
        }
    }

    private boolean takes(String parenthesis) {
        boolean isNext = token.equals(parenthesis);
        if (isNext) {
            advance();
        }
        return isNext;
    }

    private String take() {
        String taken = token;
        advance();
        return taken;
    }

    private void advance() {
        boolean isFound = pieces.find();
        while (isFound && (pieces.group().startsWith("#") || pieces.group().startsWith("?"))) {
            isFound = pieces.find();
        }
        token = isFound ? pieces.group() : END;
        start = isFound ? pieces.start() : text.length();
    }

    private Unexpected unexpected(String expected) {
        return new Unexpected(
                at(),
                hasNext()
                        ? "\"%s\" stands where %s is expected.".formatted(token, expected)
                        : "the file ends where %s is expected.".formatted(expected));
    }
}
