package org.tafsim.engine;

/** Takes the requests of a run as they end, in that order. */
@FunctionalInterface
public interface RequestSink {

    /** Keeps nothing. */
    RequestSink NONE = request -> {};

    /** Called once for each request. */
    void record(RequestRecord request);
}
