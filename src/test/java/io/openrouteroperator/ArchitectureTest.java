package io.openrouteroperator;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
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
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.openrouteroperator.core.key.SecretValue;
import java.time.Clock;

/** Who may know whom, and why. Only what ships is looked at. */
@AnalyzeClasses(packages = "io.openrouteroperator", importOptions = ShippedClasses.class)
class ArchitectureTest {
    private static final String BASE = "io.openrouteroperator.";

    @ArchTest
    static final ArchRule coreKnowsOnlyTheJdkAndTwoPureLibraries = classes()
            .that()
            .resideInAPackage(BASE + "core..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    BASE + "core..", "java..", "org.jspecify..", "com.google.re2j..", "com.cronutils.."))
            .because("rules that do no I/O are proven in milliseconds; re2j (linear patterns) and cron-utils do none");

    @ArchTest
    static final ArchRule coreDoesNoInputOrOutput = noClasses()
            .that()
            .resideInAPackage(BASE + "core..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.net.http..", "java.nio.file..", "java.sql..", "java.util.logging.."))
            .because("what core decides must depend on its arguments alone");

    @ArchTest
    static final ArchRule apiHoldsTypesAndNoLogic = noClasses()
            .that()
            .resideInAPackage(BASE + "api..")
            .should()
            .dependOnClassesThat(resideInAPackage(BASE + "..").and(not(resideInAPackage(BASE + "api.."))))
            .because("stored objects outlive every version of the operator's own types");

    @ArchTest
    static final ArchRule coreRecordsAreMadeFromApiTypesByMappersOnly = noClasses()
            .that()
            .resideInAnyPackage(BASE + "core..", BASE + "openrouter..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + "api..")
            .because("reconcilers, mappers and status factories read custom resources; what they call gets core types");

    @ArchTest
    static final ArchRule admissionNeverWaitsForTheNetwork = noClasses()
            .that()
            .resideInAPackage(BASE + "admission..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BASE + "openrouter..", BASE + "reconcile..")
            .allowEmptyShould(true)
            .because("an admission answer comes from caches: OpenRouter's outage must not stop pods");

    @ArchTest
    static final ArchRule openRouterClientKnowsCoreOnly = noClasses()
            .that()
            .resideInAPackage(BASE + "openrouter..")
            .should()
            .dependOnClassesThat(resideInAPackage(BASE + "..")
                    .and(not(resideInAnyPackage(BASE + "core..", BASE + "openrouter.."))))
            .because("it implements core's ports and serves whoever asks");

    @ArchTest
    static final ArchRule reconcilersUseThePort = noClasses()
            .that()
            .resideInAnyPackage(BASE + "reconcile..", BASE + "cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + "openrouter..")
            .because("tests put a fake behind the port, and a second implementation must be possible");

    @ArchTest
    static final ArchRule edgesDoNotKnowEachOther = slices()
            .matching(BASE + "(reconcile|admission|audit|cli)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true)
            .because("they meet in core, so that one can be understood, and replaced, without the others");

    @ArchTest
    static final ArchRule nobodyKnowsTheWiring = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "wiring..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + "wiring..")
            .because("wiring is the only package that knows them all");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices()
            .matching(BASE + "(*)..")
            .should()
            .beFreeOfCycles()
            .because("a cycle is one package that pretends to be two");

    @ArchTest
    static final ArchRule timeIsAnArgument = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "wiring..")
            .should()
            .callCodeUnitWhere(readsTheSystemClock())
            .because("what depends on time is tested at any time; edges get a Clock from the wiring");

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Manager|Common)")
            .because("such a name fits anything, so anything ends up in it");

    @ArchTest
    static final ArchRule noStateIsSharedByStatics = fields()
            .that()
            .areStatic()
            .and()
            .areNotPrivate()
            .should()
            .beFinal()
            .because("a public mutable static is a dependency that no signature shows");

    @ArchTest
    static final ArchRule dependenciesComeThroughConstructors = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage(BASE + "wiring..")
            .should()
            .beAnnotatedWith("jakarta.inject.Inject")
            .because("a class that can be made with new can be tested with new");

    @ArchTest
    static final ArchRule keyMaterialIsOneType = noFields()
            .that()
            .areDeclaredInClassesThat(not(assignableTo(SecretValue.class)))
            .and()
            .haveRawType(String.class)
            .should()
            .haveNameMatching("(?i).*(plaintext|apiKey|rawKey|keyValue|keyMaterial|managementKeyValue).*")
            .because("only SecretValue is redacted wherever it is printed");

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
