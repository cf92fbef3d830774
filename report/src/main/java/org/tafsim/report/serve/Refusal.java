package org.tafsim.report.serve;

/** A request that is not answered; the message tells the person who asked why. */
final class Refusal extends RuntimeException {

    static final int WRONG = 400;
    static final int UNKNOWN_PERSON = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int WRONG_METHOD = 405;
    static final int TOO_LONG = 414;
    static final int BUSY = 503;

    private final int status;

    Refusal(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
