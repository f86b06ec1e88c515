package io.openrouteroperator.cli.source;

import io.openrouteroperator.cli.report.Count;
import io.openrouteroperator.cli.report.Finding;
import io.openrouteroperator.cli.report.Report;
import io.openrouteroperator.cli.source.KeyScanner.KeyPlace;
import io.openrouteroperator.core.admission.recognition.FoundKey;
import io.openrouteroperator.core.admission.recognition.KeyRecogniser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for keys in all files of a tree, and in their names. */
final class SourceAudit implements SourceTree.Visitor {
    private final Path root;
    private final String name;
    private final AllowList allowed;
    private final LocalDate today;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private int files;
    private int allowances;

    /**
     * @param root absolute
     * @param name of the root, as findings name it; may be empty
     * @param today decides whether an allowance still holds
     */
    SourceAudit(Path root, String name, AllowList allowed, LocalDate today) {
        this.root = root;
        this.name = name;
        this.allowed = allowed;
        this.today = today;
        this.unreadable.addAll(allowed.problems());
    }

    /** @param allowList as findings name it */
    Report report(String allowList) {
        List<Finding> all = new ArrayList<>(findings);
        allowed.allowances().stream()
                .filter(allowance -> allowance.expired(today))
                .map(allowance -> SourceFindings.expired(allowList, allowance))
                .forEach(all::add);
        String remark = allowances == 0 ? "" : new Count(allowances, "key") + " allowed by " + allowList;
        return new Report("audit source", SourceFindings.RULES, new Count(files, "file"), all, remark, unreadable);
    }

    @Override
    public void file(Path file) {
        files++;
        String path = GitRepository.slashed(root, file);
        for (FoundKey key : KeyRecogniser.findEverywhere(path)) {
            found(path, new KeyPlace(1, key.mark()));
        }
        try (InputStream stream = Files.newInputStream(file)) {
            List<KeyPlace> places = KeyScanner.scan(stream);
            places.forEach(place -> found(path, place));
            if (places.size() == KeyScanner.MOST_PLACES) {
                unreadable.add(shown(path) + ": it holds more keys than are listed");
            }
        } catch (IOException e) {
            unreadable(file, e);
        }
    }

    @Override
    public void unreadable(Path path, IOException problem) {
        unreadable.add("%s: it cannot be read (%s)"
                .formatted(
                        shown(GitRepository.slashed(root, path)),
                        problem.getClass().getSimpleName()));
    }

    private void found(String path, KeyPlace place) {
        Optional<Allowance> allowance = allowed.covering(path, place.key().hash(), today);
        if (allowance.isPresent() && !allowance.get().expired(today)) {
            allowances++;
        } else {
            findings.add(SourceFindings.key(shown(path), place, allowance));
        }
    }

    private String shown(String path) {
        String below = name.isEmpty() || path.isEmpty() ? name + path : name + "/" + path;
        return KeyRecogniser.masked(below);
    }
}
