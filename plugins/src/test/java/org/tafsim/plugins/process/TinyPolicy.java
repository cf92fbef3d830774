package org.tafsim.plugins.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program that decides, well or in one of many wrong ways. Written without a library, as others' are. */
final class TinyPolicy {

    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

    private TinyPolicy() {}

    /** Its first argument says what it does wrong; the second, from which decision on. */
    public static void main(String[] args) throws IOException, InterruptedException {
        String way = args[0];
        long from = args.length > 1 ? Long.parseLong(args[1]) : 0;
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.err.println("heard " + in.readLine().substring(0, 15));
        ready(way);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("{\"type\":\"decide\"")) {
                Matcher id = ID.matcher(line);
                id.find();
                long number = Long.parseLong(id.group(1));
                say(number < from ? decision(number, "1") : answer(way, number));
            } else if (line.startsWith("{\"type\":\"bye\"")) {
                System.err.println("heard " + line);
                bye(way);
                return;
            } else {
                System.err.println("heard " + line.substring(0, 17));
            }
        }
    }

    private static void ready(String way) throws InterruptedException {
        switch (way) {
            case "silent" -> Thread.sleep(60_000);
            case "no-json" -> say("Welcome to my policy!");
            case "early-exit" -> exit();
            case "told", "refuses" ->
                say(
                        "{\"type\":\"ready\",\"protocol\":1,\"name\":\"tiny\",\"outcomes\":true,\"refusal_reasons\":[\"odd\",\"even\"]}");
            default ->
                say("{\"type\":\"ready\",\"protocol\":1,\"observations\":[\"waiting_requests\"],\"mood\":\"good\"}");
        }
    }

    private static String answer(String way, long number) throws InterruptedException {
        return switch (way) {
            case "refuses" -> decision(number, number % 2 == 0 ? "\"even\"" : "\"odd\"");
            case "together" -> decision(number, "0,1,0,1,0");
            case "garbage" -> "I choose the first";
            case "endless-line" -> "x".repeat(2 * PolicyProcess.MOST_BYTES);
            case "slow" -> {
                Thread.sleep(60_000);
                yield "";
            }
            case "crash" -> {
                exit();
                yield "";
            }
            case "closes-output" -> {
                System.out.close();
                Thread.sleep(60_000);
                yield "";
            }
            default -> decision(number, "1");
        };
    }

    private static void bye(String way) throws InterruptedException {
        if (way.equals("stays")) {
            Thread.sleep(60_000);
        } else if (way.equals("bad-end")) {
            System.exit(7);
        }
    }

    private static String decision(long id, String choices) {
        return "{\"type\":\"decision\",\"comment\":{\"a\":[1]},\"id\":%d,\"choices\":[%s]}".formatted(id, choices);
    }

    private static void exit() {
        System.err.println("out of ideas");
        System.exit(3);
    }

    private static void say(String line) {
        System.out.print(line + "\n");
        System.out.flush();
    }
}
