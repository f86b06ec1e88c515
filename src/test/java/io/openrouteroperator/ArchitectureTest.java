package io.openrouteroperator;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.policy.ClassificationRules;
import io.openrouteroperator.core.policy.DataRules;
import io.openrouteroperator.core.policy.ModelRules;
import io.openrouteroperator.core.policy.PolicyRules;
import io.openrouteroperator.core.policy.ProviderRules;
import io.openrouteroperator.core.policy.RotationTerms;
import io.openrouteroperator.core.rotation.KeyRecord;
import io.openrouteroperator.core.rotation.KeyTerms;
import org.junit.jupiter.api.Test;

/** Who may know whom, and why. */
class ArchitectureTest {
    private static final String CONVERTERS = ".*(Mapper|StatusFactory)(\\$.*)?";
    private static final String EVERYTHING = "io.openrouteroperator..";
    private static final String BASE = Shipped.BASE;

    @Test
    void coreKnowsOnlyTheJdkAndTwoPureLibraries() {
        Shipped.check(classes()
                .that()
                .resideInAPackage(BASE + "core..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        BASE + "core..", "java..", "org.jspecify..", "com.google.re2j..", "com.cronutils.."))
                .because("rules that do no I/O are proven in milliseconds; re2j (linear patterns) and"
                        + " cron-utils do none"));
    }

    @Test
    void coreDoesNoInputOrOutput() {
        Shipped.check(noClasses()
                .that()
                .resideInAPackage(BASE + "core..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.net.http..", "java.nio.file..", "java.sql..", "java.util.logging.."))
                .because("what core decides must depend on its arguments alone"));
    }

    @Test
    void apiHoldsTypesAndNoLogic() {
        Shipped.check(noClasses()
                .that()
                .resideInAPackage(BASE + "api..")
                .should()
                .dependOnClassesThat(resideInAPackage(EVERYTHING).and(not(resideInAPackage(BASE + "api.."))))
                .because("stored objects outlive every version of the operator's own types"));
    }

    @Test
    void customResourcesAreReadByReconcilersAlone() {
        Shipped.check(noClasses()
                .that()
                .resideInAnyPackage(BASE + "core..", BASE + "openrouter..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + "api..")
                .because("what reconcilers call gets core types, so that it serves the offline check as well"));
    }

    @Test
    void partsOfCustomResourcesAreMadeByMappersAndStatusFactories() {
        Shipped.check(noClasses()
                .that()
                .resideInAPackage(BASE + "reconcile..")
                .and()
                .haveNameNotMatching(CONVERTERS)
                .should()
                .callConstructorWhere(targets(resideInAPackage(BASE + "api..")))
                .because("whoever looks for what a status says finds it in one place per kind"));
    }

    @Test
    void rulesAndRecordsAreReadFromCustomResourcesByMappers() {
        Shipped.check(noClasses()
                .that()
                .resideInAPackage(BASE + "reconcile..")
                .and()
                .haveNameNotMatching(CONVERTERS)
                .should()
                .callConstructorWhere(targets(belongToAnyOf(
                        KeyRecord.class,
                        KeyTerms.class,
                        PolicyRules.class,
                        ClassificationRules.class,
                        DataRules.class,
                        ProviderRules.class,
                        ModelRules.class,
                        RotationTerms.class)))
                .because("defaults and missing fields are decided once, in the mapper of the kind"));
    }

    @Test
    void admissionNeverWaitsForTheNetwork() {
        Shipped.check(noClasses()
                .that()
                .resideInAPackage(BASE + "admission..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BASE + "openrouter..", BASE + "reconcile..")
                .allowEmptyShould(true)
                .because("an admission answer comes from caches: OpenRouter's outage must not stop pods"));
    }

    @Test
    void openRouterClientKnowsCoreOnly() {
        Shipped.check(noClasses()
                .that()
                .resideInAPackage(BASE + "openrouter..")
                .should()
                .dependOnClassesThat(resideInAPackage(EVERYTHING)
                        .and(not(resideInAnyPackage(BASE + "core..", BASE + "openrouter.."))))
                .because("it implements core's ports and serves whoever asks"));
    }

    @Test
    void reconcilersUseThePort() {
        Shipped.check(noClasses()
                .that()
                .resideInAnyPackage(BASE + "reconcile..", BASE + "cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + "openrouter..")
                .because("tests put a fake behind the port, and a second implementation must be possible"));
    }

    @Test
    void edgesDoNotKnowEachOther() {
        Shipped.check(slices().matching(BASE + "(reconcile|admission|scan|usage|audit|cli|page)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .because("they meet in core, so that one can be understood, and replaced, without the others"));
    }

    @Test
    void theClientOfObjectStoresIsKnownInOnePlace() {
        Shipped.check(noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "audit.objectstore..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon..")
                .because("it is large, and loaded only where there is an object store"));
    }

    @Test
    void nobodyKnowsTheWiring() {
        Shipped.check(noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "wiring..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + "wiring..")
                .because("wiring is the only package that knows them all"));
    }

    @Test
    void packagesHaveNoCycles() {
        Shipped.check(slices().matching(BASE + "(*)..")
                .should()
                .beFreeOfCycles()
                .because("a cycle is one package that pretends to be two"));
    }

    @Test
    void keyMaterialIsOneType() {
        Shipped.check(noFields()
                .that()
                .areDeclaredInClassesThat(not(assignableTo(SecretValue.class)))
                .and()
                .haveRawType(String.class)
                .should()
                .haveNameMatching("(?i).*(plaintext|apiKey|rawKey|keyValue|keyMaterial|managementKeyValue).*")
                .because("only SecretValue is redacted wherever it is printed"));
    }

    private static DescribedPredicate<JavaCall<?>> targets(DescribedPredicate<? super JavaClass> owner) {
        return new DescribedPredicate<>("make " + owner.getDescription()) {
            @Override
            public boolean test(JavaCall<?> call) {
                return owner.test(call.getTargetOwner());
            }
        };
    }
}
