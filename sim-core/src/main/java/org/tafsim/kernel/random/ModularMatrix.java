package org.tafsim.kernel.random;

/** A 3 × 3 matrix of residues modulo m &lt; 2^32, immutable: how MRG32k3a's components jump ahead. */
final class ModularMatrix {
    private static final int ORDER = 3;

    private final long modulus;
    private final long[] cells;

    /** Takes the nine cells row by row; negative ones count from the modulus. */
    ModularMatrix(long modulus, long... cells) {
        this.modulus = modulus;
        this.cells = new long[ORDER * ORDER];
        for (int i = 0; i < this.cells.length; i++) {
            this.cells[i] = Math.floorMod(cells[i], modulus);
        }
    }

    ModularMatrix squared() {
        long[] product = new long[ORDER * ORDER];
        for (int row = 0; row < ORDER; row++) {
            for (int column = 0; column < ORDER; column++) {
                for (int i = 0; i < ORDER; i++) {
                    product[ORDER * row + column] += timesModulo(cells[ORDER * row + i], cells[ORDER * i + column]);
                }
            }
        }
        return new ModularMatrix(modulus, product);
    }

    /** This matrix to the power of 2^exponent. */
    ModularMatrix squaredTimes(int exponent) {
        ModularMatrix power = this;
        for (int i = 0; i < exponent; i++) {
            power = power.squared();
        }
        return power;
    }

    /** Multiplies three cells of a state, from the given index on, by this matrix. */
    void applyTo(long[] state, int from) {
        long a = state[from];
        long b = state[from + 1];
        long c = state[from + 2];
        for (int row = 0; row < ORDER; row++) {
            int i = ORDER * row;
            long sum = timesModulo(cells[i], a) + timesModulo(cells[i + 1], b) + timesModulo(cells[i + 2], c);
            state[from + row] = sum % modulus;
        }
    }

    /** Product of two residues: below 2^64, so exact as an unsigned long. */
    private long timesModulo(long a, long b) {
        return Long.remainderUnsigned(a * b, modulus);
    }
}
