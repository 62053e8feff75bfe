// Runs the AuthZEN 1.0 certification scenario against a server. Needs Node 18 or newer and nothing else.
//
//   node run-cert.mjs <base URL> [levels]
//
// levels: beginnings of level names, separated by commas: `Basic,Batch` or `Search Core`; without,
// `Basic,Batch`. The variable PDP_AUTHORIZATION becomes the Authorization header of every request.
// Ends with 1 where a case fails.
import fs from 'node:fs';

const [base, levels = 'Basic,Batch'] = process.argv.slice(2);
if (!base) {
  console.error('usage: node run-cert.mjs <base URL> [levels]');
  process.exit(2);
}
const url = base.replace(/\/$/, '');
const wanted = levels.split(',');
const document = JSON.parse(fs.readFileSync(new URL('./certification-cases.json', import.meta.url)));
const cases = document.cases.filter((one) => wanted.some((level) => one.level.startsWith(level)));
const answers = {};

const name = (entity) =>
  JSON.stringify(Object.entries(entity).filter(([key]) => ['type', 'id', 'name'].includes(key)).sort());

function bodyOf(one) {
  if (one.rawBody !== undefined) return one.rawBody;
  if (!one.request) return undefined;
  if (!one.onlyIfPreviousNextToken) return JSON.stringify(one.request);
  const token = answers[one.onlyIfPreviousNextToken]?.page?.next_token;
  return token ? JSON.stringify({ ...one.request, page: { ...one.request.page, token } }) : null;
}

function checkEvaluations(expected, json, faults) {
  if (!Array.isArray(json?.evaluations) || json.evaluations.length !== expected.length) {
    faults.push('number of evaluations');
    return;
  }
  expected.forEach((decision, i) => {
    const got = json.evaluations[i]?.decision;
    if (typeof got !== 'boolean' || (decision !== null && got !== decision)) {
      faults.push(`evaluations[${i}] is ${got}`);
    }
  });
}

function checkResults(one, json, faults) {
  if (!Array.isArray(json?.results)) {
    faults.push('no list of results');
    return;
  }
  const found = new Set(json.results.map(name));
  for (const entity of one.expect.resultsInclude ?? []) {
    if (!found.has(name(entity))) faults.push(`missing ${name(entity)}`);
  }
  if (one.expect.resultsEmpty && json.results.length) faults.push('results are not empty');
  const type = one.path.endsWith('/subject')
    ? one.request.subject.type
    : one.path.endsWith('/resource') && one.request.resource.type;
  for (const entity of json.results) {
    const good = type ? entity.type === type && typeof entity.id === 'string' : typeof entity.name === 'string';
    if (!good) faults.push(`odd result ${JSON.stringify(entity)}`);
  }
  if (one.expect.sameResultSetAs) {
    const other = new Set((answers[one.expect.sameResultSetAs]?.results ?? []).map(name));
    if (other.size !== found.size || [...other].some((key) => !found.has(key))) {
      faults.push(`differs from ${one.expect.sameResultSetAs}`);
    }
  }
  if (json.page !== undefined && typeof json.page?.next_token !== 'string') faults.push('shape of page');
  if (one.expect.page === 'required' && !json.page) faults.push('page is missing');
}

function checkMetadata(json, faults) {
  if (json?.policy_decision_point !== url) faults.push(`policy_decision_point ${json?.policy_decision_point}`);
  for (const key of ['access_evaluation', 'access_evaluations', 'search_subject', 'search_resource', 'search_action']) {
    const endpoint = json?.[`${key}_endpoint`];
    const good = endpoint === undefined ? key !== 'access_evaluation' : endpoint.startsWith('https://');
    if (!good) faults.push(`${key}_endpoint ${endpoint}`);
  }
}

function check(one, response, text) {
  const { expect } = one;
  const faults = [];
  let json;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  answers[one.id] = json;
  const type = response.headers.get('content-type') ?? '';
  if (response.status !== expect.status) faults.push(`status ${response.status}, not ${expect.status}`);
  if (expect.status === 200 && !type.startsWith('application/json')) faults.push(`content type ${type}`);
  if ('decision' in expect && json?.decision !== expect.decision) faults.push(`decision ${json?.decision}`);
  if (expect.evaluations) checkEvaluations(expect.evaluations, json, faults);
  if (expect.resultsInclude || expect.resultsEmpty || expect.results) checkResults(one, json, faults);
  if (expect.metadata) checkMetadata(json, faults);
  if (expect.echoRequestId && response.headers.get('x-request-id') !== one.headers['X-Request-ID']) {
    faults.push('X-Request-ID is not echoed');
  }
  return faults;
}

async function run(one) {
  const body = bodyOf(one);
  if (body === null) {
    console.log('SKIP', one.id, '(no page to go on with)');
    return true;
  }
  const headers = {
    ...(one.method === 'POST' ? { 'Content-Type': 'application/json' } : {}),
    ...(process.env.PDP_AUTHORIZATION ? { Authorization: process.env.PDP_AUTHORIZATION } : {}),
    ...one.headers,
  };
  const faults = new Set();
  for (let i = 0; i < (one.repeat ?? 1); i++) {
    try {
      const response = await fetch(url + one.path, { method: one.method, headers, body });
      check(one, response, await response.text()).forEach((fault) => faults.add(fault));
    } catch (failure) {
      faults.add(String(failure));
    }
  }
  console.log(faults.size ? 'FAIL' : 'PASS', one.id, one.level, '|', one.title, ...(faults.size ? ['|', [...faults].join('; ')] : []));
  return faults.size === 0;
}

let failed = 0;
for (const one of cases) {
  if (!(await run(one))) failed++;
}
console.log(failed ? `${failed} FAILED` : 'ALL PASS', `of ${cases.length} (${wanted.join(', ')})`);
process.exit(failed || cases.length === 0 ? 1 : 0);
