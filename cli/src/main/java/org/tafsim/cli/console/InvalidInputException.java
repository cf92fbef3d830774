package org.tafsim.cli.console;

/** Something the user gave is wrong; the message says what and where. */
public final class InvalidInputException extends RuntimeException {

    public InvalidInputException(String message) {
        super(message);
    }
}
