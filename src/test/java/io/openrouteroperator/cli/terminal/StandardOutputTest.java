package io.openrouteroperator.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** An answer that was not written whole is not called a success. */
class StandardOutputTest {
    private final StringWriter err = new StringWriter();

    @Test
    void keepsTheCodeOfAnAnswerThatWasWritten() {
        assertThat(codeAfterWritingTo(new ByteArrayOutputStream())).isEqualTo(1);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void saysThatADiskIsFull() {
        assertThat(codeAfterWritingTo(failing("No space left on device"))).isEqualTo(74);
        assertThat(err.toString()).contains("Not all of the answer could be written: No space left on device");
    }

    @Test
    void doesNotMindAReaderThatHadEnough() {
        assertThat(codeAfterWritingTo(failing("Broken pipe"))).isEqualTo(1);
        assertThat(err.toString()).isEmpty();
    }

    private int codeAfterWritingTo(OutputStream target) {
        StandardOutput output = new StandardOutput(target);
        PrintWriter out = new PrintWriter(output, false, StandardCharsets.UTF_8);
        out.println("an answer");
        out.flush();
        return output.exitCode(1, new PrintWriter(err, true));
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException(message);
            }
        };
    }
}
