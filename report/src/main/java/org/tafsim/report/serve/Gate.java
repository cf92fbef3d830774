package org.tafsim.report.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who may ask, and how. */
final class Gate {

    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final String BEARER = "Bearer ";

    private final Optional<String> token;
    private final boolean isLoopback;
    private final String cookie;

    /** Of a dashboard at this address; the name of the cookie tells those of one machine apart. */
    Gate(InetAddress address, int port, Optional<String> token) {
        this.token = token;
        this.isLoopback = address.isLoopbackAddress();
        this.cookie = "tafsim-" + port;
    }

    /**
     * Lets a request in.
     *
     * @return where to go first, for who brings the token in the address
     * @throws Refusal where it may not come in
     */
    Optional<Reply> admit(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        checkForm(exchange.getRequestMethod(), headers);
        if (isLoopback) {
            checkHost(headers.getFirst("Host"));
        }
        checkOrigin(exchange.getRequestURI(), headers);
        return token.flatMap(secret -> checkToken(secret, exchange.getRequestURI(), headers));
    }

    private static void checkForm(String method, Headers headers) {
        if (!METHODS.contains(method)) {
            throw new Refusal(Refusal.WRONG_METHOD, "The dashboard only shows: GET and HEAD are all it answers.");
        }
        String length = headers.getFirst("Content-Length");
        if (headers.containsKey("Transfer-Encoding") || (length != null && !length.equals("0"))) {
            throw new Refusal(Refusal.WRONG, "No request to the dashboard has a body.");
        }
    }

    /** A page of elsewhere may have had its name lead here (DNS rebinding); its name is in the header then. */
    private static void checkHost(@Nullable String host) {
        String name = host == null ? "" : host.replaceFirst(":\\d{1,5}$", "");
        if (!name.matches("(?i)localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]")) {
            throw new Refusal(
                    Refusal.FORBIDDEN, "The dashboard listens to this machine alone: call it localhost or 127.0.0.1.");
        }
    }

    /** Pages of elsewhere may link here, but neither ask nor embed. */
    private static void checkOrigin(URI address, Headers headers) {
        String site = headers.getFirst("Sec-Fetch-Site");
        boolean isElsewhere = site != null && !site.equals("same-origin") && !site.equals("none");
        boolean isLink = "navigate".equals(headers.getFirst("Sec-Fetch-Mode"))
                && "document".equals(headers.getFirst("Sec-Fetch-Dest"))
                && !String.valueOf(address.getRawPath()).startsWith("/api/");
        if (isElsewhere && !isLink) {
            throw new Refusal(Refusal.FORBIDDEN, "Pages of other sites may not ask the dashboard.");
        }
    }

    private Optional<Reply> checkToken(String secret, URI address, Headers headers) {
        List<String> given = UrlText.values(address.getRawQuery(), "token");
        if (!given.isEmpty() && isSecret(secret, given.get(0))) {
            return Optional.of(Reply.seeOther(withoutToken(address))
                    .with("Set-Cookie", "%s=%s; Path=/; HttpOnly; SameSite=Strict".formatted(cookie, secret)));
        }
        String bearer = headers.getFirst("Authorization");
        boolean isKnown = (bearer != null
                        && bearer.startsWith(BEARER)
                        && isSecret(secret, bearer.substring(BEARER.length()).strip()))
                || isSecret(secret, cookieOf(headers));
        if (!isKnown) {
            throw new Refusal(
                    Refusal.UNKNOWN_PERSON,
                    "The dashboard needs its token: open the address that tafsim serve printed.");
        }
        return Optional.empty();
    }

    private static String withoutToken(URI address) {
        String rest = Arrays.stream(address.getRawQuery().split("&", -1))
                .filter(pair -> !pair.startsWith("token="))
                .collect(Collectors.joining("&"));
        String path = address.getRawPath().replaceFirst("^/+", "/"); // two slashes would lead to another host
        return rest.isEmpty() ? path : path + "?" + rest;
    }

    private String cookieOf(Headers headers) {
        return headers.getOrDefault("Cookie", List.of()).stream()
                .flatMap(line -> Arrays.stream(line.split(";", -1)))
                .map(String::strip)
                .filter(pair -> pair.startsWith(cookie + "="))
                .map(pair -> pair.substring(cookie.length() + 1))
                .findFirst()
                .orElse("");
    }

    /** In a time that does not tell how much of it was right. */
    private static boolean isSecret(String secret, String guess) {
        return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), guess.getBytes(StandardCharsets.UTF_8));
    }
}
