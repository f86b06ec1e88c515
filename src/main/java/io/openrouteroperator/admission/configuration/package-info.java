/** Whether the API server still asks the webhook what the chart says that it should: who edits that switches admission off. */
@NullMarked
package io.openrouteroperator.admission.configuration;

import org.jspecify.annotations.NullMarked;
