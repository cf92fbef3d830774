package org.tafsim.report.serve;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Shows results to browsers until it is closed. */
public final class Dashboard implements AutoCloseable {

    private static final int THREADS = 8;
    private static final int WAITING = 64;

    private final HttpServer server;
    private final ExecutorService threads;

    private Dashboard(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Opens one.
     *
     * @throws IOException where the root is no folder, or the port is taken
     */
    public static Dashboard start(DashboardOptions options) throws IOException {
        Shelf shelf = new Shelf(options.root(), options.clock());
        HttpServer server = bind(options.address(), options.port());
        Gate gate = new Gate(options.address(), server.getAddress().getPort(), options.token());
        // Who finds no thread and no place to wait is served by the thread that takes connections: it takes no more
        // meanwhile.
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(WAITING),
                task -> daemon(task),
                new ThreadPoolExecutor.CallerRunsPolicy());
        server.setExecutor(threads);
        server.createContext("/", new FrontDoor(gate, new Desk(shelf)));
        server.start();
        return new Dashboard(server, threads);
    }

    private static HttpServer bind(InetAddress address, int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(address, port), 0);
        } catch (BindException e) {
            throw new IOException(
                    "Cannot listen at port %d of %s: %s. Maybe another dashboard does; --port 0 takes any that is free."
                            .formatted(port, address.getHostAddress(), e.getMessage()),
                    e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "tafsim-dashboard");
        thread.setDaemon(true);
        return thread;
    }

    /** The port it listens at. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Answers nobody any more. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
