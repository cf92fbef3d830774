package org.tafsim.experiment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Opens files to write: the one door through which result files reach the disk. */
@FunctionalInterface
interface FileOpener {

    /** Real files, forced to the disk when closed: only then is it sure that there was room for them. */
    FileOpener FORCED = ForcedFile::new;

    /** Opens a file anew; what it held is gone. */
    OutputStream open(Path file) throws IOException;

    /** A file that is forced to the disk when it is closed. */
    final class ForcedFile extends OutputStream {

        private final FileChannel channel;

        private ForcedFile(Path file) throws IOException {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }

        @Override
        public void close() throws IOException {
            try (channel) {
                if (channel.isOpen()) {
                    channel.force(true);
                }
            }
        }
    }
}
