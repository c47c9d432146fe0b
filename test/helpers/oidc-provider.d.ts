/** What the test issuer uses of oidc-provider, which ships no types. */
declare module "oidc-provider" {
  import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

  type Token = {
    accountId?: string;
    clientId?: string;
    grantId?: string;
    scope?: string;
    authTime?: number;
    error?: string;
    save(): Promise<string>;
    destroy(): Promise<void>;
  };
  type TokenClass = {
    find(value: string): Promise<Token | undefined>;
    findByUserCode(code: string): Promise<Token | undefined>;
    revokeByGrantId(grantId: string): Promise<void>;
  };

  export class Provider {
    constructor(issuer: string, configuration: object);
    readonly AccessToken: TokenClass;
    readonly RefreshToken: TokenClass;
    readonly DeviceCode: TokenClass;
    readonly Grant: new (fields: object) => { addOIDCScope(scope: string): void; save(): Promise<string> };
    callback(): RequestListener;
    interactionDetails(
      request: IncomingMessage,
      response: ServerResponse,
    ): Promise<{
      readonly params: Readonly<Record<string, string>>;
      readonly prompt: { readonly name: string };
    }>;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
    on(event: string, listener: (...args: unknown[]) => void): this;
  }
}
