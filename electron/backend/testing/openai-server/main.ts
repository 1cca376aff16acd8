import { parseArgs } from "node:util";
import { startOpenAiServer } from "./server.ts";

const { values } = parseArgs({
  options: { port: { type: "string", default: "0" }, key: { type: "string" } },
});
const server = await startOpenAiServer({
  port: Number(values.port),
  ...(values.key === undefined ? {} : { apiKey: values.key }),
});
console.log(JSON.stringify({ baseUrl: server.baseUrl, apiKey: server.apiKey }));
