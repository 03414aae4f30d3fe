/*
 * Checks HTML files with html-validate and every rule of the presets that the settings name.
 * Job: files: [paths], settings: path. Tells each message as {rule, text}.
 */
import { readFileSync } from "node:fs";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { readJob, tell } from "./kit.mjs";

const job = readJob();
const { extends: presets } = JSON.parse(readFileSync(job.settings, "utf8"));
const checker = new HtmlValidate(new StaticConfigLoader({ root: true, extends: presets }));
const messages = [];
for (const file of job.files) {
  const report = await checker.validateFile(file);
  for (const result of report.results) {
    for (const { ruleId, message, line } of result.messages) messages.push({ rule: ruleId, text: `${file}:${line} ${message}` });
  }
}
tell(messages);
