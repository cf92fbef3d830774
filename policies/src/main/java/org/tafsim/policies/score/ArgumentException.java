package org.tafsim.policies.score;

/** What is in a term's parentheses is wrong, not its name. */
final class ArgumentException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    ArgumentException(String message) {
        super(message);
    }
}
