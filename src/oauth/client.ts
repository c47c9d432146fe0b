/** The application as openid-client knows it; loaded by those only who sign in or renew. */

import type * as Library from "openid-client";
import type { Configuration } from "openid-client";
import { issuerOf, type OauthClient } from "./issuers.ts";

export type Application = {
  readonly library: typeof Library;
  readonly configuration: Configuration;
};

/** Asks an issuer that is not known for its endpoints. @throws openid-client's errors; see `refusal.ts`. */
export const applicationOf = async (client: OauthClient): Promise<Application> => {
  const library = await import("openid-client");
  const { endpoints } = issuerOf(client);
  const authentication = authenticationOf(client, library);
  if (endpoints !== null) {
    const configuration = new library.Configuration(endpoints, client.clientId, undefined, authentication);
    return { library, configuration };
  }
  const address = new URL(client.issuer);
  // The settings take http only for this machine.
  const options = address.protocol === "http:" ? { execute: [library.allowInsecureRequests] } : undefined;
  const configuration = await library.discovery(address, client.clientId, undefined, authentication, options);
  return { library, configuration };
};

const authenticationOf = ({ clientSecret }: OauthClient, library: Application["library"]) =>
  clientSecret === null ? library.None() : library.ClientSecretPost(clientSecret);
