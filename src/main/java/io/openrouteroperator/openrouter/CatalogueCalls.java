package io.openrouteroperator.openrouter;

import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.openrouter.Endpoint;
import io.openrouteroperator.core.openrouter.Model;
import io.openrouteroperator.core.openrouter.Provider;
import io.openrouteroperator.openrouter.http.ApiClient;
import io.openrouteroperator.openrouter.http.Call;
import io.openrouteroperator.openrouter.http.Operation;
import io.openrouteroperator.openrouter.wire.CatalogueWire;
import io.openrouteroperator.openrouter.wire.WireObject;
import java.util.List;
import java.util.Optional;

/** Calls about providers, models and endpoints. */
final class CatalogueCalls {
    private static final int MODEL_PAGE = 1000;

    private final ApiClient client;
    private final CountedPages modelPages;

    CatalogueCalls(ApiClient client) {
        this.client = client;
        this.modelPages = new CountedPages(client, MODEL_PAGE);
    }

    List<Provider> providers() {
        return client.call(
                Call.to(Operation.PROVIDERS, "providers"),
                answer -> answer.need("data", answer.objects("data")).stream()
                        .map(CatalogueWire::provider)
                        .toList());
    }

    /** Models of every kind: without the parameter the list holds those that write text only. */
    List<Model> models() {
        return models(Call.to(Operation.MODELS, "models").with("output_modalities", "all"));
    }

    List<Model> usableModels(SecretValue key) {
        return models(Call.to(Operation.USABLE_MODELS, "models", "user").as(key));
    }

    List<Endpoint> zeroDataRetentionEndpoints() {
        return client.call(
                Call.to(Operation.ZDR_ENDPOINTS, "endpoints", "zdr"),
                answer -> endpoints(answer.need("data", answer.objects("data"))));
    }

    List<Endpoint> endpoints(String modelId) {
        String[] name = modelId.split("/", 2);
        Call call = Call.to(Operation.ENDPOINTS, "models", name[0], name.length > 1 ? name[1] : "", "endpoints");
        return client.call(call, answer -> {
            WireObject model = answer.need("data", answer.object("data"));
            return endpoints(model.need("endpoints", model.objects("endpoints")));
        });
    }

    private List<Model> models(Call list) {
        return modelPages.all(list, CatalogueWire::model);
    }

    private static List<Endpoint> endpoints(List<WireObject> rows) {
        return rows.stream()
                .map(CatalogueWire::endpoint)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
