package org.tafsim.policies.expression;

/**
 * A piece of an expression.
 *
 * @param text as written; the content of a quoted word; empty at the end
 * @param position of its first character, from 1
 */
record Token(Kind kind, String text, int position) {

    enum Kind {
        NUMBER,
        NAME,
        QUOTED,
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** As messages show it. */
    String shown() {
        return switch (kind) {
            case END -> "the end";
            case QUOTED -> "the word \"" + text + "\"";
            default -> text;
        };
    }
}
