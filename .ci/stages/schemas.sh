# the JSON Schemas for editors: strict mode of ajv, the examples, and mistakes that they have to find

install_missing nodejs:node npm:npm
cp -r .ci/schemas "$SCRATCH/schemas"
(cd "$SCRATCH/schemas" && npm ci --no-audit --no-fund --ignore-scripts)
node "$SCRATCH/schemas/check.mjs" policy-language/src/main/resources/dev/verdict/policy/editor \
  policies-examples .ci/schemas/mistakes.yaml
