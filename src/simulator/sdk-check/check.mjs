// Runs the official TypeScript SDK against a simulated OpenRouter; the SDK checks every answer against its own models.
// Usage: check.mjs BASE_URL MANAGEMENT_KEY_FILE. Prints one line for each check and exits with 1 if one failed.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

// The packages live in a cache outside of the checkout.
const { resolve } = createRequire(`${process.env.SDK_CACHE}/`);
const load = (name) => import(pathToFileURL(resolve(name)).href);
const { OpenRouter } = await load('@openrouter/sdk');
const errors = await load('@openrouter/sdk/models/errors');

const [baseUrl, managementKeyFile] = process.argv.slice(2);
const connect = (apiKey) => new OpenRouter({ apiKey, serverURL: baseUrl, retryConfig: { strategy: 'none' } });
const manager = connect(readFileSync(managementKeyFile, 'utf8').trim());

let passed = 0;
let failed = 0;

/** Runs one check; a failure is noted and the next check goes on. Never prints a key. */
async function check(name, body) {
  try {
    const result = await body();
    passed += 1;
    console.log(`passed typescript ${name}`);
    return result;
  } catch (failure) {
    failed += 1;
    const reason = `${failure?.name}: ${failure?.message} ${failure?.cause ?? ''}`.replace(/sk-or-[\w-]+/g, 'sk-or-…');
    console.log(`FAILED typescript ${name}: ${reason.slice(0, 600)}`);
    return undefined;
  }
}

/** All elements of a paged answer. */
async function pages(response) {
  const found = [];
  for await (const page of await response) {
    found.push(...page.result.data);
  }
  return found;
}

const tomorrow = new Date(Math.floor(Date.now() / 1000) * 1000 + 86_400_000);

const workspace = await check('workspaces.create', async () =>
  (await manager.workspaces.create({
    createWorkspaceRequest: { name: 'SDK check (TypeScript)', slug: 'sdk-check-typescript' },
  })).data);
await check('workspaces.list', async () =>
  assert((await pages(manager.workspaces.list())).some((found) => found.id === workspace.id)));
await check('workspaces.get by slug', async () =>
  assert.equal((await manager.workspaces.get({ id: 'sdk-check-typescript' })).data.id, workspace.id));
await check('workspaces.update', async () => {
  const request = { id: workspace.id, updateWorkspaceRequest: { description: 'checked' } };
  assert.equal((await manager.workspaces.update(request)).data.description, 'checked');
});

const created = await check('apiKeys.create', async () => {
  const answer = await manager.apiKeys.create({
    requestBody: { name: 'typescript', limit: 5, limitReset: 'monthly', expiresAt: tomorrow, workspaceId: workspace.id },
  });
  assert.equal(answer.data.hash, createHash('sha256').update(answer.key).digest('hex'));
  return answer;
});
const service = connect(created?.key);
const hash = created?.data.hash;
await check('apiKeys.list', async () =>
  assert((await manager.apiKeys.list({ workspaceId: workspace.id })).data.some((key) => key.hash === hash)));
await check('apiKeys.list of the default workspace only', async () =>
  assert(!(await manager.apiKeys.list()).data.some((key) => key.hash === hash)));
await check('apiKeys.get', async () => assert.equal((await manager.apiKeys.get({ hash })).data.limit, 5));
await check('apiKeys.update', async () =>
  assert.equal((await manager.apiKeys.update({ hash, requestBody: { limit: 7 } })).data.limit, 7));
await check('apiKeys.getCurrentKeyMetadata of a management key', async () =>
  assert((await manager.apiKeys.getCurrentKeyMetadata()).data.isManagementKey));
await check('apiKeys.getCurrentKeyMetadata of a service key', async () =>
  assert(!(await service.apiKeys.getCurrentKeyMetadata()).data.isManagementKey));

const providers = await check('providers.list', async () => {
  const found = (await manager.providers.list()).data;
  assert(found.length >= 60);
  return new Map(found.map((provider) => [provider.slug, provider]));
});
const models = await check('models.list', async () => {
  const found = await pages(manager.models.list());
  assert(found.length >= 300);
  return found;
});
const model = models?.find((found) => !found.id.includes(':'));
const allowed = await check('endpoints.list', async () => {
  const [author, slug] = model.id.split('/');
  const found = (await manager.endpoints.list({ author, slug })).data.endpoints[0].tag.split('/')[0];
  assert(providers.has(found));
  return found;
});
await check('endpoints.listZdrEndpoints', async () => assert((await manager.endpoints.listZdrEndpoints()).data.length));

const guardrail = await check('guardrails.create', async () =>
  (await manager.guardrails.create({
    createGuardrailRequest: {
      name: 'typescript', allowedProviders: [allowed], limitUsd: 3, resetInterval: 'daily', workspaceId: workspace.id,
    },
  })).data);
await check('guardrails.list', async () =>
  assert((await pages(manager.guardrails.list({ workspaceId: workspace.id }))).some((one) => one.id === guardrail.id)));
await check('guardrails.update', async () => {
  const request = { id: guardrail.id, updateGuardrailRequest: { description: 'checked' } };
  assert.equal((await manager.guardrails.update(request)).data.description, 'checked');
});
await check('guardrails.get', async () =>
  assert.deepEqual((await manager.guardrails.get({ id: guardrail.id })).data.allowedProviders, [allowed]));
const assign = (keyHashes) =>
  manager.guardrails.bulkAssignKeys({ id: guardrail.id, bulkAssignKeysRequest: { keyHashes } });
await check('guardrails.bulkAssignKeys', async () => assert.equal((await assign([hash])).assignedCount, 1));
await check('guardrails.bulkAssignKeys skips unknown keys', async () =>
  assert.equal((await assign(['0'.repeat(64)])).assignedCount, 0));
await check('guardrails.listGuardrailKeyAssignments', async () => {
  const assigned = await pages(manager.guardrails.listGuardrailKeyAssignments({ id: guardrail.id }));
  assert.deepEqual(assigned.map((assignment) => assignment.keyHash), [hash]);
});
await check('guardrails.listKeyAssignments', async () =>
  assert((await pages(manager.guardrails.listKeyAssignments())).some((assignment) => assignment.keyHash === hash)));
await check('models.listForUser', async () => {
  const usable = await pages(service.models.listForUser({ bearer: created.key }));
  assert(usable.some((found) => found.id === model.id) && usable.length < models.length);
});

const question = { model: model?.id, messages: [{ role: 'user', content: 'Which provider are you?' }] };
const answer = await check('chat.send', async () => {
  const found = await service.chat.send({ xOpenRouterMetadata: 'enabled', chatRequest: question });
  assert(found.choices[0].message.content && found.usage.totalTokens > 0);
  const selected = found.openrouterMetadata.endpoints.available.filter((endpoint) => endpoint.selected);
  assert.deepEqual(selected.map((endpoint) => endpoint.provider), [providers.get(allowed).name]);
  return found;
});
await check('chat.send as a stream', async () => {
  let text = '';
  for await (const chunk of await service.chat.send({ chatRequest: { ...question, stream: true } })) {
    text += chunk.choices[0]?.delta.content ?? '';
  }
  assert(text);
});
await check('chat.send refused outside of the guardrail', async () => {
  const other = [...providers.keys()].find((slug) => slug !== allowed);
  const chatRequest = { ...question, provider: { only: [other], allowFallbacks: false } };
  await assert.rejects(service.chat.send({ chatRequest }), (error) => [403, 404].includes(error.statusCode));
});
await check('generations.getGeneration', async () => {
  const generation = (await service.generations.getGeneration({ id: answer.id })).data;
  assert.equal(generation.providerName, providers.get(allowed).name);
});
await check('credits.getCredits', async () => assert((await manager.credits.getCredits()).data.totalUsage > 0));
await check('analytics.getUserActivity', async () => manager.analytics.getUserActivity({ apiKeyHash: hash }));

const credential = await check('byok.create', async () =>
  (await manager.byok.create({
    createBYOKKeyRequest: {
      provider: 'openai', key: 'not-a-real-key', allowedApiKeyHashes: [hash], workspaceId: workspace.id,
    },
  })).data);
await check('byok.list', async () =>
  assert((await pages(manager.byok.list({ workspaceId: workspace.id }))).some((found) => found.id === credential.id)));
await check('byok.update', async () => {
  const request = { id: credential.id, updateBYOKKeyRequest: { name: 'checked', disabled: true } };
  assert.equal((await manager.byok.update(request)).data.name, 'checked');
});
await check('byok.get', async () =>
  assert.deepEqual((await manager.byok.get({ id: credential.id })).data.allowedApiKeyHashes, [hash]));
await check('byok.delete', async () => assert((await manager.byok.delete({ id: credential.id })).deleted));

const destination = await check('observability.create', async () =>
  (await manager.observability.create({
    createObservabilityDestinationRequest: {
      name: 'siem', type: 'webhook', config: { url: 'https://siem.example/events' }, apiKeyHashes: [hash],
      workspaceId: workspace.id,
    },
  })).data);
await check('observability.list', async () => {
  const found = await pages(manager.observability.list({ workspaceId: workspace.id }));
  assert(found.some((one) => one.id === destination.id));
});
await check('observability.update', async () => {
  const request = { id: destination.id, updateObservabilityDestinationRequest: { privacyMode: true } };
  assert((await manager.observability.update(request)).data.privacyMode);
});
await check('observability.get', async () =>
  assert.deepEqual((await manager.observability.get({ id: destination.id })).data.apiKeyHashes, [hash]));
await check('observability.delete', async () =>
  assert((await manager.observability.delete({ id: destination.id })).deleted));

await check('guardrails.bulkUnassignKeys', async () => {
  const request = { id: guardrail.id, bulkUnassignKeysRequest: { keyHashes: [hash] } };
  assert.equal((await manager.guardrails.bulkUnassignKeys(request)).unassignedCount, 1);
});
await check('guardrails.delete', async () => assert((await manager.guardrails.delete({ id: guardrail.id })).deleted));
await check('apiKeys.delete', async () => assert((await manager.apiKeys.delete({ hash })).deleted));
await check('apiKeys.get of a deleted key is refused', async () =>
  assert.rejects(manager.apiKeys.get({ hash }), errors.NotFoundResponseError));
await check('chat.send with a deleted key is refused', async () =>
  assert.rejects(service.chat.send({ chatRequest: question }), errors.UnauthorizedResponseError));
await check('workspaces.delete', async () => assert((await manager.workspaces.delete({ id: workspace.id })).deleted));

console.log(`typescript: ${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
