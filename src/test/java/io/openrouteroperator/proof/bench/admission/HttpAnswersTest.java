package io.openrouteroperator.proof.bench.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HttpAnswersTest {
    @Test
    void readsBodiesOfAKnownLengthAndInChunksOneAfterTheOther() throws IOException {
        String wire = """
                HTTP/1.1 200 OK
                Content-Length: 5

                firstHTTP/1.1 200 OK
                Transfer-Encoding: chunked

                3
                sec
                a
                ond answer
                0

                HTTP/1.1 429 Too Many Requests

                """.replace("\n", "\r\n");
        HttpAnswers answers = new HttpAnswers(new ByteArrayInputStream(wire.getBytes(StandardCharsets.US_ASCII)));

        answers.next();
        assertThat(answers.content()).asString().isEqualTo("first");
        answers.next();
        assertThat(answers.content()).asString().isEqualTo("second answer");
        answers.next();
        assertThat(answers.hasCode(429)).isTrue();
    }
}
