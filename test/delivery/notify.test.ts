import { createServer, type IncomingMessage, type Server } from "node:http";
import { once } from "node:events";
import { afterEach, expect, test } from "@jest/globals";
import { openNotifier, requestOf } from "../../src/delivery/notify.ts";
import { ReadableLog } from "../helpers/log.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const news = { title: "Upload your photo", left: "2 days left" };

const hook = async (status = 200) => {
  const requests: { headers: IncomingMessage["headers"]; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += String(chunk)));
    request.on("end", () => {
      requests.push({ headers: request.headers, body });
      response.writeHead(status).end("thanks");
      server.emit("heard");
    });
  });
  servers.push(server);
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the hook has no port");
  return { port: address.port, requests, heard: once(server, "heard") };
};

test("a web hook gets JSON with title and time left, and nothing else", async () => {
  const { port, requests, heard } = await hook();
  openNotifier(`http://127.0.0.1:${port}/hook`, new ReadableLog())(news);
  await heard;
  const text = "Upload your photo (2 days left)";
  expect(JSON.parse(requests[0]!.body)).toEqual({ ...news, text, content: text });
});

test("an ntfy topic gets plain text", () => {
  expect(requestOf("ntfy.sh", news).body).toBe("Upload your photo (2 days left)");
  expect(requestOf("ntfy.home.example", { ...news, left: null }).body).toBe("Upload your photo");
});

test.each(["refuses", "is away"])("a hook that %s is logged without its address", async (how) => {
  const { port } = await hook(how === "refuses" ? 500 : 200);
  const log = new ReadableLog();
  openNotifier(`http://127.0.0.1:${how === "refuses" ? port : 1}/secret-topic`, log)(news);
  await log.said("NOTIFY_URL");
  expect(log.lines.join("\n")).not.toContain("secret-topic");
});
