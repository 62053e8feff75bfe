// Usage: node check.mjs SCHEMAS EXAMPLES MISTAKES. The schemas compile in ajv's strict mode, all files of the
// examples are right by them, and of the mistakes each is found.
import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import Ajv from "ajv/dist/2020.js";
import { parse } from "yaml";

const [schemas, examples, mistakes] = process.argv.slice(2);
const KINDS = {
  verdict: /^verdict\.yaml$/,
  schema: /^schema\.yaml$/,
  roles: /^roles\.yaml$/,
  grants: /^grants\.yaml$/,
  let: /\.let\.yaml$/,
  policy: /\.policy\.yaml$/,
  data: /^data\/.*\.yaml$/,
  tests: /^tests\/.*\.test\.yaml$/,
  fixtures: /^tests\/fixtures\.yaml$/,
};
const failures = [];
const counts = { schemas: 0, files: 0, right: 0, wrong: 0 };

function compiled() {
  const validators = {};
  for (const file of readdirSync(schemas).filter((name) => name.endsWith(".schema.json")).sort()) {
    const kind = file.replace(".schema.json", "");
    try {
      const schema = JSON.parse(readFileSync(join(schemas, file), "utf8"));
      validators[kind] = new Ajv.default({ strict: true, allErrors: true }).compile(schema);
      counts.schemas++;
    } catch (problem) {
      failures.push(`${file}: ${problem.message}`);
    }
    if (!(kind in KINDS)) failures.push(`${file}: nobody knows which files are of this kind`);
  }
  for (const kind of Object.keys(KINDS)) if (!(kind in validators)) failures.push(`no schema of kind ${kind}`);
  return validators;
}

function checkRepository(folder, validators) {
  for (const entry of readdirSync(folder, { recursive: true })) {
    const path = relative(folder, join(folder, entry));
    const kind = Object.keys(KINDS).find((each) => KINDS[each].test(path));
    const validate = kind && validators[kind];
    if (!validate) continue;
    counts.files++;
    if (!validate(parse(readFileSync(join(folder, path), "utf8")))) {
      failures.push(`${join(folder, path)}: ${JSON.stringify(validate.errors)}`);
    }
  }
}

function checkMistakes(validators) {
  for (const { kind, text, right, wrong } of parse(readFileSync(mistakes, "utf8"))) {
    const accepts = (piece) => validators[kind]?.(parse(text.replaceAll("HERE", piece)));
    for (const piece of right) {
      counts.right++;
      if (!accepts(piece)) failures.push(`${kind} refuses \`${piece}\` in ${text}`);
    }
    for (const piece of wrong) {
      counts.wrong++;
      if (accepts(piece)) failures.push(`${kind} takes \`${piece}\` in ${text}`);
    }
  }
}

const validators = compiled();
for (const folder of readdirSync(examples, { withFileTypes: true })) {
  if (folder.isDirectory() && !["src", "target"].includes(folder.name)) {
    checkRepository(join(examples, folder.name), validators);
  }
}
checkMistakes(validators);
console.log(JSON.stringify(counts));
if (failures.length > 0 || Object.values(counts).includes(0)) {
  failures.forEach((failure) => console.error(failure));
  process.exit(1);
}
