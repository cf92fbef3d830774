package org.tafsim.report.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A dashboard at a free port, and tiny results for it. */
final class Served implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-06-03T12:00:00Z");

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicReference<Instant> clock = new AtomicReference<>(NOON);
    private final Dashboard dashboard;

    Served(Path root, Optional<String> token) throws IOException {
        dashboard = Dashboard.start(new DashboardOptions(root, InetAddress.getLoopbackAddress(), 0, token, clock::get));
    }

    /** A run of two policies. */
    static Path run(Path root, String name, String scenario, int seed, double p95) throws IOException {
        Path run = Files.createDirectories(root.resolve("runs").resolve(name));
        Files.writeString(run.resolve("run.json"), """
                {"format": "tafsim-run", "format_version": 1, "status": "ok", "id": "%s", "scenario": %s, "seed": %d,
                 "replications": 3, "policies": [{"label": "nearest"}, {"label": "<b>far</b>"}], "started_at": "2026-06-0%dT10:00:00Z"}
                """.formatted(
                        name, JsonMapper.shared().writeValueAsString(scenario), seed, 1 + seed % 9));
        Files.writeString(run.resolve("summary.csv"), """
                policy,scope,metric,unit,mean,half_width,n
                nearest,all,slo_attainment,fraction,0.998829,0.000250,3
                nearest,all,ttft_p95,ms,%s,5.5,3
                nearest,app:chat,ttft_p95,ms,7.000000,,1
                <b>far</b>,all,slo_attainment,fraction,0.9,0.05,3
                <b>far</b>,all,ttft_p95,ms,1234.567890,10,3
                """.formatted(p95));
        Files.writeString(run.resolve("cdf.csv"), """
                policy,scope,metric,probability,value_ms
                nearest,all,ttft,0.500000,%s
                nearest,app:chat,ttft,0.500000,3
                """.formatted(p95 / 2));
        Files.writeString(run.resolve("series.csv"), """
                policy,replication,t_s,entity,metric,value
                nearest,0,10.000000000,tier:cloud,utilization_fraction,0.2
                nearest,1,10.000000000,tier:cloud,utilization_fraction,0.4
                nearest,0,10.000000000,site:a,utilization_fraction,0.9
                """);
        Files.writeString(
                run.resolve("scenario.resolved.yaml"),
                "name: x\nrun:\n  seed: %d\napps:\n- id: chat\n  rate: 1 /s\n".formatted(seed));
        return run;
    }

    void setTime(Instant now) {
        clock.set(now);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(dashboard.port(), path));
    }

    /** Asks; headers as name, value, name, value. */
    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, headers);
    }

    HttpResponse<String> send(String method, String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path)).method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.body());
        }
        return JsonMapper.shared().readTree(response.body());
    }

    /** The very bytes of an answer to these very lines. */
    String raw(String... lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), dashboard.port())) {
            socket.setSoTimeout(20_000);
            String request = lines[0] + "\r\nConnection: close\r\n"
                    + String.join("\r\n", List.of(lines).subList(1, lines.length)) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** An answer to a path as it stands, which no client would send. */
    String rawGet(String path) throws IOException {
        return raw("GET " + path + " HTTP/1.1", "Host: localhost");
    }

    @Override
    public void close() {
        dashboard.close();
    }
}
