import { expect, test } from "@jest/globals";
import { scrub, scrubProtocol } from "../src/scrub.ts";

test.each([
  ["sending to maria@example.net: refused (550)", "sending to [address]: refused (550)"],
  ["<3f9a.1@mail.example> is known", "<[address]> is known"],
  ["opened with token=abcdef123", "opened with token=[hidden]"],
  ["the password was refused three times", "the password was refused three times"],
  ["wrong password: refused by the server", "wrong password: refused by the server"],
  ["12 of 30 letters judged", "12 of 30 letters judged"],
])("%s", (line, cleaned) => expect(scrub(line)).toBe(cleaned));

test.each([
  ['5 SEARCH HEADER Subject "my secret words"', '5 SEARCH HEADER Subject "…"'],
  ["AUTH PLAIN AG1hcmlhQGV4YW1wbGUubmV0AEZBS0U=", "AUTH PLAIN [hidden]"],
  ["* 4 EXISTS", "* 4 EXISTS"],
])("of the protocol: %s", (line, cleaned) => expect(scrubProtocol(line)).toBe(cleaned));
