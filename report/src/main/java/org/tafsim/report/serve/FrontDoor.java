package org.tafsim.report.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.tafsim.store.ResultStoreException;

/** Takes requests, sends answers; whatever goes wrong becomes a sentence. */
final class FrontDoor implements HttpHandler {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Gate gate;
    private final Desk desk;

    FrontDoor(Gate gate, Desk desk) {
        this.gate = gate;
        this.desk = desk;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange));
        }
    }

    private Reply answer(HttpExchange exchange) {
        boolean isApi = String.valueOf(exchange.getRequestURI().getRawPath()).startsWith("/api/");
        try {
            Optional<Reply> first = gate.admit(exchange);
            return first.isPresent() ? first.get() : desk.answer(exchange.getRequestURI());
        } catch (Refusal e) {
            Reply reply = say(isApi, e.status(), String.valueOf(e.getMessage()));
            return e.status() == Refusal.WRONG_METHOD ? reply.with("Allow", "GET, HEAD") : reply;
        } catch (ResultStoreException e) {
            return say(isApi, Refusal.WRONG, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return say(isApi, 500, "A file cannot be read: " + e.getMessage());
        } catch (RuntimeException e) {
            return say(isApi, 500, "A bug in tafsim: %s. Please report it.".formatted(e));
        }
    }

    private static Reply say(boolean isApi, int status, String sentence) {
        return isApi ? Reply.json(status, Map.of("error", sentence)) : Reply.text(status, sentence);
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
        reply.headers().forEach(headers::set);
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", Long.toString(reply.length()));
            exchange.sendResponseHeaders(reply.status(), -1);
        } else {
            exchange.sendResponseHeaders(reply.status(), reply.length() == 0 ? -1 : reply.length());
            if (reply.length() > 0) {
                reply.body().writeTo(exchange.getResponseBody());
            }
        }
    }
}
