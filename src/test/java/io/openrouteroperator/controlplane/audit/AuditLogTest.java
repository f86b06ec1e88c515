package io.openrouteroperator.controlplane.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {

    private final Path file;
    private final AuditLog log;

    AuditLogTest(@TempDir Path directory) {
        file = directory.resolve("audit.log");
        log = new AuditLog(file, probe -> append(entry("ResponseComplete", "get", "namespaces", probe)));
    }

    @BeforeEach
    void createLog() throws IOException {
        Files.createFile(file);
    }

    @Test
    void countsOnlyWhatCameAfterTheMark() {
        append(entry("ResponseComplete", "create", "secrets", "before"));
        AuditLog.Mark mark = log.mark();
        append(entry("ResponseComplete", "create", "secrets", "after"));

        assertThat(log.since(mark).list()).extracting(AuditEntry::name).containsExactly("after");
    }

    @Test
    void countsAWatchWhenItStartsAndNotAgainWhenItEnds() {
        append(entry("ResponseStarted", "watch", "pods", ""));
        assertThat(log.since(AuditLog.Mark.START).verb("watch").count()).isEqualTo(1);

        append(entry("ResponseComplete", "watch", "pods", ""));
        assertThat(log.since(AuditLog.Mark.START).verb("watch").count()).isEqualTo(1);
    }

    @Test
    void narrowsByUserVerbResourceAndNamespace() {
        append(entry("ResponseComplete", "update", "secrets", "key"));
        append(entry("ResponseComplete", "get", "secrets", "key"));

        AuditEntries ours = log.since(AuditLog.Mark.START)
                .byServiceAccount("system", "operator")
                .in("team");

        assertThat(ours.on("secrets").count()).isEqualTo(2);
        assertThat(ours.on("secrets").writes().count()).isEqualTo(1);
        assertThat(ours.on("configmaps").count()).isZero();
        assertThat(log.since(AuditLog.Mark.START).by("somebody").count()).isZero();
        assertThat(log.since(AuditLog.Mark.START).in("elsewhere").count()).isZero();
    }

    @Test
    void doesNotTakeAPermissionReviewForAWrite() {
        append("""
                {"stage":"ResponseComplete","verb":"create","user":{"username":"somebody"},\
                "objectRef":{"resource":"selfsubjectaccessreviews","apiGroup":"authorization.k8s.io"}}
                """);

        assertThat(log.since(AuditLog.Mark.START).by("somebody").count()).isEqualTo(1);
        assertThat(log.since(AuditLog.Mark.START).writes().count()).isZero();
    }

    private void append(String line) {
        try {
            Files.writeString(file, line, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String entry(String stage, String verb, String resource, String name) {
        return """
                {"stage":"%s","verb":"%s","user":{"username":"system:serviceaccount:system:operator"},\
                "objectRef":{"resource":"%s","namespace":"team","name":"%s"},"responseStatus":{"code":200}}
                """.formatted(stage, verb, resource, name);
    }
}
