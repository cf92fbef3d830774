package org.tafsim.testing;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** The seeds of a {@link SeedSource}. */
final class SeedArguments implements ArgumentsProvider, AnnotationConsumer<SeedSource> {
    private int count;

    @Override
    public void accept(SeedSource source) {
        count = source.count();
    }

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        Long replayed = Long.getLong("seed");
        LongStream seeds = replayed == null ? LongStream.range(0, count) : LongStream.of(replayed);
        return seeds.mapToObj(Arguments::of);
    }
}
