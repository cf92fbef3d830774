package org.tafsim.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.model.PromptText;
import org.tafsim.testing.SeedSource;

/** Blocks by name and number; here is a pool of plain objects that hold their tokens, as vLLM's do. */
class PrefixCachePropertyTest {
    private static final int SLOTS = 12;

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 200)
    void whatIsFoundIsWhatAPoolOfPlainBlocksFinds(long seed) {
        World world = new World(new SplittableRandom(seed));
        for (int step = 0; step < 150; step++) {
            world.step();
        }

        assertThat(world.hits).isPositive();
    }

    /** A block of tokens; where it is full and cached, all tokens up to its end. */
    private static final class Block {
        private String prefix = "";
        private int holders;
    }

    /** A pool in which every block is an object. */
    private static final class PlainPool {
        private final List<Block> free = new ArrayList<>();
        private final Map<String, List<Block>> cached = new LinkedHashMap<>();

        PlainPool(int blocks) {
            for (int i = 0; i < blocks; i++) {
                free.add(new Block());
            }
        }

        Block take() {
            Block block = free.remove(0);
            if (!block.prefix.isEmpty()) {
                cached.getOrDefault(block.prefix, List.of()).remove(block);
                block.prefix = "";
            }
            block.holders = 1;
            return block;
        }

        List<Block> find(List<String> tokens, int block, int most) {
            List<Block> found = new ArrayList<>();
            while (found.size() < most) {
                List<Block> same = cached.getOrDefault(prefix(tokens, block * (found.size() + 1)), List.of());
                if (same.isEmpty()) {
                    break;
                }
                found.add(same.get(0));
            }
            return found;
        }

        void share(Block block) {
            if (block.holders++ == 0) {
                free.remove(block);
            }
        }

        void cache(Block block, String prefix) {
            if (block.prefix.isEmpty()) {
                block.prefix = prefix;
                cached.computeIfAbsent(prefix, any -> new ArrayList<>()).add(block);
            }
        }

        void release(List<Block> blocks) {
            for (int i = blocks.size() - 1; i >= 0; i--) {
                if (--blocks.get(i).holders == 0) {
                    free.add(blocks.get(i));
                }
            }
        }

        static String prefix(List<String> tokens, int length) {
            return String.join(" ", tokens.subList(0, length));
        }
    }

    /** A sequence that decodes. */
    private static final class Sequence {
        private final int request;
        private final List<String> tokens;
        private final List<Block> blocks = new ArrayList<>();
        private final boolean isKnown;
        private int context;

        Sequence(int request, int number, PromptText text, int promptTokens, int outputTokens) {
            this.request = request;
            isKnown = text.size() > 0;
            tokens = new ArrayList<>();
            int begin = 0;
            for (int piece = 0; piece < text.size(); piece++) {
                boolean isOpen = piece == text.size() - 1 && text.answerContinues();
                int end = isOpen ? promptTokens + outputTokens : text.end(piece);
                for (int i = begin; i < end; i++) {
                    tokens.add(text.name(piece) + ":" + (i - begin));
                }
                begin = end;
            }
            while (tokens.size() < promptTokens + outputTokens) {
                tokens.add("private " + number + ":" + tokens.size());
            }
        }
    }

    /** Sequences that come, grow and go, in both pools. */
    private static final class World {
        private final SplittableRandom random;
        private final int block;
        private final RequestTable requests = new RequestTable();
        private final KvPool pool;
        private final SequenceBlocks blocks;
        private final PlainPool plain;
        private final List<Sequence> running = new ArrayList<>();
        private final boolean[] isTaken = new boolean[SLOTS];
        private int arrivals;
        private int hits;

        World(SplittableRandom random) {
            this.random = random;
            block = 1 + random.nextInt(8);
            int size = 20 + random.nextInt(60);
            pool = new KvPool(size, block);
            blocks = new SequenceBlocks(requests, pool, true);
            plain = new PlainPool(size);
        }

        /** As an engine does: who decodes takes its block first, then prompts are admitted. */
        void step() {
            while (!running.isEmpty() && (random.nextInt(4) == 0 || pool.nextGrowth() > pool.free())) {
                leave(running.remove(random.nextInt(running.size())));
            }
            for (Sequence sequence : running) {
                if (sequence.context % block == 0) {
                    sequence.blocks.add(plain.take());
                }
            }
            List<Sequence> admitted = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                arrive(admitted);
            }
            blocks.grow(1);
            running.forEach(sequence -> sequence.context++);
            for (Sequence sequence : admitted) {
                pool.startGrowth(sequence.context);
                running.add(sequence);
            }
            assertThat(pool.free()).isEqualTo(plain.free.size());
        }

        private void arrive(List<Sequence> admitted) {
            int slot = 0;
            while (slot < SLOTS && isTaken[slot]) {
                slot++;
            }
            if (slot == SLOTS) {
                return;
            }
            int prompt = 1 + random.nextInt(60);
            int output = 160;
            PromptText text = random.nextInt(4) == 0 ? PromptText.UNKNOWN : ServingLog.anyText(random, prompt);
            requests.open(slot, prompt, output, 0, 0);
            blocks.know(slot, text);
            Sequence sequence = new Sequence(slot, arrivals++, text, prompt, output);
            if (admit(sequence, prompt)) {
                isTaken[slot] = true;
                admitted.add(sequence);
            } else {
                requests.close(slot);
            }
        }

        private boolean admit(Sequence sequence, int prompt) {
            List<Block> found = sequence.isKnown ? plain.find(sequence.tokens, block, (prompt - 1) / block) : List.of();
            long unheld = found.stream().filter(one -> one.holders == 0).count();
            int missing = (prompt + block - 1) / block - found.size();

            boolean isRoom = blocks.isRoomFor(sequence.request, pool.nextGrowth());

            assertThat(isRoom).isEqualTo(missing + unheld <= plain.free.size());
            if (!isRoom) {
                return false;
            }
            assertThat(blocks.hold(sequence.request, prompt)).isEqualTo(found.size() * block);
            blocks.fill(sequence.request, prompt);
            found.forEach(plain::share);
            sequence.blocks.addAll(found);
            for (int i = 0; i < missing; i++) {
                sequence.blocks.add(plain.take());
            }
            sequence.context = prompt;
            cache(sequence);
            hits += found.size();
            return true;
        }

        private void cache(Sequence sequence) {
            for (int i = 0; sequence.isKnown && i < sequence.context / block; i++) {
                plain.cache(sequence.blocks.get(i), PlainPool.prefix(sequence.tokens, (i + 1) * block));
            }
        }

        private void leave(Sequence sequence) {
            pool.stopGrowth(sequence.context);
            blocks.fill(sequence.request, sequence.context);
            blocks.release(sequence.request, sequence.context);
            requests.close(sequence.request);
            isTaken[sequence.request] = false;
            cache(sequence);
            plain.release(sequence.blocks);
        }
    }
}
