package io.openrouteroperator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** What no class does, wherever it is, and why. */
class HabitsTest {
    @Test
    void timeIsAnArgument() {
        Shipped.check(noClasses()
                .that()
                .resideOutsideOfPackage(Shipped.BASE + "wiring..")
                .should()
                .callCodeUnitWhere(readsTheSystemClock())
                .because("what depends on time is tested at any time; edges get a Clock from the wiring"));
    }

    @Test
    void namesSayWhatAClassIs() {
        Shipped.check(noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Common)")
                .because("such a name fits anything, so anything ends up in it"));
    }

    @Test
    void noStateIsSharedByStatics() {
        Shipped.check(fields().that()
                .areStatic()
                .and()
                .areNotPrivate()
                .should()
                .beFinal()
                .because("a public mutable static is a dependency that no signature shows"));
    }

    @Test
    void dependenciesComeThroughConstructors() {
        Shipped.check(noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage(Shipped.BASE + "wiring..")
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .because("a class that can be made with new can be tested with new"));
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
