package org.tafsim.cli;

/** Something the user gave is wrong; the message says what and where. */
final class InvalidInputException extends RuntimeException {

    InvalidInputException(String message) {
        super(message);
    }
}
