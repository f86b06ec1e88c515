package io.openrouteroperator.simulator.catalogue;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the two files of facts: one line for each provider and model, columns named in the first line. */
final class CatalogueFiles {

    private static final String FOLDER = "/catalogue/";

    private CatalogueFiles() {}

    static Catalogue read() {
        List<Provider> providers =
                lines("providers.csv").stream().map(CatalogueFiles::provider).toList();
        Map<String, Provider> bySlug = providers.stream().collect(toMap(Provider::slug, provider -> provider));
        List<Model> models =
                lines("models.csv").stream().map(line -> model(line, bySlug)).toList();
        return new Catalogue(providers, models);
    }

    private static Provider provider(String line) {
        String[] column = line.split("\\|", -1);
        List<String> datacenters = List.of(column[3].split(","));
        return new Provider(
                column[0],
                column[1],
                orNull(column[2]),
                column[3].isEmpty() ? null : datacenters,
                column[4].contains("z"),
                column[4].contains("t"));
    }

    private static Model model(String line, Map<String, Provider> providers) {
        String[] column = line.split("\\|", -1);
        boolean free = column[0].endsWith(":free");
        String permaslug = free ? column[1] + ":free" : column[1];
        List<Endpoint> endpoints = List.of(column[7].split(" ")).stream()
                .map(tag -> new Endpoint(permaslug, tag, providerOf(tag, providers), free))
                .toList();
        return new Model(
                column[0],
                column[1],
                column[2],
                new BigDecimal(column[3]),
                new BigDecimal(column[4]),
                Integer.parseInt(column[5]),
                column[6].isEmpty() ? null : LocalDate.parse(column[6]),
                endpoints);
    }

    private static Provider providerOf(String tag, Map<String, Provider> providers) {
        int slash = tag.indexOf('/');
        Provider provider = providers.get(slash < 0 ? tag : tag.substring(0, slash));
        if (provider == null) {
            throw new IllegalStateException("models.csv names a provider that providers.csv does not: " + tag);
        }
        return provider;
    }

    private static List<String> lines(String file) {
        try (InputStream in = CatalogueFiles.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + FOLDER + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
