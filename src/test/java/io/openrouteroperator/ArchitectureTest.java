package io.openrouteroperator;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.policy.ClassificationRules;
import io.openrouteroperator.core.policy.DataRules;
import io.openrouteroperator.core.policy.ModelRules;
import io.openrouteroperator.core.policy.PolicyRules;
import io.openrouteroperator.core.policy.ProviderRules;
import io.openrouteroperator.core.policy.RotationTerms;
import io.openrouteroperator.core.rotation.KeyRecord;
import io.openrouteroperator.core.rotation.KeyTerms;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** Who may know whom, and why. Only what ships is looked at. */
class ArchitectureTest {
    private static final JavaClasses SHIPPED =
            new ClassFileImporter().importPath(Path.of("target", "classes", "io", "openrouteroperator"));
    private static final String CONVERTERS = ".*(Mapper|StatusFactory)(\\$.*)?";
    private static final String EVERYTHING = "io.openrouteroperator..";
    private static final String BASE = "io.openrouteroperator.";

    @Test
    void coreKnowsOnlyTheJdkAndTwoPureLibraries() {
        check(
                classes()
                        .that()
                        .resideInAPackage(BASE + "core..")
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage(
                                BASE + "core..", "java..", "org.jspecify..", "com.google.re2j..", "com.cronutils.."))
                        .because(
                                "rules that do no I/O are proven in milliseconds; re2j (linear patterns) and cron-utils do none"));
    }

    @Test
    void coreDoesNoInputOrOutput() {
        check(noClasses()
                .that()
                .resideInAPackage(BASE + "core..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.net.http..", "java.nio.file..", "java.sql..", "java.util.logging.."))
                .because("what core decides must depend on its arguments alone"));
    }

    @Test
    void apiHoldsTypesAndNoLogic() {
        check(noClasses()
                .that()
                .resideInAPackage(BASE + "api..")
                .should()
                .dependOnClassesThat(resideInAPackage(EVERYTHING).and(not(resideInAPackage(BASE + "api.."))))
                .because("stored objects outlive every version of the operator's own types"));
    }

    @Test
    void customResourcesAreReadByReconcilersAlone() {
        check(noClasses()
                .that()
                .resideInAnyPackage(BASE + "core..", BASE + "openrouter..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + "api..")
                .because("what reconcilers call gets core types, so that it serves the offline check as well"));
    }

    @Test
    void partsOfCustomResourcesAreMadeByMappersAndStatusFactories() {
        check(noClasses()
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
        check(noClasses()
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
        check(noClasses()
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
        check(noClasses()
                .that()
                .resideInAPackage(BASE + "openrouter..")
                .should()
                .dependOnClassesThat(resideInAPackage(EVERYTHING)
                        .and(not(resideInAnyPackage(BASE + "core..", BASE + "openrouter.."))))
                .because("it implements core's ports and serves whoever asks"));
    }

    @Test
    void reconcilersUseThePort() {
        check(noClasses()
                .that()
                .resideInAnyPackage(BASE + "reconcile..", BASE + "cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + "openrouter..")
                .because("tests put a fake behind the port, and a second implementation must be possible"));
    }

    @Test
    void edgesDoNotKnowEachOther() {
        check(slices().matching(BASE + "(reconcile|admission|scan|usage|audit|cli|page)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .because("they meet in core, so that one can be understood, and replaced, without the others"));
    }

    @Test
    void theClientOfObjectStoresIsKnownInOnePlace() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "audit.objectstore..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon..")
                .because("it is large, and loaded only where there is an object store"));
    }

    @Test
    void nobodyKnowsTheWiring() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "wiring..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + "wiring..")
                .because("wiring is the only package that knows them all"));
    }

    @Test
    void packagesHaveNoCycles() {
        check(slices().matching(BASE + "(*)..")
                .should()
                .beFreeOfCycles()
                .because("a cycle is one package that pretends to be two"));
    }

    @Test
    void timeIsAnArgument() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "wiring..")
                .should()
                .callCodeUnitWhere(readsTheSystemClock())
                .because("what depends on time is tested at any time; edges get a Clock from the wiring"));
    }

    @Test
    void namesSayWhatAClassIs() {
        check(noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Common)")
                .because("such a name fits anything, so anything ends up in it"));
    }

    @Test
    void noStateIsSharedByStatics() {
        check(fields().that()
                .areStatic()
                .and()
                .areNotPrivate()
                .should()
                .beFinal()
                .because("a public mutable static is a dependency that no signature shows"));
    }

    @Test
    void dependenciesComeThroughConstructors() {
        check(noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage(BASE + "wiring..")
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .because("a class that can be made with new can be tested with new"));
    }

    @Test
    void keyMaterialIsOneType() {
        check(noFields()
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

    private static void check(ArchRule rule) {
        rule.check(SHIPPED);
    }

    private static DescribedPredicate<JavaCall<?>> readsTheSystemClock() {
        return new DescribedPredicate<>("read the system clock") {
            @Override
            public boolean test(JavaCall<?> call) {
                JavaClass owner = call.getTargetOwner();
                String name = call.getTarget().getName();
                boolean now = owner.getPackageName().equals("java.time")
                        && name.equals("now")
                        && call.getTarget().getRawParameterTypes().isEmpty();
                boolean clock = owner.isEquivalentTo(Clock.class) && name.startsWith("system");
                boolean millis = owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis");
                return now || clock || millis;
            }
        };
    }
}
