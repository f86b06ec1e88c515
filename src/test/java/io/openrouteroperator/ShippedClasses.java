package io.openrouteroperator;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Classes of {@code src/main}: the simulator and the control plane of the tests follow rules of their own. */
public final class ShippedClasses implements ImportOption {
    @Override
    public boolean includes(Location location) {
        return !location.contains("/test-classes/");
    }
}
