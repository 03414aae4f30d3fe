/* Reads [schema, data, …] jobs as JSON and tells what does not fit: the rules of JSON Schema, as editors' programs know them. */
const Ajv = require("ajv");
const { readFileSync } = require("node:fs");

const known = new Map();
const wrong = [];
for (const { file, schema, data } of JSON.parse(readFileSync(0, "utf8"))) {
  if (!known.has(schema)) {
    const ajv = new Ajv({ strict: false, logger: false });
    known.set(schema, ajv.compile(JSON.parse(readFileSync(schema, "utf8"))));
  }
  const fits = known.get(schema);
  if (!fits(data)) wrong.push(`${file} ${fits.errors[0].instancePath} ${fits.errors[0].message}`);
}
process.stdout.write(JSON.stringify(wrong));
