/** What this project uses of html-to-text, which ships no types. */
declare module "html-to-text" {
  export function convert(html: string, options: object): string;
}
