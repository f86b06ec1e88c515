package io.openrouteroperator.core.compliance.catalogue;

import io.openrouteroperator.core.compliance.Framework;
import io.openrouteroperator.core.compliance.Mapping;
import java.util.ArrayList;
import java.util.List;

/** The requirements of one control, framework by framework. */
final class Mappings {
    private final List<Mapping> all = new ArrayList<>();

    static Mappings soc2(String... references) {
        return new Mappings().add(Framework.SOC2, references);
    }

    Mappings gdpr(String... references) {
        return add(Framework.GDPR, references);
    }

    Mappings hipaa(String... references) {
        return add(Framework.HIPAA, references);
    }

    Mappings iso(String... references) {
        return add(Framework.ISO27001, references);
    }

    Mappings aiAct(String... references) {
        return add(Framework.AI_ACT, references);
    }

    private Mappings add(Framework framework, String... references) {
        for (String reference : references) {
            all.add(new Mapping(framework, reference));
        }
        return this;
    }

    List<Mapping> list() {
        return List.copyOf(all);
    }
}
