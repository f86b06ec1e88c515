"""Runs the official Python SDK against a simulated OpenRouter; the SDK checks every answer against its own models.

Usage: check.py BASE_URL MANAGEMENT_KEY_FILE. Prints one line for each check and exits with 1 if one failed.
"""

import datetime
import hashlib
import pathlib
import sys

from openrouter import OpenRouter, errors, operations
from reporting import Report

base_url, management_key_file = sys.argv[1:3]
management_key = pathlib.Path(management_key_file).read_text().strip()
manager = OpenRouter(api_key=management_key, server_url=base_url)
report = Report("python")
check = report.check


def pages(response):
    """All elements of a paged answer."""
    found = []
    while response is not None:
        found.extend(response.result.data)
        response = response.next()
    return found


def refused(error_type, call):
    """Whether a call is refused with this error."""
    try:
        call()
    except error_type:
        return True
    return False


tomorrow = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0) + datetime.timedelta(days=1)

with check("workspaces.create"):
    workspace = manager.workspaces.create(name="SDK check (Python)", slug="sdk-check-python").data
with check("workspaces.list"):
    assert workspace.id in [found.id for found in pages(manager.workspaces.list())]
with check("workspaces.get by slug"):
    assert manager.workspaces.get(id="sdk-check-python").data.id == workspace.id
with check("workspaces.update"):
    assert manager.workspaces.update(id=workspace.id, description="checked").data.description == "checked"

with check("api_keys.create"):
    created = manager.api_keys.create(
        name="python", limit=5, limit_reset="monthly", expires_at=tomorrow, workspace_id=workspace.id
    )
    assert created.data.hash == hashlib.sha256(created.key.encode()).hexdigest()
service = OpenRouter(api_key=created.key, server_url=base_url)
key_hash = created.data.hash
with check("api_keys.list"):
    assert key_hash in [key.hash for key in manager.api_keys.list(workspace_id=workspace.id).data]
with check("api_keys.list of the default workspace only"):
    assert key_hash not in [key.hash for key in manager.api_keys.list().data]
with check("api_keys.get"):
    assert manager.api_keys.get(hash=key_hash).data.limit == 5
with check("api_keys.update"):
    assert manager.api_keys.update(hash=key_hash, limit=7).data.limit == 7
with check("api_keys.get_current_key_metadata of a management key"):
    assert manager.api_keys.get_current_key_metadata().data.is_management_key
with check("api_keys.get_current_key_metadata of a service key"):
    assert not service.api_keys.get_current_key_metadata().data.is_management_key

with check("providers.list"):
    providers = {provider.slug: provider for provider in manager.providers.list().data}
    assert len(providers) >= 60
with check("models.list"):
    models = pages(manager.models.list())
    assert len(models) >= 300
with check("endpoints.list"):
    model = next(found for found in models if ":" not in found.id)
    author, slug = model.id.split("/")
    endpoints = manager.endpoints.list(author=author, slug=slug).data.endpoints
    allowed = endpoints[0].tag.split("/")[0]
    assert allowed in providers
with check("endpoints.list_zdr_endpoints"):
    assert manager.endpoints.list_zdr_endpoints().data

with check("guardrails.create"):
    guardrail = manager.guardrails.create(
        name="python", allowed_providers=[allowed], limit_usd=3, reset_interval="daily", workspace_id=workspace.id
    ).data
with check("guardrails.list"):
    assert guardrail.id in [found.id for found in pages(manager.guardrails.list(workspace_id=workspace.id))]
with check("guardrails.update"):
    assert manager.guardrails.update(id=guardrail.id, description="checked").data.description == "checked"
with check("guardrails.get"):
    assert manager.guardrails.get(id=guardrail.id).data.allowed_providers == [allowed]
with check("guardrails.bulk_assign_keys"):
    assert manager.guardrails.bulk_assign_keys(id=guardrail.id, key_hashes=[key_hash]).assigned_count == 1
with check("guardrails.bulk_assign_keys skips unknown keys"):
    assert manager.guardrails.bulk_assign_keys(id=guardrail.id, key_hashes=["0" * 64]).assigned_count == 0
with check("guardrails.list_guardrail_key_assignments"):
    assigned = pages(manager.guardrails.list_guardrail_key_assignments(id=guardrail.id))
    assert [assignment.key_hash for assignment in assigned] == [key_hash]
with check("guardrails.list_key_assignments"):
    assert key_hash in [found.key_hash for found in pages(manager.guardrails.list_key_assignments())]
with check("models.list_for_user"):
    security = operations.ListModelsUserSecurity(bearer=created.key)
    usable = [found.id for found in pages(service.models.list_for_user(security=security))]
    assert model.id in usable and len(usable) < len(models)

question = [{"role": "user", "content": "Which provider are you?"}]
with check("chat.send"):
    answer = service.chat.send(messages=question, model=model.id, x_open_router_metadata="enabled")
    assert answer.choices[0].message.content and answer.usage.total_tokens > 0
    selected = [found.provider for found in answer.openrouter_metadata.endpoints.available if found.selected]
    assert selected == [providers[allowed].name]
with check("chat.send as a stream"):
    with service.chat.send(messages=question, model=model.id, stream=True) as events:
        chunks = list(events)
    assert "".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices)
with check("chat.send refused outside of the guardrail"):
    other = next(slug for slug in providers if slug != allowed)
    wish = {"only": [other], "allow_fallbacks": False}
    assert refused(
        (errors.NotFoundResponseError, errors.ForbiddenResponseError),
        lambda: service.chat.send(messages=question, model=model.id, provider=wish),
    )
with check("generations.get_generation"):
    assert service.generations.get_generation(id=answer.id).data.provider_name == providers[allowed].name
with check("credits.get_credits"):
    assert manager.credits.get_credits().data.total_usage > 0
with check("analytics.get_user_activity"):
    manager.analytics.get_user_activity(request={"api_key_hash": key_hash})

with check("byok.create"):
    credential = manager.byok.create(
        provider="openai", key="not-a-real-key", allowed_api_key_hashes=[key_hash], workspace_id=workspace.id
    ).data
with check("byok.list"):
    assert credential.id in [found.id for found in pages(manager.byok.list(workspace_id=workspace.id))]
with check("byok.update"):
    assert manager.byok.update(id=credential.id, name="checked", disabled=True).data.name == "checked"
with check("byok.get"):
    assert manager.byok.get(id=credential.id).data.allowed_api_key_hashes == [key_hash]
with check("byok.delete"):
    assert manager.byok.delete(id=credential.id).DELETED

with check("observability.create"):
    destination = manager.observability.create(
        name="siem",
        type_="webhook",
        config={"url": "https://siem.example/events"},
        api_key_hashes=[key_hash],
        workspace_id=workspace.id,
    ).data
with check("observability.list"):
    assert destination.id in [found.id for found in pages(manager.observability.list(workspace_id=workspace.id))]
with check("observability.update"):
    assert manager.observability.update(id=destination.id, privacy_mode=True).data.privacy_mode
with check("observability.get"):
    assert manager.observability.get(id=destination.id).data.api_key_hashes == [key_hash]
with check("observability.delete"):
    assert manager.observability.delete(id=destination.id).DELETED

with check("guardrails.bulk_unassign_keys"):
    assert manager.guardrails.bulk_unassign_keys(id=guardrail.id, key_hashes=[key_hash]).unassigned_count == 1
with check("guardrails.delete"):
    assert manager.guardrails.delete(id=guardrail.id).DELETED
with check("api_keys.delete"):
    assert manager.api_keys.delete(hash=key_hash).DELETED
with check("api_keys.get of a deleted key is refused"):
    assert refused(errors.NotFoundResponseError, lambda: manager.api_keys.get(hash=key_hash))
with check("chat.send with a deleted key is refused"):
    assert refused(
        errors.UnauthorizedResponseError, lambda: service.chat.send(messages=question, model=model.id)
    )
with check("workspaces.delete"):
    assert manager.workspaces.delete(id=workspace.id).DELETED

sys.exit(report.close())
