package org.tafsim.report.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenTest {

    private static final String TOKEN = "0123456789abcdef-_";

    private final Served served;

    TokenTest(@TempDir Path root) throws IOException {
        Served.run(root, "a", "tiny", 1, 200);
        served = new Served(root, Optional.of(TOKEN));
    }

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void withoutTheTokenNothingIsShown() throws Exception {
        for (String path :
                new String[] {"/", "/api/results", "/assets/main.js", "/results/runs/a/summary.csv", "/none"}) {
            HttpResponse<String> response = served.get(path);
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.body()).contains("needs its token").doesNotContain("policy");
        }
        assertThat(served.get("/?token=0123456789abcdef-x").statusCode()).isEqualTo(401);
        assertThat(served.get("/", "Authorization", "Bearer wrong").statusCode())
                .isEqualTo(401);
        assertThat(served.get("/", "Cookie", "tafsim-" + served.uri("/").getPort() + "=wrong")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void theTokenInTheAddressBecomesACookieThatScriptsCannotRead() throws Exception {
        HttpResponse<String> first = served.get("/?x=1&token=" + TOKEN);

        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(first.headers().firstValue("Location")).contains("/?x=1");
        String cookie = first.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/");
        HttpResponse<String> then =
                served.get("/api/results", "Cookie", "other=1; " + cookie.substring(0, cookie.indexOf(';')));
        assertThat(then.statusCode()).isEqualTo(200);
    }

    @Test
    void programsBringItAsABearer() throws Exception {
        assertThat(served.get("/api/results", "Authorization", "Bearer " + TOKEN)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theWayBackStaysOnThisHost() throws Exception {
        assertThat(served.rawGet("//evil.example/?token=" + TOKEN)).doesNotContain("Location: //");
    }
}
